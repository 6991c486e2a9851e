/** Longest address kept of the tab itself, and of a frame in it (a `data:` address is its whole page). */
export const ADDRESS_LIMIT = 8_000;
export const FRAME_ADDRESS_LIMIT = 1_000;

/** Whether an address that was kept of a tab is only the beginning of a longer one. */
export const isCut = (kept: string): boolean => kept.length === ADDRESS_LIMIT;

/** Whether the browser tells of the address that was kept of a tab. */
export function isSameAddress(kept: string, shown: string | undefined): boolean {
  return shown === kept || (isCut(kept) && shown?.startsWith(kept) === true);
}
