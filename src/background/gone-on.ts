import { hostOf } from './cases';
import { isElsewhere, type Shown } from './moved-on';
import type { TabState } from './tab-state';

/**
 * Whether a tab shows an honest page by now, and not the one that told what is known of it. Behind a sign-in prompt
 * still stands the page that led to it.
 */
export function hasGoneOn(tab: Shown, state: TabState): boolean {
  const top = state.frames[0];
  return top?.acts['auth-prompt'] === undefined && isElsewhere(tab, state, hostOf(top?.address ?? ''));
}
