import { pause, within } from '../../async/within';
import { browser } from '../../browser/api';
import { isOwnPage } from '../../browser/own-page';
import type { Case } from '../../messages/ui-messages';
import { judgedHost } from '../state/cases';
import { hostOf } from '../state/host';
import { isSameAddress, tabStates, type TabState } from '../state/tab-state';

/** A browser that cannot tell about a tab in this time leaves us nothing to compare. */
const TAB_LIMIT_MS = 1_000;
/** A scam that hops between two hosts shows neither for long; its first words are told sooner than this. */
const SETTLE_MS = 250;
/** So many reporting documents in so many ms: a loop, of which the page shown is one turn. */
const LOOP_DOCUMENTS = 3;
const LOOP_MS = 5_000;

/** What the browser tells of a tab. */
export interface Shown {
  url?: string | undefined;
  status?: string | undefined;
  active?: boolean;
  mutedInfo?: { muted: boolean } | undefined;
  /** When it last was, or came, in front of its window (ms since 1970). Chrome has it since 121. */
  lastAccessed?: number | undefined;
}

/** What the browser tells of a tab; null where it is gone. Never rejects. */
export function tabOf(tabId: number): Promise<Shown | null> {
  return browser.tabs.get(tabId).catch(() => null);
}

/**
 * Chrome puts tabs to sleep that are not looked at, and gives them another id then. Never rejects.
 * @returns the ids of those asleep at this very address, none for ''
 */
export async function sleepingTabsOf(address: string): Promise<number[]> {
  const asleep = address === '' ? [] : await browser.tabs.query({ discarded: true }).catch(() => []);
  return asleep.flatMap(({ id, url }) => (id !== undefined && isSameAddress(address, url) ? [id] : []));
}

/** Whether a tab's page loads itself again and again. @param now ms since 1970 */
export function isLoop({ documents }: TabState, now: number): boolean {
  // What lies ahead was told before the clock was put back.
  return documents.filter((at) => Math.abs(now - at) < LOOP_MS).length >= LOOP_DOCUMENTS;
}

/**
 * Whether a tab shows a page of another site that gave no cause for suspicion. An honest page opens no gate and so
 * tells nothing: it counts once it has loaded whole, for a scam would have told by then, or jammed while loading.
 * @param judged host the verdict was about, '' where that is not written down (a private window)
 */
export function isElsewhere(tab: Shown, state: TabState, judged: string, now = Date.now()): boolean {
  const here = hostOf(tab.url ?? '');
  if (here === '' || here === judged || isOwnPage(tab.url)) return false;
  if (isLoop(state, now)) return false;
  const top = state.frames[0];
  if (top !== undefined && hostOf(top.address) === here) {
    if (state.level !== 'quiet') return false;
    if (top.doc !== '') return judged !== '' && top.facts !== null; // else only frames of it have told something
  }
  return tab.status === 'complete' && (judged !== '' || top !== undefined);
}

/** The browser notes that the warning came in front a moment after it did, or before it told us of it. */
const FRONT_MS = 300;

/**
 * Whether the tab of a case has not been in front since its warning was: a person goes nowhere in a tab that they do not
 * see, so its page moved it. Not sure of a tab in front of another window, nor where the clock was put back, nor where it
 * was under way when the warning came.
 */
function staysBehind({ active, lastAccessed }: Shown, { noticedAt, timing, wasLeaving }: Case): boolean {
  if (wasLeaving === true || active !== false || lastAccessed === undefined || timing.warnedMs === null)
    return false;
  const warnedAt = noticedAt + timing.warnedMs;
  return lastAccessed < warnedAt + FRONT_MS && warnedAt <= Date.now();
}

/**
 * Whether the person has meanwhile gone to an honest page of another site in the tab of a case: that one is not ours to
 * close.
 */
export async function movedOn(known: Case): Promise<boolean> {
  const host = await honestHost(known);
  if (host === '') return false;
  await pause(SETTLE_MS);
  return (await honestHost(known)) === host;
}

async function honestHost(known: Case): Promise<string> {
  if (known.level === 'quiet') return '';
  const tab = await within(browser.tabs.get(known.tabId), TAB_LIMIT_MS, null);
  if (tab === null || staysBehind(tab, known)) return '';
  const state = await tabStates.read(String(known.tabId));
  return isElsewhere(tab, state, judgedHost(known)) ? hostOf(tab.url ?? '') : '';
}
