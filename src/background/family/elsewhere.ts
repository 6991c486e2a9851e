import { isOwnPage } from '../../browser/own-page';
import { isLoop } from '../state/documents';
import { hostOf } from '../state/host';
import { isHost, isKnown, type KnownHost } from '../state/known-host';
import type { Shown } from '../state/shown-tab';
import { toldSite, type TabState } from '../state/tab-state';

/**
 * Whether a tab shows a page of another site that gave no cause for suspicion. An honest page opens no gate and so
 * tells nothing: it counts once it has loaded whole, for a scam would have told by then, or jammed while loading.
 * @param judged host the verdict was about
 */
export function isElsewhere(tab: Shown, state: TabState, judged: KnownHost, now = Date.now()): boolean {
  const here = hostOf(tab.url ?? '');
  // No site leads to a file, but any to a page that it fills itself, whose address is none or not told.
  if (here === '' && tab.url?.startsWith('file:') !== true) return false;
  if (isHost(judged, here) || isOwnPage(tab.url)) return false;
  if (isLoop(state, now)) return false;
  const top = state.frames[0];
  if (isHost(toldSite(state), here)) {
    if (state.level !== 'quiet') return false;
    const hasTold = top !== undefined && top.doc !== ''; // else only frames of it have told something
    if (hasTold) return isKnown(judged) && top.facts !== null;
  }
  return tab.status === 'complete' && (isKnown(judged) || top !== undefined);
}
