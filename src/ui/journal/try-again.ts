import { delay } from '../../async/within';

/** A journal that could not be read is tried again after so many ms, later after so many; in all for about an hour. */
const TRY_SOON_MS = 1_500;
const TRY_LATER_MS = 10_000;
const SOON_TRIES = 10;
const MOST_TRIES = 360;

/**
 * On a disk that is full to the last byte Chromium can read the journal only later, or once there is room: what is shown
 * comes back by itself then.
 * @param shown stands in the page as long as this is of use @param fails reads again, and answers whether that failed
 */
export async function tryAgain(shown: Element, fails: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < MOST_TRIES && shown.isConnected; tries += 1) {
    await delay(tries < SOON_TRIES ? TRY_SOON_MS : TRY_LATER_MS);
    if (!(await fails())) return;
  }
}
