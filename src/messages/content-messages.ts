import type { ActName, FrameFacts } from '../detection/facts';

/** From a content script to the background. Tab, frame and address are taken from the sender, never from here. */
export type ContentMessage =
  /** An act just happened (sent before the native call blocks); at most ACT_MESSAGE_CAP a frame. */
  | { type: 'act'; act: ActName; detail: string; at: number; unasked: boolean; count: number; title: string }
  /** The cheap gate opened: the frame deserves the detector. */
  | { type: 'gate'; why: 'words' | 'act'; title: string }
  /** The detector's facts about this frame. */
  | { type: 'facts'; facts: FrameFacts }
  /** I am alive; sent every BEAT_MS while the frame is suspicious and visible, `busy` ms is the longest recent gap. */
  | { type: 'beat'; at: number; gap: number }
  /** The person asked for the close key inside the page (fallback where commands are not available). */
  | { type: 'close-key' };

/** From the background to the content scripts of a frame. */
export type ContentOrder =
  { type: 'defuse' } | { type: 'stand-down' } | { type: 'look-again' };

export const ACT_MESSAGE_CAP = 60;
export const BEAT_MS = 500;
