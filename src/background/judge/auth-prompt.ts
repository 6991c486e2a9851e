import { browser, type WebRequest } from '../../browser/api';
import { IS_FIREFOX } from '../../browser/target';
import { leaveOverCase } from '../family/case-of-kin';
import { isInNextPage, withNextPage } from '../family/sender-in-next-page';
import { withDocument, withFrame } from '../state/documents';
import { withAct } from '../state/frames';
import { keptAddress } from '../state/kept-address';
import { tabWithin } from '../state/shown-tab';
import { tabStates } from '../state/tab-state';
import { whyLeftAlone } from '../state/trust';
import { judgeTab } from './judge-tab';

/**
 * Documents behind a sign-in prompt never run a content script: this, followed by their address, is their document id.
 */
const PROMPT_DOC = 'auth-prompt ';

/** A browser that cannot tell about the tab in this time leaves the prompt to the person. */
const TAB_LIMIT_MS = 500;

/** Most characters of a realm that are read. */
const REALM_LIMIT = 1_000;

/** `documentLifecycle` is Chromium's: 'prerender' for a page that it makes ready unseen. */
type Prompt = WebRequest.OnAuthRequiredDetailsType & { documentLifecycle?: string };

/**
 * A sign-in prompt (HTTP 401) may carry the scam in its realm, where no content script can see it.
 * The realm is judged like a dialog's text; a scam's prompt is cancelled, every other is left to the browser.
 */
async function onPrompt(details: Prompt): Promise<WebRequest.BlockingResponse> {
  const { tabId, frameId, url } = details;
  if (tabId < 0 || details.isProxy || details.documentLifecycle === 'prerender') return {};
  const tab = await tabWithin(tabId, TAB_LIMIT_MS);
  // A frame's prompt is the page's around it; the tab's own is not the page's that still stands behind it.
  if (tab === null || (await whyLeftAlone(frameId === 0 ? url : (tab.url ?? url), Date.now())) !== null)
    return {};
  await notePrompt(details, tab.url ?? '', tab.incognito);
  const verdict = await judgeTab(tabId);
  return verdict.level === 'quiet' ? {} : { cancel: true };
}

/**
 * The tab's own prompt is a document of its own, never an act of the page that was there before: that one may only
 * have linked to it. A frame's belongs to the frame.
 */
async function notePrompt(
  { tabId, frameId, realm = '', url }: Prompt,
  tabAddress: string,
  incognito: boolean,
): Promise<void> {
  const inNext = await isInNextPage({ tabId, frameId, tabAddress }, await tabStates.read(String(tabId)));
  const doc = PROMPT_DOC + keptAddress(url, frameId); // a server may ask at megabytes of address
  const seen = { at: performance.now(), unasked: true, count: 0, detail: realm.slice(0, REALM_LIMIT) };
  await tabStates.update(String(tabId), (known) => {
    const state = inNext ? withNextPage(known, tabAddress, Date.now()) : known;
    const same = frameId !== 0 && state.frames[frameId] !== undefined;
    const told = same ? state : withDocument(state, frameId, doc, url, Date.now());
    return withFrame({ ...told, incognito }, frameId, (frame) => withAct(frame, 'auth-prompt', seen));
  });
  if (inNext) await leaveOverCase(tabId);
}

/** Listens for sign-in prompts. Call once, synchronously, when the worker starts. */
export function watchAuthPrompts(): void {
  const filter: WebRequest.RequestFilter = { urls: ['<all_urls>'], types: ['main_frame', 'sub_frame'] };
  if (IS_FIREFOX) {
    browser.webRequest.onAuthRequired.addListener(onPrompt, filter, ['blocking']);
    return;
  }
  // Chrome answers through a callback, under a name that the polyfill's type does not know.
  const listener = (details: Prompt, answer?: (response: WebRequest.BlockingResponse) => void) => {
    void onPrompt(details).then(
      (response) => answer?.(response),
      () => answer?.({}),
    );
  };
  browser.webRequest.onAuthRequired.addListener(listener as never, filter, ['asyncBlocking'] as never);
}
