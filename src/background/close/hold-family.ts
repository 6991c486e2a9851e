import type { Case } from '../../messages/ui-messages';
import { lookAtKin, shownAddress, shownHost, type Kin } from '../family/scam-kin';
import { holdBack } from '../hold-back/held-addresses';
import { hostOf } from '../state/host';
import { isSameAddress } from '../state/kept-address';
import { ownLanding } from '../state/landing';
import { isPlatform } from '../state/platforms';
import { tabStates } from '../state/tab-state';

/**
 * The family's other addresses, to be held back with the case's own: what a case is about may be a window its page opened,
 * or have changed its address since it came in. Of another host only what was suspicious by its own words, and no platform.
 */
async function familyAddresses(group: readonly number[], known: Case): Promise<string[]> {
  const asking = Promise.all(group.map(lookAtKin)); // it has a limit of its own; a window that is told of late must not come back
  const { frames } = await tabStates.read(String(known.tabId));
  const family = await asking;
  const tells = (kin: Kin): boolean => hostOf(kin.state.frames[0]?.address ?? '') === shownHost(kin);
  const isScams = (kin: Kin): boolean =>
    shownHost(kin) === known.host || (kin.suspicious && tells(kin) && !isPlatform(shownHost(kin)));
  const landing = ownLanding(frames[0]).filter((url) => hostOf(url) === known.host);
  const found = [...landing, ...family.filter(isScams).map(shownAddress)];
  return found.filter((url) => !isSameAddress(known.address, url));
}

/** Addresses that are being held back. No promise rejects. */
interface Holding {
  /** They cannot come back in this session: closing need not wait until the browser has written down that they may not in the next. */
  stands: Promise<unknown>;
  written: Promise<unknown>;
}

/** The same of a whole family, with all of its addresses but the case's own. */
export interface HeldFamily extends Holding {
  addresses: Promise<string[]>;
}

/** Holds a family's other addresses back. @param first the case's own, which is being held already */
export function holdFamily(known: Case, group: readonly number[], first: Holding): HeldFamily {
  const addresses = familyAddresses(group, known).catch((): string[] => []);
  const others = addresses.then((found) => (found.length > 0 ? hold(known, found) : STANDING));
  return {
    addresses,
    stands: Promise.all([first.stands, others.then(({ stands }) => stands)]),
    written: Promise.all([first.written, others.then(({ written }) => written)]),
  };
}

const STANDING: Holding = { stands: Promise.resolve(), written: Promise.resolve() };

/** Holds the case's address back, or others with it. Never rejects. */
export function hold(known: Case, others: readonly string[] = []): Holding {
  let onStanding = (): void => undefined;
  const stands = new Promise<void>((resolve) => (onStanding = resolve));
  const written = holdBack(known, others, () => onStanding()).catch(() => undefined);
  return { stands: Promise.race([stands, written]), written };
}
