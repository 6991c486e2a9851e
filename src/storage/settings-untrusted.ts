import { browser } from '../browser/api';
import { isRecord, LAST_TIME } from './plain-values';
import type { TrustedSite } from './settings';
import { TRUSTED_SITES_CAP, typedHost } from './settings-schema';

/**
 * Where trust was taken back, and when: kept while the settings are synchronised. A list of trusted sites alone cannot say
 * it; a site that another browser's list lacks may be one that it has not heard of yet.
 */
export interface Untrusted {
  /** ms since 1970; not before the trust was given, whatever the clock said. */
  at: number;
  host: string;
}

/** The browser takes 8,192 bytes an item: as much of a list as travels. */
const ITEM_BYTES = 7000;

const KEY = 'syncUntrusted';

/** Taken back here, and not written down yet; `since`: when the trust had been given. */
const fresh = new Map<string, Untrusted & { since: number }>();

/**
 * The latest come first. The order depends on nothing else: two browsers that leave out others for want of room would send
 * each other their choice for ever.
 */
function latestFirst<T extends { host: string }>(all: readonly T[], timeOf: (one: T) => number): T[] {
  return [...all].sort((one, other) => timeOf(other) - timeOf(one) || (one.host < other.host ? -1 : 1));
}

/** The latest of a list that fit into one item, in their own order. */
export function newest<T extends { host: string }>(all: readonly T[], timeOf: (one: T) => number): T[] {
  let room = ITEM_BYTES - 1; // the brackets, and a comma less than there are entries
  const kept = new Set<T>();
  for (const one of latestFirst(all, timeOf)) {
    room -= new TextEncoder().encode(JSON.stringify(one)).length + 1;
    if (room < 0) break;
    kept.add(one);
  }
  return all.filter((one) => kept.has(one));
}

function isUntrusted(one: unknown): one is Untrusted {
  if (!isRecord(one) || typeof one.host !== 'string' || typeof one.at !== 'number') return false;
  return one.at >= 0 && one.at < LAST_TIME && typedHost(one.host) === one.host;
}

/** What was stored or sent, without what is damaged, each host once with its latest time, the oldest first. */
export function readUntrusted(...lists: unknown[]): Untrusted[] {
  const all = lists.flatMap((list) => (Array.isArray(list) ? list.filter(isUntrusted) : []));
  const latest = new Map<string, number>();
  for (const { at, host } of all) latest.set(host, Math.max(at, latest.get(host) ?? 0));
  const sorted = [...latest].map(([host, at]) => ({ at, host }));
  sorted.sort((one, other) => one.at - other.at || (one.host < other.host ? -1 : 1));
  return newest(sorted, ({ at }) => at);
}

/** Notes whose trust is over with this change of the list. What newer ones pushed out was not taken back. */
export function noteTakenBack(before: readonly TrustedSite[], after: readonly TrustedSite[]): void {
  if (after.length >= TRUSTED_SITES_CAP) return;
  const kept = new Set(after.map(({ host }) => host));
  for (const { host, since } of before.filter((site) => !kept.has(site.host)))
    fresh.set(host, { at: Math.min(Math.max(Date.now(), since), LAST_TIME - 1), host, since });
}

async function readKept(): Promise<Untrusted[]> {
  return readUntrusted((await browser.storage.local.get(KEY))[KEY]);
}

/**
 * Writes down what was taken back here, and in `others`. @returns all of it. Rejects where the store cannot be read.
 */
export async function keepUntrusted(others: readonly Untrusted[] = []): Promise<Untrusted[]> {
  const before = await readKept();
  const noted = [...fresh.values()];
  // What goes from the list because another browser took it back, did so then and not now: it may be trusted again there.
  const isKnown = ({ host, since }: { host: string; since: number }): boolean =>
    before.some((one) => one.host === host && one.at >= since);
  const own = noted.filter((one) => !isKnown(one)).map(({ at, host }) => ({ at, host }));
  const all = readUntrusted(before, others, own);
  const isNew = JSON.stringify(all) !== JSON.stringify(before);
  const kept = !isNew || (await write(all));
  for (const one of noted) if (kept && fresh.get(one.host) === one) fresh.delete(one.host);
  return all;
}

/** @returns false on a full disk: what was taken back is remembered here */
function write(all: Untrusted[]): Promise<boolean> {
  return browser.storage.local.set({ [KEY]: all }).then(
    () => true,
    () => false,
  );
}

/** The settings are not synchronised. @param isKept something may have been written down while they were */
export async function forgetUntrusted(isKept: boolean): Promise<void> {
  fresh.clear();
  if (isKept) await browser.storage.local.remove(KEY);
}

/** Sites as the person trusts them now: after their trust was taken back, by whichever clock that was. Never rejects. */
export async function trustedAnew(sites: readonly TrustedSite[]): Promise<TrustedSite[]> {
  const untrusted = await readKept().catch(() => []);
  const last = new Map(untrusted.map(({ at, host }) => [host, at]));
  return sites.map((site) => ({ ...site, since: Math.max(site.since, (last.get(site.host) ?? -1) + 1) }));
}

/**
 * The sites that here and another browser trust, but for what was taken back since. One that `theirs` lacks stays: it may be
 * new here, or have found no room there.
 */
export function trustedByBoth(
  here: readonly TrustedSite[],
  theirs: readonly TrustedSite[],
  untrusted: readonly Untrusted[],
): TrustedSite[] {
  const last = new Map(untrusted.map(({ at, host }) => [host, at]));
  const sites = new Map(here.map((site) => [site.host, site]));
  for (const site of theirs) {
    const own = sites.get(site.host);
    if (own === undefined || site.since >= own.since) sites.set(site.host, site);
  }
  const trusted = [...sites.values()].filter(({ host, since }) => since > (last.get(host) ?? -1));
  const kept = new Set(latestFirst(trusted, ({ since }) => since).slice(0, TRUSTED_SITES_CAP));
  return trusted.filter((site) => kept.has(site));
}
