/** Longest address kept of the tab itself, and of a frame in it (a `data:` address is its whole page). */
export const ADDRESS_LIMIT = 8_000;
const FRAME_ADDRESS_LIMIT = 1_000;

/** What is kept of the address of a frame, or of the tab itself (0). */
export const keptAddress = (address: string, frameId: number): string =>
  address.slice(0, frameId === 0 ? ADDRESS_LIMIT : FRAME_ADDRESS_LIMIT);

/** Whether an address that was kept of a tab is only the beginning of a longer one. */
export const isCut = (kept: string): boolean => kept.length === ADDRESS_LIMIT;

/** Whether the browser tells of the address that was kept of a tab. */
export function isSameAddress(kept: string, shown: string | undefined): boolean {
  return shown === kept || (isCut(kept) && shown?.startsWith(kept) === true);
}
