import { within } from '../../async/within';
import { browser } from '../../browser/api';
import { caseKey, type HeldBack } from '../../messages/store-keys';
import type { Case } from '../../messages/ui-messages';
import { h, show, type Child } from '../shared/h';
import { t } from '../shared/i18n';
import { startPage, type Page } from '../shared/page';
import { heldScreen } from './held-screen';
import { calmScreen } from './calm-screen';
import { settleAgain, watchSight } from '../shared/careful-press';
import { readEntry } from './entry';
import { dropFirstWords } from './first-words';
import { heldBackFor } from './held-back';
import { caseNow, CLOSING_MS, firstAnswer } from './known-case';
import { liveScreen } from './live-screen';
import { toGuide } from './own-tab';
import { silentScreen } from './silent-screen';
import { stuckScreen } from './stuck-screen';

/** How often the background is asked whether the tab is still there; it wakes for each, so not more often. */
const POLL_MS = 2_000;
/** A worker or a store that has not answered by then (ms) is waited for no longer: the scam stands behind this page. */
const KNOWN_LIMIT_MS = 1_000;

/** What a screen is for; `none` where no case is known. */
type Shown = Case['state'] | 'none';

const entry = readEntry(location.search);
let found: Case | null = null;
let held: HeldBack | null = null;
/** Nobody has told yet how the case stands. */
let silent = false;
/** What is on the screen; null before anything is. */
let drawn: Shown | null = null;
let closingSince: number | null = null;

/** Takes over how the case stands, and since when it is being closed. */
function take(told: Case | null): void {
  found = told;
  if (told?.state !== 'closing') closingSince = null;
  else closingSince ??= performance.now();
}

/** What to show: the state of the case, but a closing that does not end counts as stuck. */
function shownState(): Shown {
  if (closingSince !== null && performance.now() - closingSince > CLOSING_MS) return 'stuck';
  return found?.state ?? 'none';
}

function closingScreen(): Child[] {
  return [
    h('h1', { id: 'verdict', tabindex: -1 }, t('warning.closing')),
    h('p', { id: 'reassurance', class: 'lead' }, t('warning.reassurance')),
  ];
}

function screenOf(page: Page): Child[] {
  if (entry.mode === 'blocked') return heldScreen(found, held, page);
  const changed = (): Promise<void> => refresh(page);
  if (found && drawn === 'stuck') return stuckScreen(found, page, changed);
  if (found?.state === 'closing') return closingScreen();
  if (found?.state === 'warned') return liveScreen(found, page, changed);
  if (entry.mode === 'live' && silent) return silentScreen({ caseId: entry.caseId, saysScam }, page);
  return calmScreen(
    page,
    found?.state === 'mistaken' ? 'warning.mistake.done' : 'warning.unknown.reassurance',
  );
}

/** A scam that stands there has the page's short title; over anything else the tab is called what is shown. */
function nameTab(): void {
  const stands = drawn === 'warned' || drawn === 'closing' || drawn === 'stuck';
  if (entry.mode === 'live' && stands && !found?.injectedIntoHonestSite) return;
  const title = document.getElementById('verdict')?.textContent ?? '';
  document.title = `${title} · ${t('common.name')}`;
}

function draw(root: HTMLElement, page: Page): void {
  drawn = shownState();
  const dialog = h(
    'section',
    { role: 'alertdialog', 'aria-labelledby': 'verdict', 'aria-describedby': 'reassurance' },
    ...screenOf(page),
  );
  show(root, dialog);
  dropFirstWords();
  nameTab();
  settleAgain();
  // Without a button, at what it says: the pressed one has gone, and screen readers would fall silent.
  dialog.querySelector<HTMLElement>('.button-main, h1[tabindex]')?.focus();
}

/** Asks how the case stands and shows it if that changed; a closed tab leads on to the guide. */
async function refresh(page: Page): Promise<void> {
  if (entry.mode !== 'live') return;
  take(await caseNow(entry.caseId, found));
  if (found !== null) silent = false;
  if (found?.state === 'closed') toGuide(found.id);
  else if (shownState() !== drawn) await page.redraw();
}

function follow(page: Page, caseId: string): void {
  browser.storage.onChanged.addListener((changes) => {
    if (caseKey(caseId) in changes) void refresh(page);
  });
  setInterval(() => {
    if (document.visibilityState === 'visible') void refresh(page);
  }, POLL_MS);
  // What changed between the first answer and now was told to nobody.
  void refresh(page);
}

let following = false;

const named = entry.mode === 'unknown' ? null : entry.caseId;
/** The words of a scam were asked for when it was opened; they go with the first drawing (first-words.ts). */
const saysScam = location.hash !== '';
/** Asked before the page has its texts: each of these waits costs some 10 ms in which the scam is still in view. */
const asked = named === null ? Promise.resolve(null) : firstAnswer(named);
const looked = heldBackFor(named, entry.mode === 'blocked' ? entry.ruleId : null);
const known = Promise.all([within(asked, KNOWN_LIMIT_MS, undefined), within(looked, KNOWN_LIMIT_MS, null)]);

/** Draws what comes after its time. */
function followLate(page: Page): void {
  void asked.then((told) => {
    if (!silent || told === undefined) return;
    take(told);
    silent = false;
    void page.redraw();
  });
  void looked.then((kept) => {
    if (held !== null || kept === null) return;
    held = kept;
    void page.redraw();
  });
}

watchSight();
void startPage({
  areas: ['warning', 'reasons'],
  title: entry.mode === 'unknown' ? 'warning.unknown.title' : 'warning.title',
  async render(root, page) {
    if (!following && named !== null) {
      following = true;
      const [told, kept] = await known;
      take(told ?? null);
      held = kept;
      silent = told === undefined;
      followLate(page);
      if (entry.mode === 'live') follow(page, named);
    }
    if (entry.mode === 'live' && found?.state === 'closed') toGuide(found.id);
    else draw(root, page);
  },
});
