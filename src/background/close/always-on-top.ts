/**
 * A page may have one window that stays above all others, our warning too: "document picture-in-picture", or a video's.
 * To the browser the first is a tab of its own without an address; to people it is the page.
 */
import { delay, within } from '../../async/within';
import { browser } from '../../browser/api';
import { newFrame } from '../state/documents';
import { hostOf } from '../state/host';
import { tabWithin } from '../state/shown-tab';
import { tabStates, type TabState } from '../state/tab-state';
import { closeTab } from './close-tab';

/** A page answers in a few ms (docs/browser-facts.md); one that is jammed never does. */
const PAGE_LIMIT_MS = 300;
/** Firefox tells of an opening some 150 ms after the window came, on a busy machine later. */
const OPENING_LIMIT_MS = 1_000;
const LOOK_MS = 25;
/** What is told of the window among the frames of its page; no frame has this id. */
const WINDOW_FRAME = -1;

/** A page as people see it. */
export interface Page {
  tabId: number;
  /** What it told, and its window on top. */
  state: TabState;
  /** Tab of its window on top, where that was asked for; null where the page itself was. */
  onTop: number | null;
}

/** The page of a tab: the one that opened it where it is a window on top, else what the tab shows. Never rejects. */
export async function pageOf(tabId: number): Promise<Page> {
  const state = await tabStates.read(String(tabId));
  const itself = { tabId, state, onTop: null };
  const told = state.frames[0];
  if (told !== undefined && hostOf(told.address) !== '') return itself;
  const tab = await tabWithin(tabId, PAGE_LIMIT_MS);
  if (tab === null || hostOf(tab.url ?? '') !== '' || !(await isOnTop(tabId))) return itself;
  const opener = tab.openerTabId ?? (await openerOf(tabId)); // Chrome tells of no opening, but of the opener
  const page = opener === null ? null : await tabWithin(opener, PAGE_LIMIT_MS);
  if (opener === null || page?.url === undefined) return itself;
  const own = await tabStates.read(String(opener));
  const frames = framesOf(own, page.url);
  if (told !== undefined) frames[WINDOW_FRAME] = told;
  return { tabId: opener, state: { ...own, frames }, onTop: tabId };
}

/** What a page has told; the tab may have told of another one before, which has no part in this. */
function framesOf({ frames }: TabState, address: string): TabState['frames'] {
  const isOfIt = hostOf(frames[0]?.address ?? '') === hostOf(address);
  return isOfIt ? { ...frames } : { 0: newFrame('', address) };
}

/** Firefox tells of the opening when the window may have spoken already. */
async function openerOf(tabId: number): Promise<number | null> {
  for (const until = performance.now() + OPENING_LIMIT_MS; ; await delay(LOOK_MS)) {
    const { openedBy } = await tabStates.read(String(tabId));
    if (openedBy !== null || performance.now() >= until) return openedBy;
  }
}

/** Closes a window on top: its page has a case, and the warning stands beneath it. Never rejects. */
export async function closeOnTop(onTop: number): Promise<void> {
  // Only afterwards forgotten: a worker that is stopped meanwhile has to find it again.
  if ((await closeTab(onTop)) === 'closed') await tabStates.drop(String(onTop));
}

/** Has a page close what it keeps on top. Never rejects; a page that is jammed keeps it until it is closed itself. */
export async function leaveTop(tabId: number): Promise<void> {
  const leaving = browser.scripting.executeScript({
    target: { tabId, allFrames: true },
    injectImmediately: true,
    func: closeWhatIsOnTop,
  });
  await within(leaving, PAGE_LIMIT_MS, undefined);
}

async function isOnTop(tabId: number): Promise<boolean> {
  const asking = browser.scripting.executeScript({
    target: { tabId },
    injectImmediately: true,
    func: () => matchMedia('(display-mode: picture-in-picture)').matches,
  });
  const answers = await within(asking, PAGE_LIMIT_MS, []);
  return answers[0]?.result === true;
}

/** Runs in the page's frames, in our world: it must stand alone. */
function closeWhatIsOnTop(): void {
  const { documentPictureInPicture: kept } = globalThis as {
    documentPictureInPicture?: { window: Window | null }; // not in TypeScript's DOM yet
  };
  kept?.window?.close();
  if (document.pictureInPictureElement) void document.exitPictureInPicture().catch(() => undefined);
}
