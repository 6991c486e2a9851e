import type { Acts, FrameFacts } from '../../detection/facts';
import type { Level } from '../../detection/verdict';
import { SessionSlot } from '../session/session-slot';
import { hostOf } from './host';
import { markOf, type KnownHost } from './known-host';

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
  /** Of a page without an address of its own: by what it is trusted or paused (filled-page.ts). */
  filledAs?: string | undefined;
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
  /** A frame in that page opened it, which may be of any site. */
  inFrame?: true;
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
  incognito: boolean;
  /** Of a suspicious page that an earlier worker knew in a private window: a mark of its host (known-host.ts). */
  toldMark?: string | undefined;
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
  incognito: false,
});

/** Host of the page that what is known of a tab is about. */
export function toldSite({ frames, toldMark }: TabState): KnownHost {
  const top = frames[0];
  return top === undefined ? { host: '', hostMark: toldMark } : { host: hostOf(top.address) };
}

/**
 * What may be written down: of a private window no address, title or word, only which case and tabs belong to it, and
 * where it is suspicious a mark of its host.
 */
export function keptOf(state: TabState): TabState {
  if (!state.incognito) return state;
  const opened = state.opened.map(({ tabId, at, popup }) => ({ tabId, at, popup }));
  const stay = { ...state.stay, hosts: [] };
  return { ...state, frames: {}, opened, stay, calledScam: null, toldMark: markOfSuspicious(state) };
}

function markOfSuspicious(state: TabState): string | undefined {
  if (state.level === 'quiet') return undefined;
  const { host, hostMark } = toldSite(state);
  return host === '' ? hostMark : markOf(host);
}

/** A full store may lose what is known of quiet tabs without a case: the worker remembers it as long as it runs. */
const ageOf = ({ level, caseId, stay }: TabState): number | null =>
  level === 'quiet' && caseId === null ? stay.since : null;

export const tabStates = new SessionSlot<TabState>('tab:', empty, keptOf, ageOf);
