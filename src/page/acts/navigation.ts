import { apply, cancelEvent } from '../natives';
import { listen, type Scope } from '../scope';
import { floodGauge, rateLimit } from './history';
import { leavesTheBrowser } from './links';

/** The part of NavigateEvent used here. */
interface Navigate extends Event {
  navigationType: 'push' | 'replace' | 'reload' | 'traverse';
  userInitiated: boolean;
  hashChange: boolean;
  destination: { url: string; sameDocument: boolean };
}

/**
 * location.reload, replace and href cannot be wrapped (they are not configurable), so their `navigate` events are
 * counted: reloads and replacements by script, floods of #fragments or of new entries, and addresses that open another
 * program. A page that draws itself anew in the place of a replacement (`intercept`) has its new entry at once: that is
 * no reload, so each is counted when the next one comes and no entry came between. Of #fragments, too, only as many are
 * made as Chromium makes (history.ts).
 */
export function watchNavigation(scope: Scope): void {
  const { navigation } = scope.window as unknown as { navigation?: EventTarget }; // not in every browser
  if (!navigation) return;
  const inFlood = floodGauge();
  const isInRate = rateLimit();
  let replaced: string | null = null;
  listen(scope, navigation, 'currententrychange', () => (replaced = null));
  listen(scope, navigation, 'navigate', (event) => {
    try {
      const step = event as Navigate;
      if (step.userInitiated) return;
      const { url, sameDocument } = step.destination;
      const adds = step.navigationType === 'push';
      const stays = sameDocument && step.navigationType !== 'traverse';
      if (stays && !isInRate() && step.cancelable) apply(cancelEvent, event, []);
      if (leavesTheBrowser(url)) scope.claim('external-link', url);
      else if (step.hashChange || (adds && !sameDocument)) {
        const times = inFlood();
        if (times > 0) scope.claim('history', '#', times);
        else if (!step.hashChange) return;
      } else if (sameDocument || step.navigationType === 'traverse') return;
      else {
        if (replaced !== null) scope.claim('reload', replaced);
        replaced = url;
      }
      if (scope.defused() && step.cancelable) apply(cancelEvent, event, []);
    } catch {
      // The claim is lost; the page navigates as it meant to.
    }
  });
}
