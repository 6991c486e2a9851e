import { delay } from '../../async/within';
import type { Case } from '../../messages/ui-messages';
import { judgedSite } from '../state/cases';
import { hostOf } from '../state/host';
import { TAB_PATIENT_MS, type Shown, tabWithin } from '../state/shown-tab';
import { tabStates } from '../state/tab-state';
import { isElsewhere } from './elsewhere';

/** A scam that hops between two hosts shows neither for long; its first words are told sooner than this. */
const SETTLE_MS = 250;

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
export async function movedOnFromCase(known: Case): Promise<boolean> {
  const place = await honestPlace(known);
  if (place === '') return false;
  await delay(SETTLE_MS);
  return (await honestPlace(known)) === place;
}

/** Host of an honest page in the tab, or where it has none its address; '' where there is no honest page. */
async function honestPlace(known: Case): Promise<string> {
  if (known.level === 'quiet') return '';
  const tab = await tabWithin(known.tabId, TAB_PATIENT_MS);
  if (tab === null || staysBehind(tab, known)) return '';
  const state = await tabStates.read(String(known.tabId));
  const { url = '' } = tab;
  return isElsewhere(tab, state, judgedSite(known)) ? hostOf(url) || url : '';
}
