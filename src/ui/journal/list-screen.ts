import type { Incident } from '../../storage/incident';
import { hasIncidents, listIncidents } from '../../storage/incident-list';
import { deleteAll, expire } from '../../storage/incidents';
import { knownSettings, saveSettings } from '../../storage/settings-store';
import { h, show } from '../shared/h';
import { t, when } from '../shared/i18n';
import type { Page } from '../shared/page';
import { announce, button, field } from '../shared/parts';
import { filterBar, isFiltered, filter } from './filter-bar';
import { fragmentOf } from './place';
import { troubleLine } from './trouble-line';
import { twoSteps } from './two-steps';
import { endingOf, nameOf } from './words';

/** Days a person can choose from; another value set elsewhere is added to the list. */
const KEEP_CHOICES = [30, 90, 180, 365, 730];

/** A list that could not be read is tried again after so many ms, later after so many; in all for about an hour. */
const TRY_SOON_MS = 1_500;
const TRY_LATER_MS = 10_000;
const SOON_TRIES = 10;
const MOST_TRIES = 360;

interface ListParts {
  rows: HTMLElement;
  more: HTMLElement;
  found: HTMLElement;
  trouble: HTMLElement;
}

/** The list: what was noticed and closed, newest first, a page at a time. */
export async function listScreen(root: HTMLElement, page: Page): Promise<void> {
  const some = await hasIncidents();
  const parts: ListParts = {
    rows: h('ul', { class: 'entries' }),
    more: h('div', { class: 'row' }),
    found: h('p', { id: 'found', class: 'quiet', role: 'status' }),
    trouble: h('div', null),
  };
  show(
    root,
    h('h1', null, t('journal.title')),
    h('p', { class: 'lead' }, t('journal.lead')),
    parts.trouble,
    some && filterBar(() => fill(parts, null)),
    some === false && h('p', { id: 'empty' }, t('journal.empty')),
    parts.found,
    parts.rows,
    parts.more,
    h('h2', null, t('journal.keeping')),
    keepDays(page),
    some !== false && deleteEverything(page), // also what cannot be read any more
  );
  if (await fill(parts, null)) void tryAgain(parts);
  // After the list is in sight: it can take a while. Never by the defaults of a store that cannot be read.
  const settings = await knownSettings();
  if (settings !== null && (await expire(settings.keepDays)) > 0) await fill(parts, null);
}

/** Only the answer to the last question is shown: typing is faster than a long search. */
let asked = 0;

/** @returns whether the journal could not be read. */
async function fill(parts: ListParts, after: number | null): Promise<boolean> {
  const mine = (asked += 1);
  const got = await listIncidents({ after, filter });
  if (mine !== asked) return false;
  const lines = got.rows.map(line);
  if (after === null) parts.rows.replaceChildren(...lines);
  else parts.rows.append(...lines);
  if (after !== null) focusRow(lines[0] ?? parts.rows.lastElementChild);
  const { next } = got;
  const more = (from: number): HTMLElement =>
    button({ id: 'more', label: t('journal.more'), onclick: () => fill(parts, from) });
  show(parts.more, next !== null && more(next));
  const shown = parts.rows.childElementCount;
  const found = next === null ? 'journal.found' : 'journal.foundNewest';
  parts.found.textContent = isFiltered() ? t(found, { n: shown }) : '';
  const trouble = await troubleLine(got.failed, got.unreadable);
  // The same sentence stays: put there anew at each try, it would be read out anew.
  if ((trouble?.textContent ?? '') !== parts.trouble.textContent) show(parts.trouble, trouble);
  return got.failed;
}

/** The button "more" is gone: the keyboard goes on from here. */
function focusRow(row: Element | null): void {
  row?.querySelector('a')?.focus();
}

/**
 * On a disk that is full to the last byte Chromium can read the journal only later, or once there is room: the list
 * comes back by itself then.
 */
async function tryAgain(parts: ListParts): Promise<void> {
  for (let tries = 0; tries < MOST_TRIES && parts.rows.isConnected; tries += 1) {
    await new Promise((done) => setTimeout(done, tries < SOON_TRIES ? TRY_SOON_MS : TRY_LATER_MS));
    if (!(await fill(parts, null))) return;
  }
}

function line(incident: Incident): HTMLLIElement {
  const { id = 0, at, times } = incident;
  return h(
    'li',
    null,
    h(
      'a',
      { class: 'entry', href: fragmentOf({ screen: 'entry', id }) },
      h('span', { class: 'entry-name' }, nameOf(incident)),
      h('span', { class: 'quiet small' }, when(at), times > 1 && ` · ${t('journal.times', { n: times })}`),
      h('span', { class: 'small' }, endingOf(incident)),
    ),
  );
}

function keepDays(page: Page): HTMLElement {
  const now = page.settings.keepDays;
  const days = [...new Set([...KEEP_CHOICES, now])].sort((one, other) => one - other);
  const list: HTMLSelectElement = h(
    'select',
    {
      id: 'keep-days',
      disabled: page.policy.locked.includes('keepDays'),
      onchange: () => keep(Number(list.value)),
    },
    ...days.map((n) => h('option', { value: String(n) }, t('journal.days', { n }))),
  );
  list.value = String(now);
  return field(t('journal.keepFor'), list, t('journal.keepHint'));

  async function keep(chosen: number): Promise<void> {
    page.settings = await saveSettings({ keepDays: chosen });
    await expire(chosen);
    await page.redraw();
    announce(t('journal.keepSaved', { n: chosen }));
    document.getElementById('keep-days')?.focus();
  }
}

function deleteEverything(page: Page): HTMLElement {
  return twoSteps('delete-all', t('journal.deleteAll'), t('journal.deleteAllQuestion'), async () => {
    const done = await deleteAll();
    await page.redraw();
    announce(t(done ? 'journal.deletedAll' : 'errors.action'));
  });
}
