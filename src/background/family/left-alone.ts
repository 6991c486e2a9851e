import { isTrusted, whyLeftAlone } from '../state/trust';
import { shownAddress, type Kin } from './scam-kin';

/**
 * Whether a site is left alone for its own sake: trusted, or paused by itself. A pause for everything says nothing of any
 * site, and a scam's windows go with it then, too.
 */
async function isLeftAlone(address: string): Promise<boolean> {
  const now = Date.now();
  if ((await whyLeftAlone(address, now)) === null) return false;
  return (await whyLeftAlone('', now)) === null || isTrusted(address);
}

/** Those of a scam's tabs that are not the person's: what shows a site that is left alone is none of the scam's. */
export async function withoutLeftAlone<K extends Kin>(kin: readonly K[]): Promise<K[]> {
  const alone = await Promise.all(kin.map((one) => isLeftAlone(shownAddress(one))));
  return kin.filter((_one, index) => alone[index] !== true);
}
