import { isOwnPage } from '../../browser/own-page';
import { hostOf } from '../state/host';
import { isHost } from '../state/known-host';
import type { Shown } from '../state/shown-tab';
import { toldSite, type TabState } from '../state/tab-state';
import { isElsewhere } from './elsewhere';

/**
 * Whether a tab shows an honest page by now, and not the one that told what is known of it. Behind a sign-in prompt
 * still stands the page that led to it.
 */
export function movedOnFromState(tab: Shown, state: TabState): boolean {
  const top = state.frames[0];
  return top?.acts['auth-prompt'] === undefined && isElsewhere(tab, state, toldSite(state));
}

/**
 * Whether an order about what is known of a tab would meet an honest page: one that the person has gone on to, or the
 * one that led to a sign-in prompt. As long as the prompt waits for its answer the tab counts as loading.
 */
export function showsOtherThanState(tab: Shown, state: TabState): boolean {
  const top = state.frames[0];
  if (top?.acts['auth-prompt'] === undefined) return isElsewhere(tab, state, toldSite(state));
  const here = hostOf(tab.url ?? '');
  return here !== '' && !isHost(toldSite(state), here) && !isOwnPage(tab.url);
}

/**
 * Whether a tab at this address shows another page than the top document that told last. Behind a scam's sign-in prompt
 * still stands the page that led to it; nobody tells when an honest one is over.
 */
export function isOtherThanTop({ frames, level }: TabState, tabAddress: string): boolean {
  const top = frames[0];
  if (top === undefined || top.address === '' || isOwnPage(tabAddress)) return false;
  if (top.acts['auth-prompt'] !== undefined && level !== 'quiet') return false;
  const here = hostOf(tabAddress);
  return here !== '' && here !== hostOf(top.address);
}
