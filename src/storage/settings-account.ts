import { browser } from '../browser/api';
import { isRecord } from './plain-values';
import type { TrustedSite } from './settings';
import { SETTING_NAMES, readStored, type SettingName, type StoredSettings } from './settings-schema';
import { newest, readUntrusted, type Untrusted } from './settings-untrusted';

/** What lies in the browser's own sync store. */

/** One item a setting, so that one large field never blocks the others. */
export const itemOf = (name: SettingName): string => `setting.${name}`;

/** Beside the trusted sites: where trust was taken back. Older versions do not know it. */
export const UNTRUSTED_ITEM = 'setting.untrusted';

/** This switch belongs to the one computer: turning it on here must not turn it on everywhere. */
const STAYS_HERE = new Set<SettingName>(['sync']);
export const TRAVELS = SETTING_NAMES.filter((name) => !STAYS_HERE.has(name));

/**
 * When a setting went back to its default (ms since 1970), null where this item says no such thing. It is said, not left
 * out: an item that is missing may be one that the browser has dropped. Older versions pass it over.
 */
export function resetAt(item: unknown): number | null {
  return isRecord(item) && typeof item.reset === 'number' ? item.reset : null;
}

/** The same by its content. */
export function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** The trusted sites in an item, without what is damaged. */
export function sitesIn(item: unknown): TrustedSite[] {
  return readStored({ trustedSites: item }).stored.trustedSites ?? [];
}

/** All that is there. */
export function readItems(): Promise<Record<string, unknown>> {
  return browser.storage.sync.get(null);
}

/** The settings in these items; damaged ones are left out, as are those that went back to the default. */
export function settingsIn(items: Record<string, unknown>): StoredSettings {
  const there = TRAVELS.filter((name) => items[itemOf(name)] !== undefined);
  return readStored(Object.fromEntries(there.map((name) => [name, items[itemOf(name)]]))).stored;
}

/** Each browser has its own order: two would send theirs to each other for ever. */
function byHost(sites: readonly TrustedSite[]): TrustedSite[] {
  return [...sites].sort((one, other) => (one.host < other.host ? -1 : 1));
}

/** What is to lie there for these settings, of those that are not there yet. */
function missing(
  stored: StoredSettings,
  untrusted: readonly Untrusted[],
  due: readonly SettingName[],
  there: Record<string, unknown>,
): Record<string, unknown> {
  const items: Record<string, unknown> = {};
  for (const name of TRAVELS.filter((one) => one !== 'trustedSites' && due.includes(one))) {
    const [value, item] = [stored[name], there[itemOf(name)]];
    const isReset = value === undefined && (item === undefined || resetAt(item) !== null);
    if (!isReset && !same(value, item)) items[itemOf(name)] = value ?? { reset: Date.now() };
  }
  if (!due.includes('trustedSites')) return items;
  const sites = newest(stored.trustedSites ?? [], ({ since }) => since);
  if (!same(byHost(sites), byHost(sitesIn(there[itemOf('trustedSites')]))))
    items[itemOf('trustedSites')] = sites;
  if (!same(untrusted, readUntrusted(there[UNTRUSTED_ITEM]))) items[UNTRUSTED_ITEM] = untrusted;
  return items;
}

/**
 * Sends these settings, where they differ from what is there: in one writing, for the browser counts them. Nothing is ever
 * taken out. @returns the items that were sent
 */
export async function sendItems(
  stored: StoredSettings,
  untrusted: readonly Untrusted[],
  due: readonly SettingName[],
): Promise<Record<string, unknown>> {
  const items = missing(stored, untrusted, due, await readItems());
  if (Object.keys(items).length > 0) await browser.storage.sync.set(items);
  return items;
}
