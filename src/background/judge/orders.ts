import { within } from '../../async/within';
import { browser } from '../../browser/api';
import { FRAME_KEY, type ContentOrder } from '../../messages/content-messages';
import { leaveTop } from '../close/always-on-top';
import { isOtherThanTop, showsOtherThanState } from '../family/moved-on-from-state';
import { cases, judgedSite } from '../state/cases';
import { hostOf } from '../state/host';
import { isHost, isKnown } from '../state/known-host';
import { tabWithin, type Shown } from '../state/shown-tab';
import { tabStates, type TabState } from '../state/tab-state';

/** A page that is busy never answers; the order is on its way all the same. */
const ORDER_LIMIT_MS = 300;
/** Loading and running the detector takes well under this; a jammed page never runs it. */
const INJECT_LIMIT_MS = 3_000;

/**
 * Sends an order to every frame of a tab. Frames whose gate never opened do not listen for messages (that would cost
 * every page on earth half a ms): they are told by script. Never rejects.
 */
export async function orderTab(tabId: number, order: ContentOrder): Promise<void> {
  const quiet = browser.scripting.executeScript({
    target: { tabId, allFrames: true },
    injectImmediately: true,
    func: obeyUnlessListening,
    args: [FRAME_KEY, order.type],
  });
  await Promise.all([
    within(browser.tabs.sendMessage(tabId, order), ORDER_LIMIT_MS, undefined),
    within(quiet, ORDER_LIMIT_MS, undefined),
  ]);
}

/** One document of a tab, as the browser tells it of who sent a message; `documentId` where it knows such. */
export interface DocumentPlace {
  tabId: number;
  frameId: number;
  documentId?: string | undefined;
}

/** Sends an order to one document that has told something: such a one listens for messages. Never rejects. */
export async function orderDocument(
  { tabId, frameId, documentId }: DocumentPlace,
  order: ContentOrder,
): Promise<void> {
  const to = documentId === undefined ? { frameId } : { documentId };
  await within(browser.tabs.sendMessage(tabId, order, to), ORDER_LIMIT_MS, undefined);
}

/**
 * Has the frames of a tab look again, and tell what they see. By message only, which no other page hears but those that
 * have told something. Never rejects.
 */
export async function askAgain(tabId: number): Promise<void> {
  const order: ContentOrder = { type: 'look-again' };
  await within(browser.tabs.sendMessage(tabId, order), ORDER_LIMIT_MS, undefined);
}

/**
 * A pause or trust is over: the pages that were told to stand down look again. Never rejects.
 * @param isMeant whether it was over for a tab of this address
 */
export async function wakePages(isMeant: (address: string) => boolean = () => true): Promise<void> {
  const tabs = await within(browser.tabs.query({}), ORDER_LIMIT_MS, []);
  const meant = tabs.filter(({ url }) => isMeant(url ?? ''));
  await Promise.all(meant.map(({ id }) => id !== undefined && askAgain(id)));
}

/** Runs in the page's frames, beside the gate: it must stand alone. */
function obeyUnlessListening(key: string, order: ContentOrder['type']): void {
  const state = (globalThis as Record<symbol, { listening: boolean; obey?: (order: string) => void }>)[
    Symbol.for(key)
  ];
  if (state && !state.listening) state.obey?.(order);
}

/**
 * Silences the tab, leaves full screen, closes what its page keeps on top and tells its frames to disarm the page; an
 * honest page that has come into the tab meanwhile, or led to the sign-in prompt of a scam, is let be. One that is still
 * loading, of which nobody knows yet what it is, is only silenced. Never rejects.
 */
export async function calmTab(tabId: number, windowId: number): Promise<void> {
  const tab = await tabWithin(tabId, ORDER_LIMIT_MS);
  const state = await tabStates.read(String(tabId));
  if (tab !== null && showsOtherThanState(tab, state)) return;
  const isKnown = tab === null || (await isJudged(tab, state));
  await Promise.all([
    // Muted by the person it stays theirs: said once more it would be ours, to be taken back.
    tab?.mutedInfo?.muted !== true &&
      within(browser.tabs.update(tabId, { muted: true }), ORDER_LIMIT_MS, undefined),
    leaveFullscreen(windowId),
    leaveTop(tabId),
    isKnown && orderTab(tabId, { type: 'defuse' }),
  ]);
}

/** Whether the page that a tab shows is suspicious itself, or of the site that its case is about. */
async function isJudged({ url = '' }: Shown, state: TabState): Promise<boolean> {
  if (isOtherThanTop(state, url)) return false;
  if (state.level !== 'quiet' || state.caseId === null) return true;
  const known = await cases.read(state.caseId);
  const judged = known === null ? null : judgedSite(known);
  return judged === null || !isKnown(judged) || hostOf(url) === '' || isHost(judged, hostOf(url));
}

/** Measured: setting the window's state ends element full screen in 3 to 13 ms in both browsers. */
async function leaveFullscreen(windowId: number): Promise<void> {
  const held = await within(browser.windows.get(windowId), ORDER_LIMIT_MS, null);
  if (held?.state !== 'fullscreen') return;
  await within(browser.windows.update(windowId, { state: 'maximized' }), ORDER_LIMIT_MS, undefined);
}

/** Brings the detector into one frame's document. @returns whether the browser accepted it in time. */
export async function injectDetector(tabId: number, frameId: number): Promise<boolean> {
  const injected = browser.scripting.executeScript({
    target: { tabId, frameIds: [frameId] },
    files: ['src/content/detector.iife.js'],
    injectImmediately: true,
  });
  return within(
    injected.then(() => true),
    INJECT_LIMIT_MS,
    false,
  );
}
