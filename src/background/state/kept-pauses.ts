import { delay, within } from '../../async/within';
import { oneAtATime } from '../../async/one-at-a-time';
import { browser } from '../../browser/api';
import { IS_FIREFOX } from '../../browser/target';
import { SessionValue } from '../session/session-value';

/** The pauses, in storage.session; in Chromium, whose new versions find that one empty, with a copy that outlives an update. */

/** Pauses end with the browser or at their time. */
export interface Pauses {
  /** ms since 1970; 'restart' = until the browser is started again. */
  all: number | 'restart' | null;
  /** Hosts, and pages that have none (trust.ts, `siteOf`). */
  hosts: string[];
  /** Of private windows: in memory only. */
  privateHosts: string[];
}

export const NO_PAUSE: Pauses = { all: null, hosts: [], privateHosts: [] };

const KEY = 'pause:now';
const inSession = new SessionValue<Pauses>(
  KEY,
  () => NO_PAUSE,
  (known) => ({ ...known, privateHosts: [] }),
);

/** Key of the copy in storage.local; there only while something is paused. */
const COPY = 'pauses';
/** A store that does not answer in this time has told nothing; measured: 1 to 5 ms. */
const STORE_LIMIT_MS = 1_000;
/** The browser tells within this (ms) of a worker's start why it was started. */
const EVENTS_MS = 2_000;

const inTurn = oneAtATime();
/** Resolves once what the version before had paused is paused again, where there was one. */
let taken: Promise<unknown> = Promise.resolve();
/** What the browser has told this worker. */
let heard: 'nothing' | 'update' | 'start' = 'nothing';

/** The pauses that stand, and changing them. Neither rejects. */
export const pauses = {
  async read(): Promise<Pauses> {
    await taken;
    return inSession.read();
  },
  async update(change: (known: Pauses) => Pauses): Promise<Pauses> {
    await taken;
    const now = await inSession.update(change);
    void copy(now);
    return now;
  },
};

/** Nothing of a private window, and no address that holds its whole page: this one is on the disk. */
function copy({ all, hosts: sites }: Pauses): Promise<void> {
  if (IS_FIREFOX) return Promise.resolve();
  const hosts = sites.filter((site) => !/^(?:blob|data):/.test(site));
  const { local } = browser.storage;
  const isEmpty = all === null && hosts.length === 0;
  const write = () => (isEmpty ? local.remove(COPY) : local.set({ [COPY]: { all, hosts } }));
  return inTurn(() => within(write(), STORE_LIMIT_MS, undefined));
}

/**
 * The extension was updated while the browser ran: what was paused stays so. Call it at once when the browser tells.
 * @returns the pauses that stand then
 */
export function keepPauses(): Promise<Pauses> {
  if (heard === 'nothing' && !IS_FIREFOX) {
    heard = 'update';
    taken = inTurn(takeOver);
  }
  return pauses.read();
}

async function takeOver(): Promise<void> {
  const { all, hosts } = await readCopy();
  // An update that had waited for the browser's start: that ends them.
  if (heard !== 'update' || (all === null && hosts.length === 0)) return;
  await inSession.update((known) => ({
    ...known,
    all: known.all ?? all,
    hosts: [...new Set([...known.hosts, ...hosts])],
  }));
}

/** The browser has started, which ends every pause. Call it at once when it tells. */
export async function endKeptPauses(): Promise<void> {
  const tookOver = heard === 'update';
  heard = 'start';
  await copy(NO_PAUSE);
  if (tookOver) await inSession.update(({ privateHosts }) => ({ ...NO_PAUSE, privateHosts }));
}

/**
 * A copy that nobody took over must not wait for a later update: the browser may have started without the extension, or
 * the worker been stopped before it could end it. Call it at each start of the worker. Never rejects.
 */
export async function dropStalePauses(): Promise<void> {
  if (IS_FIREFOX || !(await isStale())) return;
  await delay(EVENTS_MS);
  await inTurn(async () => {
    if (heard === 'nothing' && (await isStale()))
      await within(browser.storage.local.remove(COPY), STORE_LIMIT_MS, undefined);
  });
}

/** Whether there is a copy, and no pause of this session that it is of. */
async function isStale(): Promise<boolean> {
  const { all, hosts } = await readCopy();
  if (all === null && hosts.length === 0) return false;
  const session = await within(browser.storage.session.get(KEY), STORE_LIMIT_MS, null);
  return session !== null && session[KEY] === undefined;
}

async function readCopy(): Promise<Pick<Pauses, 'all' | 'hosts'>> {
  const stored = await within(browser.storage.local.get(COPY), STORE_LIMIT_MS, {});
  const found = (stored as Record<string, unknown>)[COPY] as Partial<Pauses> | undefined; // only this file writes the key
  return { all: found?.all ?? null, hosts: found?.hosts ?? [] };
}
