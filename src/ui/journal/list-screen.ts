import type { Incident } from '../../storage/incident';
import { hasIncidents, listIncidents } from '../../storage/incident-list';
import { deleteAll } from '../../storage/incidents';
import { saveSettings } from '../../storage/settings-store';
import { h, show } from '../shared/h';
import { t, when } from '../shared/i18n';
import { redrawInPlace, type Page } from '../shared/page';
import { announce, button, buttonLink, field } from '../shared/parts';
import { stored } from '../shared/trouble';
import { inARow } from '../shared/sentences';
import { deleteButton } from './delete-button';
import { filterBar, isFiltered, filter } from './filter-bar';
import { focusHeading } from '../shared/focus-heading';
import { fragmentOf } from './place';
import { tellDeleted } from './tell-deleted';
import { troubleLine } from './trouble-line';
import { tryAgain } from './try-again';
import { endingOf, nameOf, seenAgain } from './words';

/** Days a person can choose from; another value set elsewhere is added to the list. */
const KEEP_CHOICES = [30, 90, 180, 365, 730];

interface ListParts {
  rows: HTMLElement;
  more: HTMLElement;
  found: HTMLElement;
  trouble: HTMLElement;
  /** Entries that could not be read, of all pages shown. */
  unreadable: number;
}

/** The list: what was noticed and closed, newest first, a page at a time. */
export async function listScreen(root: HTMLElement, page: Page): Promise<void> {
  const some = await hasIncidents();
  const parts: ListParts = {
    rows: h('ul', { class: 'entries' }),
    more: h('div', { class: 'row' }),
    found: h('p', { id: 'found', class: 'quiet', role: 'status' }),
    trouble: h('div', null),
    unreadable: 0,
  };
  show(
    root,
    h('h1', null, t('journal.title')),
    h('p', { class: 'lead' }, t('journal.lead')),
    h('p', null, buttonLink(t('common.openGuide'), '../guide/guide.html', 'guide')),
    parts.trouble,
    some && filterBar(() => fill(parts, null)),
    some === false && h('p', { id: 'empty' }, emptyLine(page)),
    parts.found,
    parts.rows,
    parts.more,
    h('h2', null, t('journal.keeping')),
    keepDays(page),
    some !== false && deleteEverything(page), // also what cannot be read any more
  );
  if (await fill(parts, null)) void tryAgain(parts.rows, again);

  async function again(): Promise<boolean> {
    const failed = await fill(parts, null);
    // The search was left out, and an earlier one would go on narrowing the list unseen.
    if (!failed && some === null && parts.rows.isConnected) await redrawInPlace(page);
    return failed;
  }
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
  const next = got.failed ? after : got.next; // what could not be read can be asked for again
  const more = (from: number): HTMLElement =>
    button({ id: 'more', label: t('journal.more'), onclick: () => fill(parts, from) });
  show(parts.more, next !== null && more(next));
  const shown = parts.rows.childElementCount;
  const found = next === null ? 'journal.found' : 'journal.foundNewest';
  parts.found.textContent = isFiltered() && !got.failed ? t(found, { n: shown }) : '';
  parts.unreadable = got.unreadable + (after === null ? 0 : parts.unreadable);
  const trouble = await troubleLine({ ...got, unreadable: parts.unreadable });
  // The same sentence stays: put there anew at each try, it would be read out anew.
  if ((trouble?.textContent ?? '') !== parts.trouble.textContent) show(parts.trouble, trouble);
  return got.failed;
}

/** The button "more" is gone: the keyboard goes on from here. */
function focusRow(row: Element | null): void {
  row?.querySelector('a')?.focus();
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
      h('span', { class: 'quiet small' }, when(at), times > 1 && ` · ${seenAgain(incident)}`),
      h('span', { class: 'small' }, endingOf(incident)),
    ),
  );
}

function emptyLine({ settings }: Page): string {
  return t('journal.empty', { days: t('journal.days', { n: settings.keepDays }) });
}

function showDays(list: HTMLSelectElement, now: number): void {
  const days = [...new Set([...KEEP_CHOICES, now])].sort((one, other) => one - other);
  list.replaceChildren(...days.map((n) => h('option', { value: String(n) }, t('journal.days', { n }))));
  list.value = String(now);
}

/** Choices of days that are being stored: what is told meanwhile may be the one before. */
let storing = 0;

/** Shows for how many days entries are kept by now: the settings may be open in another tab. */
export function followKeepDays(page: Page): void {
  const list = document.getElementById('keep-days');
  const { keepDays: now } = page.settings;
  if (storing > 0 || !(list instanceof HTMLSelectElement) || list.value === String(now)) return;
  showDays(list, now);
  document.getElementById('keep-saved')?.remove();
  const empty = document.getElementById('empty');
  if (empty !== null) empty.textContent = emptyLine(page);
}

function keepDays(page: Page): HTMLElement {
  const isLocked = page.policy.locked.includes('keepDays');
  const list: HTMLSelectElement = h('select', {
    id: 'keep-days',
    disabled: isLocked,
    onchange: () => keep(Number(list.value)),
  });
  showDays(list, page.settings.keepDays);
  const said = h('p', { class: 'quiet', id: 'keep-saved' });
  const made = field(t('journal.keepFor'), list, t(isLocked ? 'errors.locked' : 'journal.keepHint'));
  return made;

  /** Nothing is deleted here: each arrow key in the list is a choice. The worker does it once a day. */
  async function keep(chosen: number): Promise<void> {
    const before = page.settings.keepDays;
    storing += 1;
    try {
      page.settings = await stored(saveSettings({ keepDays: chosen }));
    } catch (failure) {
      list.value = String(page.settings.keepDays); // what could not be stored is not shown as if it were
      window.scrollTo(0, 0); // it is told on top, and a long list stands between
      throw failure;
    } finally {
      storing -= 1;
    }
    const { keepDays: n } = page.settings;
    if (n !== chosen) await page.redraw(); // an administrator has set it meanwhile
    const saved = t('journal.keepSaved', { n });
    said.textContent = n < before ? inARow(saved, t('journal.keepLess')) : saved; // for who sees
    made.append(said);
    announce(said.textContent);
    document.getElementById('keep-days')?.focus();
  }
}

function deleteEverything(page: Page): HTMLElement {
  return deleteButton('delete-all', t('journal.deleteAll'), t('journal.deleteAllQuestion'), async () => {
    if (!(await deleteAll())) return false;
    tellDeleted(null);
    await page.redraw();
    focusHeading();
    announce(t('journal.deletedAll'));
    return true;
  });
}
