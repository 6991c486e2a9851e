import { delay, within } from '../../async/within';
import { browser } from '../../browser/api';
import { showsOtherThanState } from '../family/moved-on-from-state';
import { judgeTab } from '../judge/judge-tab';
import { cases, judgedSite } from '../state/cases';
import { hostOf } from '../state/host';
import { isHost } from '../state/known-host';
import { TAB_SOON_MS, tabWithin } from '../state/shown-tab';
import { tabStates } from '../state/tab-state';
import { SILENT_MS, SLEPT_MS } from './silence';

/** So long (ms) after it went behind our warning a page is still asked whether it answers. */
const WATCH_MS = 15_000;
/** Between an answer and the next question (ms). */
const PAUSE_MS = 500;
/** Tabs that are being asked. */
const asked = new Set<number>();

/**
 * A page behind our warning sends no beats any more, and may lock itself up there: it is asked for a while, and
 * judged as silent when it does not answer. Ends when the tab goes, leaves its case, or goes to another page.
 */
export async function watchBehindWarning(tabId: number): Promise<void> {
  if (asked.has(tabId)) return;
  asked.add(tabId);
  try {
    const until = performance.now() + WATCH_MS;
    const wall = Date.now() + WATCH_MS;
    // The system clock alone goes on while the machine sleeps; the monotonic one is never put back.
    const isTime = (): boolean => performance.now() < until && Date.now() < wall;
    while (isTime() && (await askOnce(tabId))) await delay(PAUSE_MS);
  } finally {
    asked.delete(tabId);
  }
}

/** One question. @returns whether there is a reason to ask again. */
async function askOnce(tabId: number): Promise<boolean> {
  if (!(await isOfCase(tabId))) return false;
  const from = Date.now();
  const answer = await within(answers(tabId), SILENT_MS, 'silent');
  const silentFor = Date.now() - from;
  if (answer !== 'silent' || silentFor > SILENT_MS + SLEPT_MS) return answer !== 'nobody';
  // Behind a box that somebody reads an honest page answers as little: it is asked again.
  if ((await tabStates.read(String(tabId))).dialogAt !== null) return true;
  await tabStates.update(String(tabId), (state) => ({ ...state, silentFor }));
  await judgeTab(tabId);
  return false;
}

/** Whether the tab still shows what its case is about: the order is none for an honest page that the person went on to. */
async function isOfCase(tabId: number): Promise<boolean> {
  const state = await tabStates.read(String(tabId));
  const known = state.caseId === null ? null : await cases.read(state.caseId);
  if (known === null) return false;
  const tab = await tabWithin(tabId, TAB_SOON_MS);
  if (tab !== null && showsOtherThanState(tab, state)) return false;
  const top = state.frames[0];
  // It is still the page of the case if it told nothing, is suspicious itself, or is of the judged site.
  return top === undefined || state.level !== 'quiet' || isHost(judgedSite(known), hostOf(top.address));
}

/** Any order is answered as soon as the page's own script lets go; this one the page has had already. */
function answers(tabId: number): Promise<'here' | 'nobody'> {
  return browser.tabs.sendMessage(tabId, { type: 'defuse' }, { frameId: 0 }).then(
    () => 'here' as const,
    () => 'nobody' as const,
  );
}
