import { oneAtATime } from '../../async/one-at-a-time';
import { within } from '../../async/within';
import { browser } from '../../browser/api';
import { useReserve } from '../session/session-reserve';

/**
 * When scams were met, or pages closed by the person; nothing else about them. The guard asks this beside the journal,
 * which has no entry from private windows or with a full disk, and which a caller may have had emptied.
 */
interface Met {
  /** ms since 1970. */
  at: number;
  /** Number of its entry in the journal, null where none was written. */
  entry: number | null;
  /** Nobody called it a scam: the person closed it, who may have been right. */
  unjudged?: true;
}

type Area = 'local' | 'session';

const KEY = 'scam-times';
/** More than one, so that a mistake taken back leaves the scam before it. */
const MOST = 10;
/** A store that does not answer in this time counts as failed; measured: 1 to 5 ms. */
const STORE_LIMIT_MS = 500;

const HOUR_MS = 3_600_000;

const inTurn = oneAtATime();

/** Noted (ms since 1970) while the clock was ahead by more than any time zone: it would count until then. */
export const isAhead = (at: number, now: number): boolean => at - now > 24 * HOUR_MS;

/** Notes a scam: from a private window until the browser ends, else on the disk, where it has room. Never rejects. */
export function noteScam(met: Met, incognito: boolean): Promise<void> {
  return inTurn(async () => {
    const written = !incognito && (await add('local', met));
    if (written || (await add('session', met))) return;
    await useReserve();
    await add('session', met);
  });
}

/** It was a mistake: the scam of that time (ms since 1970), or of that entry, was none. Never rejects. */
export function takeBackScam(at: number | null, entry: number | null): Promise<void> {
  return keepOnly((met) => met.at !== at && (entry === null || met.entry !== entry));
}

/** Lets go what is older than the guard looks back. @param hours as set, -1 = always, 0 = never. Never rejects. */
export function forgetOldScams(hours: number, now: number): Promise<void> {
  return keepOnly(({ at }) => hours > 0 && now - at < hours * HOUR_MS && !isAhead(at, now));
}

/**
 * When the last scam was met (ms since 1970), null if none is remembered. Never rejects.
 * @param orUnjudged a page that the person closed and that nobody called a scam counts, too
 */
export async function lastScamAt({ orUnjudged = false } = {}): Promise<number | null> {
  const all = [...(await read('local')), ...(await read('session'))];
  const meant = all.filter(({ at, unjudged }) => !isAhead(at, Date.now()) && (orUnjudged || !unjudged));
  const times = meant.map(({ at }) => at);
  return times.length === 0 ? null : Math.max(...times);
}

/** Whether a scam is remembered until the browser ends, and not on the disk. Never rejects. */
export async function isScamOfSession(): Promise<boolean> {
  return (await read('session')).length > 0;
}

/** A scam that comes again adds to its entry in the journal, so its time takes the place of the one before. */
async function add(area: Area, met: Met): Promise<boolean> {
  const others = (await read(area)).filter(
    ({ at, entry }) => at !== met.at && (entry === null || entry !== met.entry),
  );
  return write(area, [...others, met].slice(-MOST));
}

function keepOnly(fits: (met: Met) => boolean): Promise<void> {
  return inTurn(async () => {
    for (const area of ['local', 'session'] as const) {
      const all = await read(area);
      const kept = all.filter(fits);
      if (kept.length < all.length) await write(area, kept);
    }
  });
}

function write(area: Area, all: Met[]): Promise<boolean> {
  const writing = browser.storage[area].set({ [KEY]: all }).then(() => true);
  return within(writing, STORE_LIMIT_MS, false);
}

async function read(area: Area): Promise<Met[]> {
  const stored = await within(browser.storage[area].get(KEY), STORE_LIMIT_MS, {} as Record<string, unknown>);
  return Array.isArray(stored[KEY]) ? (stored[KEY] as Met[]) : []; // only this file writes the key
}
