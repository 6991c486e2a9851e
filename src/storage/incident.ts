import type { Level, Reason } from '../detection/verdict';
import type { ClosedBy } from '../messages/ui-messages';

/** One journal entry: what was noticed and closed. Kept in IndexedDB only, never from a private window. */
export interface Incident {
  /** Key given by the database. */
  id?: number;
  /** ms since 1970. */
  at: number;
  level: Level;
  /** `mistake`: the person said that it was none, so the page was let be or opened again. */
  closedBy: ClosedBy | 'not-closed' | 'mistake';
  address: string;
  host: string;
  /** Other pages of the host that were noticed within the day, ten at most; absent where there were none. */
  otherAddresses?: string[];
  /** Addresses the person came through, oldest first. */
  chain: string[];
  title: string;
  /** Visible text, at most EXCERPT_LENGTH characters. */
  excerpt: string;
  phones: string[];
  codes: string[];
  reasons: Reason[];
  /** The site is genuine, the number on it came in through the address. Absent where that is not so, or not known. */
  injectedIntoHonestSite?: boolean;
  /** JPEG data URL, null where none was taken in time or screenshots are off. */
  screenshot: string | null;
  /** The same host (where strangers share it: the same place of it) seen again within a day adds here. */
  times: number;
  /** When it was last seen, ms since 1970; absent while `times` is 1. */
  lastAt?: number;
  /** What the person adds for the police or the bank. */
  notes: { caller: string; amounts: string; program: string; otherNumbers: string; text: string };
}
