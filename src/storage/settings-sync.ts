import { oneAtATime } from '../async/one-at-a-time';
import { browser } from '../browser/api';
import type { SettingName } from './settings-schema';
import { itemOf, readItems, sendItems, TRAVELS, UNTRUSTED_ITEM } from './settings-account';
import { isLost, joined, noteSent, withChanges, type Changes } from './settings-merge';
import { POLICY_COPY_KEY } from './settings-policy';
import { SETTINGS_KEY, changeStored, knownSettings, readLocal } from './settings-store';
import { forgetNoted, forgetUnsent, keepNoted, noteChanged, noteUnheard, unsent } from './settings-unsent';
import { forgetUntrusted, keepUntrusted, readUntrusted } from './settings-untrusted';

/** What another browser has changed and this one could not take yet: it is taken before anything is sent again. */
let untaken: Changes = {};

/** Whether it is asked for. Rejects where the settings cannot be read: that is no "off". */
async function isOn(): Promise<boolean> {
  const settings = await knownSettings();
  if (settings === null) throw new Error('The settings cannot be read.');
  return settings.sync;
}

/** Takes what another browser has changed, and nothing else: what could not be sent from here must not go with it. */
async function takeRemote(changes: Changes): Promise<void> {
  untaken = { ...untaken, ...changes };
  const due = (await isOn()) ? await take(untaken) : [];
  untaken = {};
  if (due.length === 0) return;
  await unsent(due);
  await onLocal();
}

/** @returns the settings to be sent again */
async function take(changes: Changes): Promise<SettingName[]> {
  const joinedAt = await readJoined();
  const untrusted = await keepUntrusted(readUntrusted(changes[UNTRUSTED_ITEM]?.newValue));
  let due: SettingName[] = [];
  await changeStored((stored) => {
    due = TRAVELS.filter((name) => isLost(name, stored, changes, joinedAt));
    return withChanges(stored, changes, untrusted, joinedAt);
  });
  const isTrust = UNTRUSTED_ITEM in changes || itemOf('trustedSites') in changes;
  return isTrust ? [...due, 'trustedSites'] : due;
}

/** When it is turned on, by the person or an administrator: what other browsers have wins, what only this one has is added. */
async function join(): Promise<void> {
  const items = await readItems();
  const untrusted = await keepUntrusted(readUntrusted(items[UNTRUSTED_ITEM]));
  await changeStored((stored) => joined(stored, items, untrusted));
  untaken = {}; // it was in what they have
}

/**
 * When this browser joined (ms since 1970): an administrator can turn it on and off without a change of the person's
 * settings. Until it has, nothing is sent: what only the others have would count as taken back here.
 */
const JOINED_KEY = 'syncJoined';

/** @returns 0 where it was before this was known, -1 where it has not joined */
async function readJoined(): Promise<number> {
  const at = (await browser.storage.local.get(JOINED_KEY))[JOINED_KEY];
  if (typeof at === 'number') return at;
  return at === true ? 0 : -1;
}

async function onLocal(): Promise<void> {
  const sync = await isOn();
  const isJoined = (await readJoined()) >= 0;
  if (sync && !isJoined) await join();
  if (sync !== isJoined) await browser.storage.local.set({ [JOINED_KEY]: sync && Date.now() });
  if (!sync) return leave(isJoined);
  if (Object.keys(untaken).length > 0) await takeRemote({});
  await sendDue(isJoined);
}

async function leave(isJoined: boolean): Promise<void> {
  await forgetUntrusted(isJoined);
  if (isJoined) await forgetNoted();
}

/** Sends what was changed here; where this browser has just joined, all that the person has changed. */
async function sendDue(isJoined: boolean): Promise<void> {
  const untrusted = await keepUntrusted();
  await changeStored((stored) => withChanges(stored, {}, untrusted, 0)); // another's list may have come just before
  const stored = await readLocal();
  const due = await unsent(isJoined ? [] : TRAVELS.filter((name) => stored[name] !== undefined));
  await keepNoted(stored);
  if (due.length === 0) return;
  noteSent(await sendItems(stored, untrusted, due));
  await forgetUnsent();
}

/**
 * What other browsers have changed while nobody here could hear it: all of here has been sent, so what differs is theirs,
 * and what is missing was lost.
 */
async function takeUnheard(): Promise<void> {
  if (!(await isOn())) return;
  const due = await unsent();
  const items = await readItems();
  const keys = TRAVELS.filter((name) => name === 'trustedSites' || !due.includes(name)).map(itemOf);
  await takeRemote(
    Object.fromEntries([...keys, UNTRUSTED_ITEM].map((key) => [key, { newValue: items[key] }])),
  );
}

const logFailure = (error: unknown): void => console.warn('Settings were not synchronised.', error);

/** One after the other: what is being sent is not taken for the whole of what there is. */
const inTurn = oneAtATime();

/**
 * At each start and once a day: joins where an administrator had turned it on before this browser could know, sends what
 * could not be sent, or what no worker heard of, and takes what others have changed meanwhile. Never rejects.
 */
export function settleSync(): Promise<void> {
  return inTurn(settle).catch(logFailure);
}

async function settle(): Promise<void> {
  if (await isOn()) await noteUnheard(await readLocal());
  await onLocal();
  await takeUnheard();
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
