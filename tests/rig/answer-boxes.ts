import { sleep } from './processes';

/** A recorded page has done what it does by then. */
const LIMIT_MS = 30_000;

/**
 * Presses OK in one box of a page after the other, `readsMs` after the last one or later, until the page is no longer
 * there.
 * @param accept presses OK; rejects where there is no box, or no page
 */
export async function answerBoxes(accept: () => Promise<unknown>, readsMs: number): Promise<void> {
  const end = Date.now() + LIMIT_MS;
  let isThere = true;
  while (isThere && Date.now() < end) {
    await sleep(readsMs);
    await accept().catch((error: unknown) => {
      isThere = !/no such window/.test(String(error));
    });
  }
}
