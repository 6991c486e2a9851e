import type { ActName, Acts, FrameFacts } from '../detection/facts';
import type { Level } from '../detection/verdict';
import { hostOf } from './cases';
import { SessionSlot } from './session-slot';

/** What one frame's document has told so far. */
export interface FrameState {
  /** Random id of the document, from the content script. */
  doc: string;
  address: string;
  title: string;
  /** Where the document says it was come from, '' if unknown. */
  referrer: string;
  /** What the page showed when the gate opened, '' before. */
  text: string;
  acts: Acts;
  /** Texts given to dialogs and painted on canvases, newest last. */
  dialogs: string[];
  facts: FrameFacts | null;
  /** The detector was asked into this document. */
  injected: boolean;
}

/** Everything known about a tab. Kept in storage.session under `tab:<id>`. */
export interface TabState {
  frames: Record<number, FrameState>;
  /** Highest level reached for the top document. */
  level: Level;
  score: number;
  caseId: string | null;
  /** The tab whose page opened this one, null when the person did. */
  openedBy: number | null;
  /** Tabs this tab's pages opened, with the time (ms since 1970). */
  opened: { tabId: number; at: number }[];
  /** Times (ms since 1970) at which new top documents of the present host reported, for reload loops. */
  documents: number[];
  /** Last heartbeat (ms since 1970); null while there is nothing to watch. */
  lastBeat: number | null;
  /** ms without a heartbeat while visible, 0 when it answers. */
  silentFor: number;
  /** When a page of the tab last told that it shows a dialog (ms since 1970), null if never. */
  dialogAt: number | null;
  /** Opened by "open carefully": judged with the strict setting, and the guard stands. */
  careful: boolean;
  /** In a private window: what its pages tell stays in the worker's memory. */
  isPrivate: boolean;
}

const DIALOG_LIMIT = 5;
const DOCUMENT_LIMIT = 12;

const empty = (): TabState => ({
  frames: {},
  level: 'quiet',
  score: 0,
  caseId: null,
  openedBy: null,
  opened: [],
  documents: [],
  lastBeat: null,
  silentFor: 0,
  dialogAt: null,
  careful: false,
  isPrivate: false,
});

/** What may be written down: of a private window no address, title or word, only which case and tabs belong to it. */
export function keptOf(state: TabState): TabState {
  return state.isPrivate ? { ...state, frames: {} } : state;
}

export const tabStates = new SessionSlot<TabState>('tab:', empty, keptOf);

/** A frame's document that has told nothing yet. */
export function newFrame(doc: string, address: string): FrameState {
  return {
    doc,
    address,
    title: '',
    referrer: '',
    text: '',
    acts: {},
    dialogs: [],
    facts: null,
    injected: false,
  };
}

/**
 * The state with the frame's document in it: a document not seen before starts afresh,
 * and a new top document forgets all frames and the verdict (but not the tabs it opened).
 */
export function withDocument(
  state: TabState,
  frameId: number,
  doc: string,
  address: string,
  now: number,
): TabState {
  const known = state.frames[frameId];
  if (known?.doc === doc) return state;
  const frame = newFrame(doc, address);
  if (frameId !== 0) return { ...state, frames: { ...state.frames, [frameId]: frame } };
  // Who goes from site to site is in no loop.
  const before = known && hostOf(known.address) === hostOf(address) ? state.documents : [];
  const documents = [...before, now].slice(-DOCUMENT_LIMIT);
  return {
    ...state,
    frames: { 0: frame },
    level: 'quiet',
    score: 0,
    documents,
    lastBeat: null,
    silentFor: 0,
    dialogAt: null,
  };
}

/** The state with `change` applied to one frame; unchanged if the frame is unknown. */
export function withFrame(
  state: TabState,
  frameId: number,
  change: (frame: FrameState) => FrameState,
): TabState {
  const frame = state.frames[frameId];
  return frame ? { ...state, frames: { ...state.frames, [frameId]: change(frame) } } : state;
}

/** Counts an act in a frame; `count` is the hook's own running number. */
export function withAct(
  frame: FrameState,
  act: ActName,
  seen: { at: number; unasked: boolean; count: number; detail: string },
): FrameState {
  const before = frame.acts[act];
  // The same report once more: the worker had ended before it could say that it had it.
  if (before?.lastAt === seen.at && before.count >= seen.count) return frame;
  const tally = {
    count: Math.max(seen.count, (before?.count ?? 0) + 1),
    unasked: (before?.unasked ?? 0) + (seen.unasked ? 1 : 0),
    firstAt: before?.firstAt ?? seen.at,
    lastAt: seen.at,
  };
  const isNew = seen.detail !== '' && !frame.dialogs.includes(seen.detail);
  const dialogs =
    isNew && frame.dialogs.length < DIALOG_LIMIT ? [...frame.dialogs, seen.detail] : frame.dialogs;
  return { ...frame, acts: { ...frame.acts, [act]: tally }, dialogs };
}
