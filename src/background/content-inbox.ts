import { within } from '../async/within';
import { browser, type Runtime } from '../browser/api';
import { heldBackWarning, isOwnPage } from '../browser/own-page';
import { BOXES, type ActName } from '../detection/facts';
import { loadRules } from '../detection/phrases/rules';
import type { ContentEnvelope } from '../messages/content-messages';
import { showRest } from './display/toolbar';
import { leaveOverCase } from './family/case-of-kin';
import { noteDocument, type Teller } from './family/told-document';
import { heldAddressFor } from './hold-back/held-addresses';
import { judgeTab } from './judge/judge-tab';
import { warnInView } from './judge/keep-warned';
import { askAgain, injectDetector, orderDocument } from './judge/orders';
import { framesRetold, haveFramesRetold } from './judge/retold';
import { cases, judgedSite } from './state/cases';
import { withFrame } from './state/documents';
import { filledAs } from './state/filled-page';
import { isBehindDialog, withAct } from './state/frames';
import { hostOf } from './state/host';
import { isHost, isKnown } from './state/known-host';
import { TAB_SOON_MS, type Shown, tabWithin } from './state/shown-tab';
import { tabStates, toldSite, type FrameState } from './state/tab-state';
import { whyLeftAlone } from './state/trust';
import { atZoom } from './state/zoom';
import { beat, endSilence, expectBeats } from './watch/heartbeat';

/** They hold the page still, so that no beat comes. */
const DIALOGS: ReadonlySet<ActName> = new Set(BOXES);

/** Most characters kept of what a frame inside a page showed: a page may have many. */
const FRAME_TEXT_LENGTH = 1_000;

/** A page that asks "Leave?" would hold the change of address up; it is judged like any other then. */
const HOLD_LIMIT_MS = 400;

/** What both browsers tell of a sender beside what the polyfill's types know. */
type Sender = Runtime.MessageSender & { origin?: string };

/** The sender of a content message; null for anything that is not a frame in a tab. */
export function contentSender(sender: Sender): Teller | null {
  const { tab, frameId, documentId, origin } = sender;
  if (tab?.id === undefined || frameId === undefined) return null;
  const address = addressNow(sender.url ?? '', frameId === 0 ? (tab.url ?? '') : '');
  // Just after it went to another site the tab may still be told under the address of the page before.
  const tabAddress = (frameId === 0 && address) || (tab.url ?? address);
  const filled = filledAs(tabAddress, origin);
  return {
    tabId: tab.id,
    frameId,
    documentId,
    address,
    tabAddress,
    filledAs: filled,
    incognito: tab.incognito,
  };
}

/**
 * Browsers give the address a document *began* with; the tab's own is newer, and is taken where it is of the same site.
 */
function addressNow(began: string, shown: string): string {
  const [one, other] = [began, shown].map((address) => (URL.canParse(address) ? new URL(address) : null));
  if (!one || !other || one.protocol !== other.protocol || one.host !== other.host) return began;
  return one.origin === other.origin ? shown : began; // what two sites made themselves (blob:) has no host
}

/** Takes one checked message of a content script in. */
export async function receiveFromContent(message: ContentEnvelope, sender: Teller): Promise<void> {
  const { tabId, frameId } = sender;
  // Only a top document beats.
  if (message.type === 'beat' && frameId !== 0) return;
  const rest = await whyLeftAlone(sender.filledAs ?? sender.tabAddress, Date.now());
  if (rest !== null) return standDown(sender, rest.why);
  const { state, isFirst, isNewPage, forgotten } = await noteDocument(message.doc, sender);
  if (isNewPage) await leaveOverCase(tabId);
  if (Object.keys(forgotten).length > 0) haveFramesRetold(tabId, message.doc, state, forgotten);
  const opensGate = message.type === 'gate' || message.type === 'act';
  // Before the browser is asked for what is held back: a page waits that long to be read, and one that goes loses nothing.
  const opening = opensGate ? openGate({ tabId, frameId, doc: message.doc }) : undefined;
  // A page that acts before it is read tells of that first.
  if ((isFirst || message.type === 'gate') && (await putWarningInPlace(sender))) return;
  await handle(message, sender, opening);
  // Only a detector that has told its facts sends beats. A worker that never heard them was stopped before it could
  // write them down, or may not: in a private window, with a full store.
  if (isFirst && message.type === 'beat') await askAgain(tabId);
}

/**
 * Each frame of a trusted or paused page is told to stand down when it reports, unless the tab shows another site by now.
 * The worker is awake for it, so the button is put right too, which each visit resets.
 */
async function standDown(sender: Teller, why: 'paused' | 'trusted'): Promise<void> {
  const shown = await shownNow(sender);
  if (!isOfSender(shown, sender)) return;
  // A frame in a page without an address may be of another site than that page.
  const isOfTab = sender.frameId === 0 || sender.filledAs === undefined;
  const order = orderDocument(sender, { type: 'stand-down' });
  await Promise.all([isOfTab && showRest(sender.tabId, why), order]);
}

const shownNow = ({ tabId }: Teller): Promise<Shown | null> => tabWithin(tabId, TAB_SOON_MS);

/** Whether the tab shows the site yet whose page has told something: what is for that one is not for the next. */
function isOfSender(shown: Shown | null, { tabAddress }: Teller): boolean {
  return shown !== null && hostOf(shown.url ?? tabAddress) === hostOf(tabAddress);
}

/**
 * A page that a service worker serves again, or that was asked for just before the rule stood, never meets it: where
 * its address is held back, the warning takes its place. @returns whether it did.
 */
async function putWarningInPlace(sender: Teller): Promise<boolean> {
  const { tabId, frameId, address, incognito } = sender;
  const held = frameId !== 0 || incognito ? null : await within(heldAddressFor(address), HOLD_LIMIT_MS, null);
  if (held === null) return false;
  const shown = await shownNow(sender);
  if (isOwnPage(shown?.url)) return true; // the warning stands there already
  if (!isOfSender(shown, sender)) return false;
  const url = heldBackWarning(held);
  return (await within(browser.tabs.update(tabId, { url }), HOLD_LIMIT_MS, null)) !== null;
}

/** @param opening resolves once the detector is there, where the message brings it */
async function handle(
  message: ContentEnvelope,
  sender: Teller,
  opening: Promise<void> | undefined,
): Promise<void> {
  const { tabId, frameId } = sender;
  const from: Told = { tabId, frameId, doc: message.doc };
  switch (message.type) {
    case 'act':
      await note(from, (frame) => withAct({ ...frame, title: message.title }, message.act, message));
      if (DIALOGS.has(message.act)) await noteDialog(from);
      await judgeTab(tabId, frameId);
      return;
    case 'gate':
      void defuseLateFrame(sender);
      await note(from, (frame) => {
        const { title, referrer } = message;
        const text = frameId === 0 ? message.text : message.text.slice(0, FRAME_TEXT_LENGTH);
        return { ...frame, title, referrer, text };
      });
      await Promise.all([opening, judgeBehindDialog(from)]);
      return;
    case 'facts': {
      if (frameId === 0) await framesRetold(tabId, message.doc);
      const facts = await atZoom(message.facts, tabId, frameId);
      await note(from, (frame) => {
        return { ...frame, title: facts.title, facts, text: '' }; // the facts say more than that text
      });
      if (frameId === 0 && (await endSilence(tabId))) return;
      await judgeTab(tabId, frameId);
      return;
    }
    case 'beat':
      await beat(tabId, message.visible);
      if (message.visible) void warnInView(tabId);
      return;
  }
}

/** A frame that a warned page makes afterwards has not heard the order to disarm. */
async function defuseLateFrame(sender: Teller): Promise<void> {
  if (sender.frameId === 0) return;
  const state = await tabStates.read(String(sender.tabId));
  const known = state.caseId === null ? null : await cases.read(state.caseId);
  if (known === null) return;
  const top = state.frames[0];
  // An honest page that tells nothing itself may stand there by now, with frames that do.
  const about = top?.doc === '' ? judgedSite(known) : toldSite(state);
  const isUntold = top === undefined && !isKnown(about);
  if (isUntold || isHost(about, hostOf(sender.tabAddress))) await orderDocument(sender, { type: 'defuse' });
}

/** The document that told something. */
interface Told {
  tabId: number;
  frameId: number;
  doc: string;
}

/** Until it is answered the page stands still. */
async function noteDialog({ tabId, frameId, doc }: Told): Promise<void> {
  await tabStates.update(String(tabId), (state) =>
    state.frames[frameId]?.doc === doc ? { ...state, dialogAt: Date.now() } : state,
  );
}

/** Another document may have come into the frame while this one's report was looked at: it is not blamed for it. */
async function note({ tabId, frameId, doc }: Told, change: (frame: FrameState) => FrameState): Promise<void> {
  await tabStates.update(String(tabId), (state) =>
    withFrame(state, frameId, (frame) => (frame.doc === doc ? change(frame) : frame)),
  );
}

/** A dialog, this frame's own or another's, was told first, when nothing was known of the words behind it. */
async function judgeBehindDialog({ tabId }: Told): Promise<void> {
  const { frames } = await tabStates.read(String(tabId));
  if (Object.values(frames).some(isBehindDialog)) await judgeTab(tabId);
}

/** Brings the detector into the frame's document, once. */
async function openGate(from: Told): Promise<void> {
  const { tabId, frameId } = from;
  let first = false;
  await note(from, (frame) => {
    first = !frame.injected;
    return { ...frame, injected: true };
  });
  if (!first) return;
  if (frameId === 0) void expectBeats(tabId);
  const injecting = injectDetector(tabId, frameId);
  // Some 10 ms after a start: done while the page is read, so that its facts need not wait for it.
  loadRules();
  await injecting;
}
