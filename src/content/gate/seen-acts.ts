import type { ActName } from '../../detection/facts';
import { later, now } from '../later';
import { fullscreenElement, pageBody } from '../safe-document';
import { typedInto } from './copied-text';

/** The hook tells of play() itself; a 'play' event this soon (ms) after it is the same act. */
const SAME_SOUND_MS = 250;
/** The same for full screen, which comes some time after the call (ms). */
const SAME_FULLSCREEN_MS = 2_000;

/** The keys by which people get away: out of full screen, to the task list, to close or to look at the source. */
const WAYS_OUT: readonly string[] = ['Escape', 'F11', 'F12', 'Alt', 'Control', 'F4', 'Meta'];

/**
 * The watch over what this world sees by itself and the hook in the page's world cannot: handlers in markup, autoplay,
 * full screen that is really there, keys that are blocked, and the person's own clicks and keys.
 */
export interface ActWatch {
  /** When the hook last claimed an act, by performance.now(). */
  claimedAt: Partial<Record<ActName, number>>;
  /** The page was judged: it gets to see neither the keys that lead out nor the context menu. */
  disarmed: boolean;
  unloadSeen: boolean;
  onAct(act: ActName, detail: string): void;
  /** A trusted click or key. */
  onGesture(): void;
}

/** The newest watch, for all events of this world: adding the same listener twice does nothing. */
let watch: ActWatch | null = null;

/** What a page makes up itself has not happened. */
function onEvent(event: Event): void {
  if (watch && event.isTrusted) SEEN[event.type]?.(watch, event);
}

const SEEN: Record<string, (seen: ActWatch, event: Event) => void> = {
  pointerdown: (seen) => seen.onGesture(),
  keydown: (seen, event) => {
    const { key, repeat } = event as KeyboardEvent; // the browser's own
    // A key that answers a dialog and is held down comes to the page when the dialog has gone.
    if (!repeat) seen.onGesture();
    if (WAYS_OUT.includes(key)) wayOut(seen, event, 'block-key', key);
  },
  input: (_, { target }) => target && typedInto.add(target),
  contextmenu: (seen, event) => wayOut(seen, event, 'block-menu', ''),
  play: (seen, { target }) => {
    const audible = target instanceof HTMLMediaElement && !target.muted && target.volume > 0;
    if (audible && !claimedWithin(seen, 'sound', SAME_SOUND_MS)) seen.onAct('sound', '');
  },
  fullscreenchange: (seen) => {
    if (fullscreenElement() && !claimedWithin(seen, 'fullscreen', SAME_FULLSCREEN_MS))
      seen.onAct('fullscreen', '');
  },
};

/** Once a real key has been through the page, the browser says whether it was prevented, in whatever way. */
function wayOut(seen: ActWatch, event: Event, act: ActName, detail: string): void {
  if (seen.disarmed) event.stopImmediatePropagation();
  else later(() => event.defaultPrevented && seen.onAct(act, detail), 0);
}

const claimedWithin = (seen: ActWatch, act: ActName, ms: number): boolean =>
  now() - (seen.claimedAt[act] ?? -Infinity) < ms;

/** Makes this the watch of the world; to be called now and then, because document.open() throws all listeners away. */
export function listenForActs(newest: ActWatch): void {
  watch = newest;
  for (const type in SEEN) addEventListener(type, onEvent, true);
}

/** Looks at the markup. */
export function lookForActs(seen: ActWatch): void {
  if (seen.unloadSeen || !pageBody()?.hasAttribute('onbeforeunload')) return;
  seen.unloadSeen = true;
  seen.onAct('beforeunload', '');
}
