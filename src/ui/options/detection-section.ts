import type { Settings } from '../../storage/settings';
import { h } from '../shared/h';
import { t } from '../shared/i18n';
import type { Page } from '../shared/page';
import { choice } from '../shared/parts';
import { isLocked, lockedNote, save, section, switchField } from './section';

const LEVELS = ['careful', 'balanced', 'strict'] as const satisfies Settings['sensitivity'][];

/** How sure we must be, each choice explained by what it does. */
export function sensitivitySection(page: Page): HTMLElement {
  const choices = LEVELS.map((level) =>
    choice(
      h('input', {
        type: 'radio',
        id: `sensitivity-${level}`,
        name: 'sensitivity',
        value: level,
        checked: page.settings.sensitivity === level,
        disabled: isLocked(page, 'sensitivity'),
        onchange: () => save(page, { sensitivity: level }),
      }),
      t(`options.sensitivity.${level}`),
      t(`options.sensitivityHint.${level}`),
    ),
  );
  const group = h('fieldset', { class: 'choices', 'aria-labelledby': 'sensitivity-title' }, choices);
  return section('sensitivity', t('options.sensitivityTitle'), group, lockedNote(page, 'sensitivity'));
}

/** What happens when a page traps the person. */
export function closingSection(page: Page): HTMLElement {
  return section(
    'closing',
    t('options.closingTitle'),
    switchField(page, 'closeByItself', t('options.closeByItself'), t('options.closeByItselfHint')),
  );
}
