import type { ActName, Acts } from '../detection/facts';
import { FRAME_KEY, type ContentOrder } from '../messages/content-messages';

/** What the gate knows about its document; the detector, injected later into the same world, reads it. */
export interface DocumentState {
  /** Random id of the document, sent with every message; '' until there is something to send. */
  doc: string;
  acts: Acts;
  /** Texts given to dialogs, painted on canvases and spoken: the first ones and the newest (ACT_TEXTS). */
  actTexts: string[];
  /** Time of the first trusted click or key, ms since the document began; null until then. */
  gestureAt: number | null;
  /** Time of the newest of them, 0 until then. */
  touchedAt: number;
  /** How many calls of an act, by the hook's count, came before the row that is counted now. */
  passed: Partial<Record<ActName, number>>;
  /** The site is trusted or paused: nothing is collected or sent any more. */
  stoodDown: boolean;
  /** Listens anew for clicks and acts, after a page threw all listeners away (document.open does); set by the gate. */
  listenAnew: (() => void) | null;
  /** Takes an order from the background: by message once the gate has opened, by script before (src/background/judge/orders.ts). */
  obey: ((order: ContentOrder['type']) => void) | null;
  /** Orders come by message. */
  listening: boolean;
  /** Told of new acts, gestures, orders, and of how much of the frame is in view; the detector sets it. */
  onChange: ((why: 'act' | 'gesture' | 'order' | 'view') => void) | null;
}

/** A symbol, because the page could put an element of any name in the place of a string key. */
const KEY = Symbol.for(FRAME_KEY);

interface World {
  [KEY]?: DocumentState;
}

/** The state of this document in this world, made on first call. */
export function documentState(): DocumentState {
  const world = globalThis as World;
  return (world[KEY] ??= {
    doc: '',
    acts: {},
    actTexts: [],
    gestureAt: null,
    touchedAt: 0,
    passed: {},
    stoodDown: false,
    listenAnew: null,
    obey: null,
    listening: false,
    onChange: null,
  });
}

/** 64 random bits; `crypto.randomUUID` is missing on pages without https. */
export function randomId(): string {
  return crypto.getRandomValues(new Uint32Array(2)).join('');
}
