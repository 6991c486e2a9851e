import type { ActName } from '../../detection/facts';
import { fullscreenElement, pageBody } from '../safe-document';

/** The hook tells of play() itself; a 'play' event this soon (ms) after it is the same act. */
const SAME_SOUND_MS = 250;

interface Watch {
  /** Time (performance.now) of the hook's last claim of an act, -Infinity if none. */
  lastClaim(act: ActName): number;
  onAct(act: ActName): void;
  /** A trusted click or key. */
  onGesture(): void;
}

/**
 * Watches for what the hook in the page's world cannot see: handlers in markup, autoplay, full screen that is
 * really there, and the person's own clicks and keys.
 * @returns a function to call now and then: it looks at the markup, and listens anew if the page threw the
 * listeners away (document.open does)
 */
export function watchSeenActs(watch: Watch): () => void {
  const onGesture = (event: Event): void => {
    if (event.isTrusted) watch.onGesture();
  };
  const onPlay = (event: Event): void => {
    const media = event.target;
    const audible = media instanceof HTMLMediaElement && !media.muted && media.volume > 0;
    if (audible && performance.now() - watch.lastClaim('sound') > SAME_SOUND_MS) watch.onAct('sound');
  };
  const onFullscreen = (): void => {
    const known = performance.now() - watch.lastClaim('fullscreen') < 2_000;
    if (fullscreenElement() && !known) watch.onAct('fullscreen');
  };
  let unloadSeen = false;
  const lookAtMarkup = (): void => {
    if (unloadSeen || !pageBody()?.hasAttribute('onbeforeunload')) return;
    unloadSeen = true;
    watch.onAct('beforeunload');
  };
  return () => {
    // Adding the same listener twice does nothing.
    for (const type of ['pointerdown', 'keydown']) addEventListener(type, onGesture, true);
    addEventListener('play', onPlay, true);
    addEventListener('fullscreenchange', onFullscreen, true);
    lookAtMarkup();
  };
}
