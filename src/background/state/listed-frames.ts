/** Nobody tells when a frame goes: what has told something may be no part of the page any more. */
import { within } from '../../async/within';
import { browser } from '../../browser/api';
import { ALL_PROMPTS } from '../../detection/facts';
import { withDocument } from './documents';
import { placeOf } from './frame-views';
import { tabStates, type FrameState, type TabState } from './tab-state';

/** A few ms in both browsers; one that is busy must not hold a warning up: all that told counts as there then. */
const LIST_LIMIT_MS = 200;

/** Chromium lists frames of these addresses alone (none of `blob:`): of any other nothing is known. */
const LISTED = /^(?:https?|file|data):|^about:(?:blank|srcdoc)$/;

/** A frame that is in a tab now; `documentId` is Chromium's. */
interface Listed {
  frameId: number;
  parentFrameId: number;
  documentId?: string;
}

/** The frames of a tab by their id; null where the browser does not say. Never rejects. */
export async function listFrames(tabId: number): Promise<Map<number, Listed> | null> {
  const asking: Promise<Listed[] | null> = browser.webNavigation.getAllFrames({ tabId });
  const listed = new Map((await within(asking, LIST_LIMIT_MS, null))?.map((frame) => [frame.frameId, frame]));
  return listed.has(0) ? listed : null;
}

/** The top frame, and what is told of a window on top, go with their page; what a box or a prompt said was met by the person. */
function isGone(frameId: number, frame: FrameState, listed: ReadonlyMap<number, Listed>): boolean {
  if (frameId <= 0 || !LISTED.test(frame.address) || ALL_PROMPTS.some((act) => frame.acts[act])) return false;
  return !isThere(frameId, frame, listed);
}

/** Whether the document that told in a frame is in it now. */
export function isThere(
  frameId: number,
  { documentId }: FrameState,
  listed: ReadonlyMap<number, Listed>,
): boolean {
  const now = listed.get(frameId);
  return now !== undefined && !isOther(documentId, now.documentId);
}

const isOther = (one: string | undefined, other: string | undefined): boolean =>
  one !== undefined && other !== undefined && one !== other;

/**
 * Forgets the frames of a tab that are there no more. One that tells alone is asked after by nobody. Never rejects.
 * @param teller the frame that has just told something: it is there
 * @returns what is known then; null where nothing was forgotten
 */
export async function forgetGone(tabId: number, state: TabState, teller?: number): Promise<TabState | null> {
  if (Object.keys(state.frames).length < 2) return null;
  const listed = await listFrames(tabId);
  if (listed === null) return null;
  const gone = new Map(
    Object.entries(state.frames)
      .filter(([id, frame]) => Number(id) !== teller && isGone(Number(id), frame, listed))
      .map(([id, { doc }]) => [id, doc]),
  );
  if (gone.size === 0) return null;
  return tabStates.update(String(tabId), (known) => {
    // Another document may have come into the frame meanwhile.
    const kept = Object.entries(known.frames).filter(([id, { doc }]) => gone.get(id) !== doc);
    return { ...known, frames: Object.fromEntries(kept) };
  });
}

/**
 * Whether a page of the same site that has told nothing itself stands where the top document that told last stood: the
 * answer for the first report of a document in a frame. Chromium names its documents; elsewhere the page is asked for
 * the id that it tells under, which a jammed one cannot say. Never rejects.
 */
export async function isTopGone(
  { tabId, frameId }: { tabId: number; frameId: number },
  doc: string,
  { frames }: TabState,
): Promise<boolean> {
  const top = frames[0];
  if (frameId === 0 || top === undefined || frames[frameId]?.doc === doc) return false;
  if (top.documentId !== undefined)
    return isOther(top.documentId, (await listFrames(tabId))?.get(0)?.documentId);
  // Behind a sign-in prompt stands a page that has told nothing of it.
  if (top.doc === '' || top.acts['auth-prompt'] !== undefined) return false;
  return isOther(top.doc, (await placeOf(tabId, 0))?.doc);
}

/**
 * The state with that page's silent top document in the place of the one that told last: it is counted once it tells.
 * @param gone the id under which that one told
 */
export function withSilentTop(state: TabState, gone: string | undefined, tabAddress: string): TabState {
  if (gone === undefined || state.frames[0]?.doc !== gone) return state;
  return { ...withDocument(state, 0, '', tabAddress, Date.now()), documents: state.documents };
}
