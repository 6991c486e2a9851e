import { browser, type Storage } from '../browser/api';
import { migrate } from './settings-migrations';
import { readStored, SETTING_NAMES, type SettingName, type StoredSettings } from './settings-schema';
import { DEFAULT_SETTINGS } from './settings';
import { noteTakenBack } from './settings-untrusted';

/**
 * Names of settings that were changed here and are not sent yet: the sync store may be full, or the worker be stopped.
 * Nothing else is sent, so that no change of another browser which this one never heard of is undone.
 */
const UNSENT_KEY = 'syncUnsent';

/** Changes that are not written down yet. */
const fresh = new Set<SettingName>();

const storedIn = (value: unknown) => readStored(migrate(value)).stored;

/** Notes which settings a change of the store is about, and which sites are trusted no more. */
export function noteChanged({ oldValue, newValue }: Storage.StorageChange): void {
  const [before, after] = [storedIn(oldValue), storedIn(newValue)];
  noteTakenBack(before.trustedSites ?? [], after.trustedSites ?? []);
  for (const name of SETTING_NAMES)
    if (JSON.stringify(before[name]) !== JSON.stringify(after[name])) fresh.add(name);
}

/** @returns the settings to be sent; `more` of them are added. Rejects where the store cannot be read. */
export async function unsent(more: readonly SettingName[] = []): Promise<SettingName[]> {
  const found = (await browser.storage.local.get(UNSENT_KEY))[UNSENT_KEY];
  const before = Array.isArray(found) ? SETTING_NAMES.filter((name) => found.includes(name)) : [];
  const names = [...new Set([...before, ...fresh, ...more])];
  for (const name of before) fresh.delete(name);
  if (names.length === before.length) return names;
  const kept = await browser.storage.local.set({ [UNSENT_KEY]: names }).then(
    () => true,
    () => false, // a full disk: they are remembered here
  );
  for (const name of names)
    if (kept) fresh.delete(name);
    else fresh.add(name);
  return names;
}

/** All are sent. */
export async function forgetUnsent(): Promise<void> {
  await browser.storage.local.remove(UNSENT_KEY);
}

/** The settings whose changes were all noted: what differs from them was changed while no worker heard of it. */
const NOTED_KEY = 'syncNoted';

/** What was changed here up to these settings is sent, or written down to be. A full disk keeps what it has. */
export async function keepNoted(stored: StoredSettings): Promise<void> {
  const noted = { ...stored, version: DEFAULT_SETTINGS.version };
  await browser.storage.local.set({ [NOTED_KEY]: noted }).catch(() => undefined);
}

/** Notes what was changed here since then. Rejects where the store cannot be read. */
export async function noteUnheard(stored: StoredSettings): Promise<void> {
  const oldValue = (await browser.storage.local.get(NOTED_KEY))[NOTED_KEY];
  if (oldValue !== undefined) noteChanged({ oldValue, newValue: stored });
}

/** The settings are not synchronised: nothing is to be sent. */
export async function forgetNoted(): Promise<void> {
  await browser.storage.local.remove([UNSENT_KEY, NOTED_KEY]);
}
