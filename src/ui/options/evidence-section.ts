import { ownPage } from '../../browser/own-page';
import { KEEP_DAYS_MOST } from '../../storage/settings-schema';
import { saveSettings } from '../../storage/settings-store';
import { h } from '../shared/h';
import { t } from '../shared/i18n';
import type { Page } from '../shared/page';
import { buttonLink, field } from '../shared/parts';
import { tellWrong } from '../shared/tell-wrong';
import { isLocked, lockedNote, save, section, switchField } from './section';

/** Stores what was written into the field of the last drawing, and not left yet: a tab that is closed fires no "change". */
let keepWritten = (): void => undefined;

window.addEventListener('beforeunload', () => keepWritten()); // comes first: the store needs a moment
window.addEventListener('pagehide', () => keepWritten());

/** What is kept of a closed page, and for how long. */
export function evidenceSection(page: Page): HTMLElement {
  const trouble = h('p', { role: 'alert', id: 'keepDays-trouble' });
  let isWritten = false;
  const isRight = (): boolean => days.validity.valid && days.value !== '';
  const days: HTMLInputElement = h('input', {
    type: 'number',
    id: 'keepDays',
    min: 1,
    max: KEEP_DAYS_MOST,
    step: 1,
    value: page.settings.keepDays,
    disabled: isLocked(page, 'keepDays'),
    oninput: () => void (isWritten = true), // not stored yet: of "30" the first digit would be three days
    onchange: async () => {
      isWritten = false;
      tellWrong(days, trouble, isRight() ? '' : t('options.keepDaysWrong'));
      if (isRight()) await save(page, { keepDays: Number(days.value) });
    },
  });
  keepWritten = () => {
    if (isWritten && isRight()) void saveSettings({ keepDays: Number(days.value) }).catch(() => undefined);
    isWritten = false;
  };
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
