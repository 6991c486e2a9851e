import { oneAtATime } from '../async/one-at-a-time';
import { browser, type Storage } from '../browser/api';
import { alone } from './settings-lock';
import { migrate } from './settings-migrations';
import { loadPolicy, POLICY_COPY_KEY, type Policy } from './settings-policy';
import {
  TRUSTED_SITES_CAP,
  typedHost,
  readStored,
  type SettingName,
  type StoredSettings,
} from './settings-schema';
import { trustedAnew } from './settings-untrusted';
import { DEFAULT_SETTINGS, type Settings, type TrustedSite } from './settings';

/** Key in storage.local; holds the version and only the fields the person changed. */
export const SETTINGS_KEY = 'settings';

/** What the person changed, old versions brought up to date, bad fields left out. Rejects when the store does. */
export async function readLocal(): Promise<StoredSettings> {
  const found = await browser.storage.local.get(SETTINGS_KEY);
  return readStored(migrate(found[SETTINGS_KEY])).stored;
}

/** The same; an unreadable store counts as empty. */
function loadStored(): Promise<StoredSettings> {
  return readLocal().catch(() => ({}));
}

/** The settings in force where they are known: null when the store cannot be read. For what cannot be undone. */
export async function knownSettings(): Promise<Settings | null> {
  try {
    const [stored, policy] = await Promise.all([readLocal(), loadPolicy()]);
    return combine(stored, policy);
  } catch {
    return null;
  }
}

/** Replaces everything the person changed. Rejects when the browser cannot store. */
async function replaceStored(stored: StoredSettings): Promise<void> {
  const sites = stored.trustedSites?.slice(-TRUSTED_SITES_CAP);
  const kept = sites ? { ...stored, trustedSites: sites } : stored;
  await browser.storage.local.set({ [SETTINGS_KEY]: { ...kept, version: DEFAULT_SETTINGS.version } });
}

/** Defaults, then the administrator's wishes, then the person's choices, then what the administrator locked. */
function combine(stored: StoredSettings, policy: Policy): Settings {
  const locked: StoredSettings = {};
  for (const name of policy.locked)
    Object.assign(locked, { [name]: policy.settings[name] ?? DEFAULT_SETTINGS[name] });
  const settings = { ...DEFAULT_SETTINGS, ...policy.settings, ...stored, ...locked };
  const given = policy.trustedSites.map((host): TrustedSite => ({ host, since: 0, why: 'policy' }));
  const own = settings.trustedSites.filter((site) => !policy.trustedSites.includes(site.host));
  return { ...settings, version: DEFAULT_SETTINGS.version, trustedSites: [...given, ...own] };
}

/** The settings in force and the policy behind them, read once. Never rejects: what cannot be read is the default. */
export async function loadInForce(): Promise<{ settings: Settings; policy: Policy }> {
  const [stored, policy] = await Promise.all([loadStored(), loadPolicy()]);
  return { settings: combine(stored, policy), policy };
}

/** The settings in force, policy included. Never rejects. */
export async function loadSettings(): Promise<Settings> {
  return (await loadInForce()).settings;
}

/** Writes wait for each other, here and on our other pages, so that of two quick changes none is lost. */
const writes = oneAtATime();

const inTurn = <T>(write: () => Promise<T>): Promise<Awaited<T>> => writes(() => alone(write));

/**
 * Replaces what the person changed by what `change` makes of it; null leaves it alone. No saving comes between.
 * Rejects when the browser cannot read or store: an unreadable store is not an empty one.
 */
export function changeStored(
  change: (stored: StoredSettings) => StoredSettings | null | Promise<StoredSettings | null>,
): Promise<void> {
  return inTurn(async () => {
    const after = await change(await readLocal());
    if (after !== null) await replaceStored(after);
  });
}

/** What is to be stored. Of the person to call, a line that is not given stays: another page may have changed it. */
export type Patch = Partial<Omit<Settings, 'trustedPerson'>> & {
  trustedPerson?: Partial<Settings['trustedPerson']>;
};

/**
 * Stores the given fields. Fields with a wrong value or locked by the administrator are left alone.
 * Returns the settings then in force; rejects when the browser cannot read or store.
 */
export async function saveSettings(patch: Patch): Promise<Settings> {
  return inTurn(async () => {
    const [before, policy] = await Promise.all([readLocal(), loadPolicy()]);
    const person = { ...DEFAULT_SETTINGS.trustedPerson, ...before.trustedPerson, ...patch.trustedPerson };
    const { stored: wanted } = readStored(patch.trustedPerson ? { ...patch, trustedPerson: person } : patch);
    const allowed = Object.entries(wanted).filter(([name]) => !policy.locked.includes(name as SettingName));
    const after: StoredSettings = { ...before, ...Object.fromEntries(allowed) };
    await replaceStored(after);
    return combine(after, policy);
  });
}

/**
 * Forgets everything the person changed, but what is locked: it is not in force here, and where sync is on it is still that
 * of the person's other computers. Returns the settings then in force.
 */
export async function resetSettings(): Promise<Settings> {
  return inTurn(async () => {
    const [before, policy] = await Promise.all([loadStored(), loadPolicy()]);
    const locked = Object.entries(before).filter(([name]) => policy.locked.includes(name as SettingName));
    const after: StoredSettings = Object.fromEntries(locked);
    await replaceStored(after);
    return combine(after, policy);
  });
}

/**
 * Trusts one exact host (a host or an address). Returns false where no host can be read from it or trust is locked;
 * rejects when the browser cannot read or store.
 */
export async function trustSite(site: string, why: TrustedSite['why']): Promise<boolean> {
  const host = typedHost(site);
  if (host === null) return false;
  const fresh = await trustedAnew([{ host, since: Date.now(), why }]);
  await changeTrusted((sites) => (sites.some((each) => each.host === host) ? sites : [...sites, ...fresh]));
  return (await loadSettings()).trustedSites.some((each) => each.host === host);
}

/** Takes the trust in one host back. A site trusted by policy stays. */
export function untrustSite(host: string): Promise<void> {
  return changeTrusted((sites) => sites.filter((each) => each.host !== host));
}

/** Changes the sites that the person trusts, where no administrator has locked them. */
async function changeTrusted(change: (sites: TrustedSite[]) => TrustedSite[]): Promise<void> {
  if ((await loadPolicy()).locked.includes('trustedSites')) return;
  await changeStored((stored) => {
    const before = stored.trustedSites ?? [];
    const trustedSites = change(before);
    return trustedSites === before ? null : { ...stored, trustedSites };
  });
}

/**
 * Calls back with the settings in force and the policy behind them whenever the person or the administrator changed
 * them, here or elsewhere. Register it at the top level of the worker. Returns a function that ends it.
 */
export function onSettingsChanged(callback: (settings: Settings, policy: Policy) => void): () => void {
  const listener = (changes: Record<string, Storage.StorageChange>, area: string): void => {
    // A new policy is read into its copy, and the change of the copy is what is told.
    if (area === 'managed') void loadPolicy();
    const ours = area === 'local' && (SETTINGS_KEY in changes || POLICY_COPY_KEY in changes);
    if (ours) void loadInForce().then(({ settings, policy }) => callback(settings, policy));
  };
  browser.storage.onChanged.addListener(listener);
  return () => browser.storage.onChanged.removeListener(listener);
}
