import { apply, cancelEvent } from '../natives';
import { listen, type Scope } from '../scope';
import { floodGauge } from './history';
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
 * counted: reloads and replacements by script, floods of #fragments, and addresses that open another program.
 */
export function watchNavigation(scope: Scope): void {
  const { navigation } = scope.window as unknown as { navigation?: EventTarget }; // not in every browser
  if (!navigation) return;
  const flooded = floodGauge();
  listen(scope, navigation, 'navigate', (event) => {
    try {
      const step = event as Navigate;
      if (step.userInitiated) return;
      const { url, sameDocument } = step.destination;
      if (leavesTheBrowser(url)) scope.claim('external-link', url);
      else if (step.hashChange) scope.claim('history', '#', !flooded());
      else if (sameDocument) return;
      else if (step.navigationType === 'reload' || step.navigationType === 'replace')
        scope.claim('reload', url);
      else return;
      if (scope.defused() && step.cancelable) apply(cancelEvent, event, []);
    } catch {
      // The claim is lost; the page navigates as it meant to.
    }
  });
}
