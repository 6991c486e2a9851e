import { DEFAULT_SETTINGS } from '../../storage/settings';
import { loadSettings, resetSettings } from '../../storage/settings-store';
import {
  checkSettingsFile,
  exportSettings,
  FILE_BYTES,
  importSettings,
  type ImportRefusal,
  type ImportResult,
} from '../../storage/settings-transfer';
import { twoPresses } from '../shared/ask-twice';
import { h, show } from '../shared/h';
import { hasText, t } from '../shared/i18n';
import type { Page } from '../shared/page';
import { announce, button, notice } from '../shared/parts';
import { saveFile } from '../shared/save-file';
import { inARow } from '../shared/sentences';
import { stored } from '../shared/trouble';
import { section, tellSaved } from './section';

/** What the last file led to; kept outside of the drawing, because new settings draw the page again. */
let outcome: ImportResult | null = null;

const FILE_NAME = 'sangfroid-settings.json';

/** Settings as a file, settings from a file, and back to how it was at first. */
export function transferSection(page: Page): HTMLElement {
  const answer = h('div', { role: 'status', id: 'transfer-answer' }, outcome && answerTo(outcome));
  const question = h('div', null);
  const picker: HTMLInputElement = h('input', {
    type: 'file',
    id: 'import-file',
    accept: 'application/json,.json',
    hidden: true, // the button beside it opens it
    onchange: () => takeFile(picker, { question, answer }, page),
  });
  const choose = button({
    label: t('options.import'),
    icon: 'upload',
    id: 'import',
    onclick: () => picker.click(),
  });
  const give = button({ label: t('options.export'), icon: 'download', id: 'export', onclick: giveFile });
  return section(
    'transfer',
    t('options.transferTitle'),
    h('p', null, t('options.transferIntro')),
    h('div', { class: 'row' }, give, choose, picker),
    question,
    answer,
    h('h3', null, t('options.resetTitle')),
    h('p', null, t('options.resetIntro', { days: daysAfterReset(page) })),
    resetButton(page),
  );
}

async function giveFile(): Promise<void> {
  saveFile(FILE_NAME, 'application/json', await exportSettings());
}

interface Places {
  question: HTMLElement;
  answer: HTMLElement;
}

async function takeFile(picker: HTMLInputElement, places: Places, page: Page): Promise<void> {
  const file = picker.files?.[0];
  if (!file) return;
  picker.value = ''; // before anything can fail: the same file can be chosen again
  show(places.question);
  const text = file.size > FILE_BYTES ? '' : await file.text(); // no settings; of a film it would fill the memory
  const refused = await checkSettingsFile(text);
  outcome = refused;
  show(places.answer, refused && answerTo(refused));
  if (refused === null) askBefore(() => replaceBy(text, places, page), places.question);
}

/** Asked before all settings are replaced, once it is known that the file is one of ours. */
function askBefore(replace: () => unknown, place: HTMLElement): void {
  const no = button({
    id: 'import-no',
    label: t('common.cancel'),
    onclick: () => {
      show(place);
      document.getElementById('import')?.focus();
    },
  });
  const yes = button({ id: 'import-yes', kind: 'undo', label: t('options.importYes'), onclick: replace });
  no.setAttribute('aria-describedby', 'import-question'); // it has the keyboard, and the question has to be heard
  show(
    place,
    h('p', { id: 'import-question' }, t('options.importSure')),
    h('div', { class: 'row' }, no, yes),
  );
  no.focus();
}

async function replaceBy(text: string, { question, answer }: Places, page: Page): Promise<void> {
  const result = await stored(importSettings(text));
  outcome = result;
  show(question);
  if (!result.ok) return show(answer, answerTo(result)); // locked meanwhile
  page.settings = await loadSettings();
  await page.redraw();
  document.getElementById('import')?.focus();
  announce(t('options.imported', { n: result.changed }));
}

/** What came of a file, in the language that the page has by now. */
function answerTo(result: ImportResult): HTMLElement {
  return result.ok
    ? notice('good', h('p', null, t('options.imported', { n: result.changed })))
    : notice('care', h('p', null, refusal(result)));
}

function refusal({ why, field }: ImportRefusal): string {
  const key = `options.name.${field}`;
  const name = hasText(key) ? t(key) : field;
  return inARow(t(`options.importWrong.${why}`, { field: name }), t('options.importUnchanged'));
}

/** As long as entries are kept once all is as at first: what is locked stays, what is recommended comes back (days). */
function daysAfterReset({ settings, policy }: Page): number {
  if (policy.locked.includes('keepDays')) return settings.keepDays;
  return policy.settings.keepDays ?? DEFAULT_SETTINGS.keepDays;
}

/** Two presses, so that a slip of the mouse loses nothing. */
function resetButton(page: Page): HTMLElement {
  async function reset(): Promise<void> {
    outcome = null;
    page.settings = await stored(resetSettings());
    await page.redraw();
    document.getElementById('reset')?.focus();
    tellSaved(document.getElementById('transfer'), t('options.resetDone'));
  }
  return twoPresses({
    first: { id: 'reset', label: t('options.reset'), kind: 'undo', icon: 'undo' },
    question: t('options.resetSure'),
    questionId: 'reset-question',
    no: { label: t('common.cancel') },
    yes: { id: 'reset-yes', label: t('options.resetYes'), onclick: reset },
    look: 'row',
  });
}
