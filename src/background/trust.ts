import { browser } from '../browser/api';
import { trustSite as storeTrust } from '../storage/settings-store';
import type { TrustedSite } from '../storage/settings';
import { hostOf } from './cases';
import { currentSettings, forgetSettings } from './current-settings';
import { SessionSlot } from './session-slot';

/** Pauses end with the browser (storage.session) or at their time. */
interface Pauses {
  /** ms since 1970; 'restart' = until the browser is started again. */
  all: number | 'restart' | null;
  hosts: string[];
  /** Of private windows: in memory only. */
  privateHosts: string[];
}

const NO_PAUSE: Pauses = { all: null, hosts: [], privateHosts: [] };
const pauses = new SessionSlot<Pauses>(
  'pause:',
  () => NO_PAUSE,
  (known) => ({ ...known, privateHosts: [] }),
);
const PAUSE_KEY = 'now';
export const PAUSE_ALARM = 'pause-ends';
const HOUR_MS = 3_600_000;

export type Rest = { why: 'paused'; until: number | 'restart' } | { why: 'trusted' } | null;

/** Whether Sangfroid leaves this address alone, and why. */
export async function restFor(address: string, now: number): Promise<Rest> {
  const host = hostOf(address);
  const paused = await pauses.read(PAUSE_KEY);
  if (paused.all === 'restart' || (paused.all !== null && paused.all > now))
    return { why: 'paused', until: paused.all };
  if (host !== '' && [...paused.hosts, ...paused.privateHosts].includes(host))
    return { why: 'paused', until: 'restart' };
  const { trustedSites } = await currentSettings();
  return host !== '' && trustedSites.some((site) => site.host === host) ? { why: 'trusted' } : null;
}

/** Trusts the exact host of an address from now on. @returns false when it has no host or a policy forbids it. */
export async function trustSite(address: string, why: TrustedSite['why']): Promise<boolean> {
  if (hostOf(address) === '') return false;
  const trusted = await storeTrust(address, why).catch(() => false);
  forgetSettings();
  return trusted;
}

/** Pauses for this host, for an hour, or until the browser restarts. A host of a private window is not written down. */
export async function startPause(
  scope: 'site' | 'hour' | 'restart',
  address: string,
  now: number,
  incognito = false,
): Promise<void> {
  const host = hostOf(address);
  await pauses.update(PAUSE_KEY, (known) => {
    const list = incognito ? 'privateHosts' : 'hosts';
    if (scope === 'site') return host ? { ...known, [list]: [...new Set([...known[list], host])] } : known;
    return { ...known, all: scope === 'hour' ? now + HOUR_MS : 'restart' };
  });
  if (scope === 'hour') await browser.alarms.create(PAUSE_ALARM, { when: now + HOUR_MS });
}

/** Ends every pause. */
export async function endPause(): Promise<void> {
  await pauses.update(PAUSE_KEY, () => NO_PAUSE);
  await browser.alarms.clear(PAUSE_ALARM);
}
