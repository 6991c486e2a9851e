import { closeTab } from '../close/close-tab';
import { isElsewhere } from '../family/elsewhere';
import { belongsToClosing, joinClosing } from '../family/closing-group';
import { noteOpened, noteOrigin } from '../family/opened-tabs';
import { tabOf } from '../state/shown-tab';
import { toldSite } from '../state/tab-state';
import { judgeTab } from './judge-tab';

/** A tab that opened so many windows is judged even if its page told nothing; features-acts.ts says what a swarm is. */
const OPENED_TO_JUDGE = 3;

/**
 * A tab was opened from another one, by its page or by the person: closed where that one is being closed, else noted.
 * @param url where it was sent
 * @param at when (ms since 1970)
 * @param frameId the opener's frame that did it
 */
export async function onOpened(
  opener: number,
  tabId: number,
  url: string,
  at: number,
  frameId = 0,
): Promise<void> {
  const now = Date.now();
  if (await belongsToClosing(opener, now)) {
    await joinClosing([tabId], now);
    await closeTab(tabId);
    return;
  }
  const state = await noteOpened(opener, tabId, at);
  void noteOrigin(opener, tabId, url, frameId);
  if (state.opened.length < OPENED_TO_JUDGE) return;
  const tab = await tabOf(opener);
  // What was told of the page before says nothing of the one that the person opens links from by now.
  if (tab !== null && !isElsewhere(tab, state, toldSite(state))) await judgeTab(opener);
}
