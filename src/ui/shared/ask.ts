import { delay } from '../../async/within';
import { browser } from '../../browser/api';
import type { UiAnswer, UiRequest } from '../../messages/ui-messages';

/**
 * The worker may be waking up when the first message comes, or end with it in its hands, which Chromium answers with
 * nothing: once more after this.
 */
const SECOND_TRY_MS = 200;

async function send(request: UiRequest): Promise<unknown> {
  const answer: unknown = await browser.runtime.sendMessage(request).catch(() => undefined);
  if (answer !== undefined) return answer;
  await delay(SECOND_TRY_MS);
  return browser.runtime.sendMessage(request);
}

/**
 * Asks the background and returns its typed answer. Rejects when nobody answers (the extension was just updated);
 * startPage then shows a sentence, so callers need no try of their own.
 */
export async function ask<Request extends UiRequest>(request: Request): Promise<UiAnswer<Request['type']>> {
  const answer = await send(request);
  if (answer === undefined) throw new Error(`No answer to ${request.type}.`);
  return answer as UiAnswer<Request['type']>; // our own background, same package: UiAnswers is the contract
}
