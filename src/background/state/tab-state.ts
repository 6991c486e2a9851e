import type { Acts, FrameFacts } from '../../detection/facts';
import type { Level } from '../../detection/verdict';
import { SessionSlot } from '../session/session-slot';
import { withinLimit } from './frames';
import { hostOf } from './host';
import { isPlatform } from './platforms';

/** The address a document came in at. */
interface Landing {
  address: string;
  /** ms from the first report of a top document until the change that was told last; changes behind a warning are not counted. */
  after: number;
}

/** What one frame's document has told so far. */
export interface FrameState {
  /** Random id of the document, from the content script. */
  doc: string;
  /** Chromium's own id of it. */
  documentId?: string | undefined;
  address: string;
  /** Set once a script has put another address in its place: the one it came in at. */
  cameAs?: Landing;
  title: string;
  /** Where the document says it was come from, '' if unknown. */
  referrer: string;
  /** What the page showed when the gate opened, '' before. */
  text: string;
  acts: Acts;
  /** Texts of dialogs, newest last. */
  dialogs: string[];
  /** Texts painted on canvases and spoken, newest last. */
  spoken: string[];
  /** Commands put on the clipboard, newest last. */
  copied: string[];
  facts: FrameFacts | null;
  /** The detector was asked into this document. */
  injected: boolean;
}

/**
 * A tab that was opened from another. The rest is unknown until the browser has told it, and not written down of a private
 * window.
 */
export interface Opened {
  tabId: number;
  /** ms since 1970. */
  at: number;
  /** Host of the page that it was opened from. */
  from?: string;
  /** Host it was first sent to, '' for an empty window. */
  first?: string;
  /** Its window has no tab strip. */
  popup?: boolean;
}

/** Everything known about a tab. Kept in storage.session under `tab:<id>`. */
export interface TabState {
  frames: Record<number, FrameState>;
  /** Level of the last verdict on the tab; quiet again with a new top document. */
  level: Level;
  score: number;
  caseId: string | null;
  /** The tab this one was opened from, by a script or by a link that the person opened in a new tab; null for Ctrl+T. */
  openedBy: number | null;
  /** Tabs opened from this one in the same ways, oldest first. */
  opened: Opened[];
  /** Since when (ms since 1970) documents of the present host, or suspicious ones before it, report; and their hosts. */
  stay: { since: number; hosts: string[] };
  /** Times (ms since 1970) at which new top documents of the present host reported, for reload loops. */
  documents: number[];
  /** Last heartbeat (ms since 1970); null while there is nothing to watch. */
  lastBeat: number | null;
  /** ms without a heartbeat while visible, 0 when it answers. */
  silentFor: number;
  /** When a page of the tab told that it shows a dialog (ms since 1970); null once it has said something since. */
  dialogAt: number | null;
  /** Opened by "open carefully": judged with the strict setting, and the guard stands. */
  careful: boolean;
  /** The number that the present document says to call was looked for in its quiet frames (seek-number.ts). */
  numberSought: boolean;
  /** Address of the page here that the person called a scam (missed.ts); null where none was. */
  calledScam: string | null;
  /** In a private window: what its pages tell stays in the worker's memory. */
  isPrivate: boolean;
}

const DOCUMENT_LIMIT = 12;
const HOST_LIMIT = 8;
/** Longest address kept of the tab itself, and of a frame in it (a `data:` address is its whole page). */
const ADDRESS_LIMIT = 8_000;
const FRAME_ADDRESS_LIMIT = 1_000;

/** Whether an address that was kept of a tab is only the beginning of a longer one. */
export const isCut = (kept: string): boolean => kept.length === ADDRESS_LIMIT;

/** Whether the browser tells of the address that was kept of a tab. */
export function isSameAddress(kept: string, shown: string | undefined): boolean {
  return shown === kept || (isCut(kept) && shown?.startsWith(kept) === true);
}

const empty = (): TabState => ({
  frames: {},
  level: 'quiet',
  score: 0,
  caseId: null,
  openedBy: null,
  opened: [],
  stay: { since: 0, hosts: [] },
  documents: [],
  lastBeat: null,
  silentFor: 0,
  dialogAt: null,
  careful: false,
  numberSought: false,
  calledScam: null,
  isPrivate: false,
});

/** What may be written down: of a private window no address, title or word, only which case and tabs belong to it. */
export function keptOf(state: TabState): TabState {
  if (!state.isPrivate) return state;
  const opened = state.opened.map(({ tabId, at, popup }) => ({ tabId, at, popup }));
  return { ...state, frames: {}, opened, stay: { ...state.stay, hosts: [] }, calledScam: null };
}

/** A full store may lose what is known of quiet tabs without a case: the worker remembers it as long as it runs. */
const ageOf = ({ level, caseId, stay }: TabState): number | null =>
  level === 'quiet' && caseId === null ? stay.since : null;

export const tabStates = new SessionSlot<TabState>('tab:', empty, keptOf, ageOf);

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
    spoken: [],
    copied: [],
    facts: null,
    injected: false,
  };
}

/**
 * The state with the frame's document in it: a document not seen before starts afresh,
 * and a new top document forgets all frames and the verdict (but not the tabs it opened). A known one has the address
 * that is told now: an app of one page changes it as the person goes through it.
 */
export function withDocument(
  state: TabState,
  frameId: number,
  doc: string,
  address: string,
  now: number,
): TabState {
  const known = state.frames[frameId];
  const kept = address.slice(0, frameId === 0 ? ADDRESS_LIMIT : FRAME_ADDRESS_LIMIT);
  if (known?.doc === doc) {
    const after = state.caseId === null ? now - (state.documents.at(-1) ?? now) : null;
    return withFrame(state, frameId, (frame) => withAddress(frame, kept, after));
  }
  if (frameId !== 0) {
    const inner = newFrame(doc, kept);
    return { ...state, frames: withinLimit({ ...state.frames, [frameId]: inner }, frameId) };
  }
  // Who goes from site to site is in no loop.
  const sameHost = known !== undefined && hostOf(known.address) === hostOf(address);
  const before = sameHost ? state.documents : [];
  const documents = [...before, now].slice(-DOCUMENT_LIMIT);
  return {
    ...state,
    frames: { 0: newFrame(doc, kept) },
    level: 'quiet',
    score: 0,
    stay: stayAt(hostOf(address), sameHost || state.level !== 'quiet' ? state.stay : null, now),
    documents,
    lastBeat: null,
    silentFor: 0,
    dialogAt: null,
    numberSought: false,
    calledScam: isCalledScam(state, address) ? state.calledScam : null,
  };
}

/** The state once the person has called the page at this address a scam. */
export const withCalledScam = (state: TabState, address: string): TabState => ({
  ...state,
  calledScam: address.slice(0, ADDRESS_LIMIT),
});

/**
 * Whether the person called the page at this address a scam. But on a platform that is also the page under another
 * query or fragment: a scam changes them in a loop.
 */
export function isCalledScam({ calledScam }: Pick<TabState, 'calledScam'>, shown: string): boolean {
  if (calledScam === null) return false;
  if (isSameAddress(calledScam, shown)) return true;
  if (!URL.canParse(calledScam) || !URL.canParse(shown)) return false;
  const [called, here] = [new URL(calledScam), new URL(shown)];
  return called.origin === here.origin && called.pathname === here.pathname && !isPlatform(here.hostname);
}

/** @param before the stay that goes on: of the same host, or of a scam that moves itself to another */
function stayAt(host: string, before: TabState['stay'] | null, now: number): TabState['stay'] {
  if (before === null || before.hosts.length === 0) return { since: now, hosts: [host] };
  return { ...before, hosts: [...new Set([...before.hosts, host])].slice(-HOST_LIMIT) };
}

/** No script leads a document to another host. */
function withAddress(frame: FrameState, address: string, after: number | null): FrameState {
  if (address === frame.address || hostOf(address) !== hostOf(frame.address)) return frame;
  const first = frame.cameAs ?? { address: frame.address, after: 0 };
  return { ...frame, address, cameAs: { ...first, ...(after !== null && { after }) } };
}

/** The state with `change` applied to one frame; unchanged if the frame is unknown. */
export function withFrame(
  state: TabState,
  frameId: number,
  change: (frame: FrameState) => FrameState,
): TabState {
  const frame = state.frames[frameId];
  const changed = frame && change(frame);
  return changed && changed !== frame ? { ...state, frames: { ...state.frames, [frameId]: changed } } : state;
}
