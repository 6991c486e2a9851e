import type { ActName, FrameFacts } from '../detection/facts';

/** From a content script to the background. Tab, frame and address are taken from the sender, never from here. */
export type ContentMessage =
  /** An act just happened (sent before the native call blocks); at most ACT_MESSAGE_CAP a frame. */
  | { type: 'act'; act: ActName; detail: string; at: number; unasked: boolean; count: number; title: string }
  /**
   * The cheap gate opened: the frame deserves the detector. `referrer` is document.referrer, for the journal. `text`:
   * what the page shows so far, for the case that a script jams it before the detector comes.
   */
  | { type: 'gate'; title: string; referrer: string; text: string }
  /** The detector's facts about this frame. */
  | { type: 'facts'; facts: FrameFacts }
  /** I am alive; sent by the top frame every BEAT_MS while suspicious. One with visible=false ends the watch. */
  | { type: 'beat'; visible: boolean };

/** What is really sent: every message carries the random id of its document, so that a new page starts afresh. */
export type ContentEnvelope = ContentMessage & { doc: string };

/** The background's answer to each of them, once it is taken in: what is answered otherwise is told again. */
export const TAKEN = 1;

export const CONTENT_ORDERS = ['defuse', 'stand-down', 'look-again'] as const;

/** From the background to the content scripts of a frame. */
export type ContentOrder = { type: (typeof CONTENT_ORDERS)[number] };

/** Name of the symbol under which a document's state stands in the isolated world. */
export const FRAME_KEY = 'sf-frame';

/** Longest `text` of a gate message, in characters. */
export const GATE_TEXT_LENGTH = 4_000;
/** Longest `referrer` of it. Some run to tens of thousands; the journal needs the host. */
export const REFERRER_LENGTH = 4_000;
/** Most messages of type `act` that a frame sends, so that no page keeps the worker busy; chosen by hand. */
export const ACT_MESSAGE_CAP = 60;
/** Chosen by hand: five beats fail to come before a page counts as silent (SILENT_MS of the worker). */
export const BEAT_MS = 500;
