import { IS_FIREFOX } from '../browser/target';
import { browser, type WebRequest } from '../browser/api';
import { judgeTab } from './judge-tab';
import { tabStates, withAct, withDocument, withFrame } from './tab-state';
import { restFor } from './trust';

/** Documents behind a sign-in prompt never run a content script: their id here. */
const PROMPT_DOC = 'auth-prompt';

/**
 * A sign-in prompt (HTTP 401) may carry the scam in its realm, where no content script can see it.
 * The realm is judged like a dialog's text; a scam's prompt is cancelled, every other is left to the browser.
 */
async function onPrompt(details: WebRequest.OnAuthRequiredDetailsType): Promise<WebRequest.BlockingResponse> {
  const { tabId, frameId, realm = '', url } = details;
  if (tabId < 0 || details.isProxy || (await restFor(url, Date.now())) !== null) return {};
  await tabStates.update(String(tabId), (state) => {
    const known = state.frames[frameId] ? state : withDocument(state, frameId, PROMPT_DOC, url, Date.now());
    const seen = { at: performance.now(), unasked: true, count: 0, detail: realm.slice(0, 1_000) };
    return withFrame(known, frameId, (frame) => withAct(frame, 'auth-prompt', seen));
  });
  const verdict = await judgeTab(tabId);
  return verdict.level === 'quiet' ? {} : { cancel: true };
}

/** Listens for sign-in prompts. Call once, synchronously, when the worker starts. */
export function watchAuthPrompts(): void {
  const filter: WebRequest.RequestFilter = { urls: ['<all_urls>'], types: ['main_frame', 'sub_frame'] };
  if (IS_FIREFOX) {
    browser.webRequest.onAuthRequired.addListener(onPrompt, filter, ['blocking']);
    return;
  }
  // Chrome answers through a callback, under a name that the polyfill's type does not know.
  const listener = (
    details: WebRequest.OnAuthRequiredDetailsType,
    answer?: (response: WebRequest.BlockingResponse) => void,
  ) => {
    void onPrompt(details).then(
      (response) => answer?.(response),
      () => answer?.({}),
    );
  };
  browser.webRequest.onAuthRequired.addListener(listener as never, filter, ['asyncBlocking'] as never);
}
