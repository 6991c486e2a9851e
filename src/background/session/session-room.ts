import { within } from '../../async/within';
import { browser } from '../../browser/api';

/** A store that does not answer in this time has not given what was asked; measured: 1 to 5 ms. */
const STORE_LIMIT_MS = 500;

/** What of its values a slot can do without in a full store. */
interface Spare {
  /** Their keys, the oldest first. */
  keys: () => Promise<string[]>;
  /** Whether it still can: what was quiet when it was written may be a scam by now. */
  isSpare: (key: string) => boolean;
}

const spares: Spare[] = [];

/** A slot tells what it can do without. */
export function offerSpares(spare: Spare): void {
  spares.push(spare);
}

/**
 * Drops old things from a full session's store, half of a slot's at a time, until a value fits in. Never rejects.
 *
 * @param key of the value that is to be written; it is not dropped itself
 * @param write tries to write it; resolves to whether the store took it
 */
export async function makeRoom(key: string, write: () => Promise<boolean>): Promise<void> {
  for (const { keys, isSpare } of spares) {
    const all = (await keys()).filter((other) => other !== key);
    const older = all.slice(0, Math.ceil(all.length / 2));
    for (const half of [older, all.slice(older.length)]) {
      const some = half.filter(isSpare);
      if (some.length === 0) continue;
      await within(browser.storage.session.remove(some), STORE_LIMIT_MS, undefined);
      if (await write()) return;
    }
  }
}
