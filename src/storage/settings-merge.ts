import type { Storage } from '../browser/api';
import { itemOf, resetAt, same, settingsIn, sitesIn, TRAVELS } from './settings-account';
import type { TrustedSite } from './settings';
import { readStored, SETTING_NAMES, type SettingName, type StoredSettings } from './settings-schema';
import { trustedByBoth, type Untrusted } from './settings-untrusted';

/** What becomes of the settings of here by those of other browsers. */

/** As the browser tells them of its sync store, by item. */
export type Changes = Record<string, Storage.StorageChange>;

/** Taken over whole. Of the trusted sites each is taken for itself. */
const WHOLE = TRAVELS.filter((name) => name !== 'trustedSites');

/** What this browser has sent and not heard of yet: it comes back as a change, perhaps after the next save here. */
const sent = new Map<SettingName, unknown[]>();

/** These items were sent. */
export function noteSent(items: Record<string, unknown>): void {
  for (const name of WHOLE.filter((one) => itemOf(one) in items))
    sent.set(name, [...(sent.get(name) ?? []), items[itemOf(name)]]);
}

function isOwn(name: SettingName, item: unknown, stored: StoredSettings): boolean {
  const waiting = sent.get(name) ?? [];
  const at = waiting.findIndex((one) => same(one, item));
  if (at >= 0) sent.set(name, waiting.slice(at + 1));
  return at >= 0 || same(item, stored[name]);
}

/**
 * Whether a setting of here was lost there. No other browser takes an item out: the browser itself does, where its own sync
 * begins after ours or goes on, and the account has none. A reset of before this one joined (ms since 1970) is not about it.
 */
export function isLost(
  name: SettingName,
  stored: StoredSettings,
  changes: Changes,
  joinedAt: number,
): boolean {
  const change = changes[itemOf(name)];
  if (change === undefined || stored[name] === undefined) return false;
  const reset = resetAt(change.newValue);
  return change.newValue === undefined || (reset !== null && reset < joinedAt);
}

/** @returns the settings with what another browser has changed, null where that changes nothing */
export function withChanges(
  stored: StoredSettings,
  changes: Changes,
  untrusted: readonly Untrusted[],
  joinedAt: number,
): StoredSettings | null {
  const after: StoredSettings = { ...stored };
  for (const name of WHOLE) {
    const change = changes[itemOf(name)];
    if (change === undefined || isOwn(name, change.newValue, stored)) continue;
    if (isLost(name, stored, changes, joinedAt)) continue;
    if (resetAt(change.newValue) !== null) delete after[name];
    else Object.assign(after, readStored({ [name]: change.newValue }).stored); // a damaged value changes nothing
  }
  setTrusted(after, sitesIn(changes[itemOf('trustedSites')]?.newValue), untrusted);
  return same(sorted(after), sorted(stored)) ? null : after;
}

/** @returns the settings with all that other browsers have: that wins, what only this one has stays */
export function joined(
  stored: StoredSettings,
  items: Record<string, unknown>,
  untrusted: readonly Untrusted[],
): StoredSettings {
  const { trustedSites: theirs = [], ...others } = settingsIn(items);
  const together: StoredSettings = { ...stored, ...others };
  setTrusted(together, theirs, untrusted);
  return together;
}

function setTrusted(
  after: StoredSettings,
  theirs: readonly TrustedSite[],
  untrusted: readonly Untrusted[],
): void {
  const sites = trustedByBoth(after.trustedSites ?? [], theirs, untrusted);
  if (after.trustedSites !== undefined || sites.length > 0) after.trustedSites = sites;
}

function sorted(stored: StoredSettings): unknown[] {
  return SETTING_NAMES.map((name) => stored[name] ?? null);
}
