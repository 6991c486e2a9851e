import { isOwnPage } from '../../browser/own-page';
import { isLoop } from '../state/documents';
import { hostOf } from '../state/host';
import type { Shown } from '../state/shown-tab';
import type { TabState } from '../state/tab-state';

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
