import { isCalledScam } from './called-scam';
import { withinLimit } from './frames';
import { hostOf } from './host';
import { keptAddress } from './kept-address';
import type { FrameState, TabState } from './tab-state';

const DOCUMENT_LIMIT = 12;
const HOST_LIMIT = 8;
/** A tab in which so many documents reported within so many ms loads itself again and again. */
const LOOP_DOCUMENTS = 3;
const LOOP_MS = 5_000;

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
  const kept = keptAddress(address, frameId);
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

/** Whether a tab's page loads itself again and again. @param now ms since 1970 */
export function isLoop({ documents }: TabState, now: number): boolean {
  // What lies ahead was told before the clock was put back.
  return documents.filter((at) => Math.abs(now - at) < LOOP_MS).length >= LOOP_DOCUMENTS;
}
