import { browser, type Runtime } from '../browser/api';
import { isOwnPage } from '../browser/own-page';
import { TAKEN } from '../messages/content-messages';
import { asContentMessage, asUiRequest } from '../messages/validate';
import { contentSender, receiveFromContent } from './content-inbox';
import { isLeft, isNotYetShown, keepUntilShown } from './document-lifecycle';
import { answerUi } from './ui-requests';
import { holdAlarm, releaseAlarm } from './watch/watch-alarm';

/**
 * The worker's one ear. The sender, as the browser tells it, decides what may be said:
 * our own pages make requests, frames of tabs tell claims and facts, everyone else is ignored.
 */
export function hear(raw: unknown, sender: Runtime.MessageSender): Promise<unknown> | undefined {
  if (sender.id !== browser.runtime.id) return undefined;
  if (isOwnPage(sender.url)) {
    const request = asUiRequest(raw);
    return request === null ? undefined : answerUi(request);
  }
  const from = contentSender(sender);
  const message = from === null ? null : asContentMessage(raw);
  if (from === null || message === null) return undefined;
  if (isLeft(sender)) return Promise.resolve(TAKEN);
  if (isNotYetShown(sender)) return keepUntilShown(raw, sender).then(() => TAKEN);
  holdAlarm(message);
  // The answer only tells the page that the report was taken in: without it, it reports once more.
  return receiveFromContent(message, from)
    .then(
      () => TAKEN,
      (error: unknown) => console.warn('A report was lost.', error),
    )
    .finally(() => releaseAlarm(message));
}
