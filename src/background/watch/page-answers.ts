import { within } from '../../async/within';
import { browser } from '../../browser/api';

/** A page in front that runs at all answers within a few ms; a busy but honest one within this, as a rule. */
const ANSWER_LIMIT_MS = 1_000;

/**
 * Whether the page of a tab runs: one in a loop, or behind a dialog of its own, does not answer. A page where we may
 * not ask counts as one that does. Never rejects.
 * @param limit ms after which no answer is taken for none
 */
export async function pageAnswers(tabId: number, limit = ANSWER_LIMIT_MS): Promise<boolean> {
  const asked = browser.scripting.executeScript({
    target: { tabId },
    injectImmediately: true,
    // By a timer: behind a dialog Firefox still runs scripts of ours, but no timer.
    func: () => new Promise((resolve) => setTimeout(resolve, 0)),
  });
  const said = asked.then(
    () => true,
    () => true,
  );
  return within(said, limit, false);
}
