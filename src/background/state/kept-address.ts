/** Longest address kept of the tab itself, and of a frame in it (a `data:` address is its whole page). */
const ADDRESS_LIMIT = 8_000;
const FRAME_ADDRESS_LIMIT = 1_000;

/** The name, perhaps with a password, that may stand before the host: `user:password@`. */
const USER = /^([\w+.:-]*:\/\/)[^/?#@]*@/;

/**
 * An address without the name before its host: the page is the same under any, and a password may be the person's own,
 * which is nobody's to write down.
 */
export const withoutUser = (address: string): string => address.replace(USER, '$1');

/** What is kept of the address of a frame, or of the tab itself (0). */
export const keptAddress = (address: string, frameId: number): string =>
  withoutUser(address).slice(0, frameId === 0 ? ADDRESS_LIMIT : FRAME_ADDRESS_LIMIT);

/** Whether an address that was kept of a tab is only the beginning of a longer one. */
export const isCut = (kept: string): boolean => kept.length === ADDRESS_LIMIT;

/** Whether the browser tells of the address that was kept of a tab, whatever name stands before its host. */
export function isSameAddress(kept: string, shown: string | undefined): boolean {
  if (shown === undefined) return false;
  const [one, other] = [withoutUser(kept), withoutUser(shown)];
  return one === other || (isCut(kept) && other.startsWith(one));
}
