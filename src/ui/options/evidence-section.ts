import { ownPage } from '../../browser/own-page';
import { KEEP_DAYS_MOST } from '../../storage/settings-schema';
import { h } from '../shared/h';
import { t } from '../shared/i18n';
import type { Page } from '../shared/page';
import { buttonLink, field, tellIn } from '../shared/parts';
import { isLocked, lockedNote, save, section, switchField } from './section';

/** What is kept of a closed page, and for how long. */
export function evidenceSection(page: Page): HTMLElement {
  const trouble = h('p', { role: 'alert' });
  const days: HTMLInputElement = h('input', {
    type: 'number',
    id: 'keepDays',
    min: 1,
    max: KEEP_DAYS_MOST,
    step: 1,
    value: page.settings.keepDays,
    disabled: isLocked(page, 'keepDays'),
    onchange: async () => {
      const isRight = days.validity.valid && days.value !== '';
      tellIn(trouble, isRight ? '' : t('options.keepDaysWrong'));
      if (isRight) await save(page, { keepDays: Number(days.value) });
    },
  });
  return section(
    'evidence',
    t('options.evidenceTitle'),
    h('p', null, t('options.evidenceIntro')),
    switchField(page, 'screenshots', t('options.screenshots'), t('options.screenshotsHint')),
    field(t('options.keepDays'), days, t('options.keepDaysHint')),
    trouble,
    lockedNote(page, 'keepDays'),
    h('div', { class: 'row' }, buttonLink(t('common.openJournal'), ownPage('journal'), 'journal')),
  );
}
