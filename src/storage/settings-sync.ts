import { oneAtATime } from '../async/one-at-a-time';
import { browser, type Storage } from '../browser/api';
import { SETTING_NAMES, readStored, type SettingName, type StoredSettings } from './settings-schema';
import type { TrustedSite } from './settings';
import { POLICY_COPY_KEY } from './settings-policy';
import { SETTINGS_KEY, changeStored, knownSettings, readLocal } from './settings-store';
import { forgetUnsent, noteChanged, unsent } from './settings-unsent';

/** One item a setting, so that one large field never blocks the others. */
const PREFIX = 'setting.';
/** The browser takes 8,192 bytes an item; the newest trusted sites that fit travel. */
const ITEM_BYTES = 7000;

/** This switch belongs to the one computer: turning it on here must not turn it on everywhere. */
const STAYS_HERE = new Set<SettingName>(['sync']);
const TRAVELS = SETTING_NAMES.filter((name) => !STAYS_HERE.has(name));

function fitting(name: SettingName, value: unknown): unknown {
  return name === 'trustedSites' && Array.isArray(value) ? newest(value) : value;
}

function newest(sites: readonly unknown[]): readonly unknown[] {
  let left = sites;
  while (new TextEncoder().encode(JSON.stringify(left)).length > ITEM_BYTES) left = left.slice(1);
  return left;
}

/**
 * Another browser's trusted sites, with those of here that they lack only because one item has no room for all: what
 * never was sent from here, and the oldest, which newer ones there have pushed out.
 */
function withUnsent(here: readonly TrustedSite[], theirs: readonly TrustedSite[]): TrustedSite[] {
  const isTheirs = ({ host }: TrustedSite): boolean => theirs.some((site) => site.host === host);
  const unsent = here.length - newest(here).length;
  const older = here.findIndex(isTheirs);
  const hasNoRoom = (site: TrustedSite): boolean => newest([site, ...theirs]).length <= theirs.length;
  const isKept = (site: TrustedSite, at: number): boolean => at < unsent || (at < older && hasNoRoom(site));
  return [...here.filter((site, at) => !isTheirs(site) && isKept(site, at)), ...theirs];
}

/** Reads what other browsers of this person have sent; damaged items are left out. */
async function readRemote(): Promise<StoredSettings> {
  const found: Record<string, unknown> = await browser.storage.sync.get(null);
  const named = TRAVELS.map((name) => [name, found[PREFIX + name]]);
  return readStored(Object.fromEntries(named.filter(([, value]) => value !== undefined))).stored;
}

/** Sends these settings; those that went back to the default are taken out. Only writes what differs. */
async function sendRemote(stored: StoredSettings, due: readonly SettingName[]): Promise<void> {
  const there: Record<string, unknown> = await browser.storage.sync.get(null);
  const gone: string[] = [];
  const fresh: Record<string, unknown> = {};
  const names = TRAVELS.filter(
    (name) => due.includes(name) && !same(fitting(name, stored[name]), there[PREFIX + name]),
  );
  for (const name of names) {
    const value = fitting(name, stored[name]);
    if (value === undefined) gone.push(PREFIX + name);
    else fresh[PREFIX + name] = value;
  }
  if (gone.length > 0) await browser.storage.sync.remove(gone);
  if (Object.keys(fresh).length > 0) await browser.storage.sync.set(fresh);
  for (const name of names) sent.set(name, [...(sent.get(name) ?? []), fitting(name, stored[name])]);
}

/** What this browser has sent and not heard of yet: it comes back as a change, perhaps after the next save here. */
const sent = new Map<SettingName, unknown[]>();

/** What another browser has changed and this one could not take yet: it is taken before anything is sent again. */
let untaken: Record<string, Storage.StorageChange> = {};

/** Whether it is asked for. Rejects where the settings cannot be read: that is no "off". */
async function isOn(): Promise<boolean> {
  const settings = await knownSettings();
  if (settings === null) throw new Error('The settings cannot be read.');
  return settings.sync;
}

/** Takes what another browser has changed, and nothing else: what could not be sent from here must not go with it. */
async function takeRemote(changes: Record<string, Storage.StorageChange>): Promise<void> {
  untaken = { ...untaken, ...changes };
  if (await isOn()) await changeStored((stored) => withChanges(stored, untaken));
  untaken = {};
}

/** @returns the settings with what another browser has changed, null where that changes nothing */
function withChanges(
  stored: StoredSettings,
  changes: Record<string, Storage.StorageChange>,
): StoredSettings | null {
  const after: StoredSettings = { ...stored };
  for (const name of TRAVELS) {
    const change = changes[PREFIX + name];
    if (change === undefined || isOwn(name, change.newValue, stored)) continue;
    const { stored: taken } = readStored({ [name]: change.newValue });
    if (change.newValue === undefined) delete after[name];
    else Object.assign(after, taken); // a damaged value changes nothing
    if (taken.trustedSites) after.trustedSites = withUnsent(stored.trustedSites ?? [], taken.trustedSites);
  }
  return same(sorted(after), sorted(stored)) ? null : after;
}

function isOwn(name: SettingName, value: unknown, stored: StoredSettings): boolean {
  const waiting = sent.get(name) ?? [];
  const at = waiting.findIndex((one) => same(one, value));
  if (at >= 0) sent.set(name, waiting.slice(at + 1));
  // Our own list may come back shortened to fit: then the longer one here is the right one.
  return at >= 0 || same(value, fitting(name, stored[name]));
}

function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function sorted(stored: StoredSettings): unknown[] {
  return SETTING_NAMES.map((name) => stored[name] ?? null);
}

/** When it is turned on, by the person or an administrator: what other browsers have wins, what only this one has is added. */
async function join(): Promise<void> {
  const remote = await readRemote();
  const hosts = remote.trustedSites?.map((site) => site.host) ?? [];
  await changeStored((stored) => {
    const together: StoredSettings = { ...stored, ...remote };
    const onlyHere = stored.trustedSites?.filter((site) => !hosts.includes(site.host)) ?? [];
    if (onlyHere.length > 0) together.trustedSites = [...onlyHere, ...(remote.trustedSites ?? [])];
    return together;
  });
  untaken = {}; // it was in what they have
}

/**
 * Whether this browser has joined: an administrator can turn it on and off without a change of the person's settings.
 * Until it has, nothing is sent: what only the others have would count as taken back here.
 */
const JOINED_KEY = 'syncJoined';

async function onLocal(): Promise<void> {
  const sync = await isOn();
  const joined = (await browser.storage.local.get(JOINED_KEY))[JOINED_KEY] === true;
  if (sync && !joined) await join();
  if (sync !== joined) await browser.storage.local.set({ [JOINED_KEY]: sync });
  if (!sync) return joined ? forgetUnsent() : undefined;
  if (Object.keys(untaken).length > 0) await takeRemote({});
  const due = await unsent(joined ? [] : TRAVELS);
  if (due.length === 0) return;
  await sendRemote(await readLocal(), due);
  await forgetUnsent();
}

/** What other browsers have changed while nobody here could hear it: all of here has been sent, so what differs is theirs. */
async function takeUnheard(): Promise<void> {
  if (!(await isOn())) return;
  const due = await unsent();
  const theirs = Object.entries(await readRemote()).filter(([name]) => !due.includes(name as SettingName));
  await takeRemote(Object.fromEntries(theirs.map(([name, newValue]) => [PREFIX + name, { newValue }])));
}

const logFailure = (error: unknown): void => console.warn('Settings were not synchronised.', error);

/** One after the other: what is being sent is not taken for the whole of what there is. */
const inTurn = oneAtATime();

/**
 * After an update: joins where an administrator had turned it on before this browser could know, and takes what others have
 * changed meanwhile. Never rejects.
 */
export function settleSync(): Promise<void> {
  return inTurn(() => onLocal().then(takeUnheard)).catch(logFailure);
}

/**
 * Keeps settings equal in this person's browsers through the browser's own sync, while they ask for it (off by
 * default). Incidents never travel. Call it once at the top level of the worker. A full or absent sync store changes
 * nothing here.
 */
export function watchSync(): void {
  browser.storage.onChanged.addListener((changes, area) => {
    const isOurs = area === 'local' && (SETTINGS_KEY in changes || POLICY_COPY_KEY in changes);
    if (area === 'local' && changes[SETTINGS_KEY]) noteChanged(changes[SETTINGS_KEY]);
    if (isOurs) inTurn(onLocal).catch(logFailure);
    if (area === 'sync') inTurn(() => takeRemote(changes)).catch(logFailure);
  });
}
