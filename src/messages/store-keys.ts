/** Where the worker keeps what our own pages read or wait for, too. */

/** Before the id of a case, in `storage.session`. */
export const CASE_PREFIX = 'case:';

/** Key of a case in `storage.session`. */
export const caseKey = (caseId: string): string => `${CASE_PREFIX}${caseId}`;

/** The list of what is held back, in `storage.local`. */
export const HELD_BACK_KEY = 'blockedAddresses';

/** What our pages read of an address that is kept from coming back. */
export interface HeldBack {
  address: string;
  /** ms since 1970. */
  at: number;
  /** Nobody called it a scam: the person wanted it gone. Held back until the browser ends, or for a day. */
  unjudged?: boolean;
  /** Of an unjudged one: Sangfroid left it alone when it was closed. Not known of what was held back by older versions. */
  unwatched?: boolean;
  /** The site is genuine: a number was put into its address. Not known of what was held back by older versions. */
  injected?: boolean;
}
