import { browser } from '../../browser/api';
import type { TrustBefore } from '../../messages/ui-messages';
import type { TrustedSite } from '../../storage/settings';
import { loadPolicy } from '../../storage/settings-policy';
import { trustSite as storeTrust, untrustSite } from '../../storage/settings-store';
import { currentSettings, forgetSettings } from '../session/current-settings';
import { homeOf } from './filled-page';
import { hostOf } from './host';
import { keepPauses, NO_PAUSE, pauses } from './kept-pauses';

export const PAUSE_ALARM = 'pause-ends';
const HOUR_MS = 3_600_000;
/** An alarm may come a moment before the time it was set for. */
const EARLY_MS = 1_000;
/** An address without a host may hold a whole page. */
const SITE_LENGTH = 2_000;

/** Why Sangfroid leaves an address alone; null where it does not. `while-awake`: until this worker is stopped. */
export type LeftAlone =
  { why: 'paused'; until: number | 'restart' | 'while-awake' } | { why: 'trusted' } | null;

/** What a pause of one site is for: the host; of a page that has none (a file), the page itself. '' for all others. */
function siteOf(address: string): string {
  const host = hostOf(address);
  if (host !== '' || !/^(?:file|blob|data):/.test(address) || address.length > SITE_LENGTH) return host;
  return address.replace(/[?#].*$/s, '');
}

/** Whether two addresses are of one site, as a pause would take it. */
export const isSameSite = (one: string, other: string): boolean => siteOf(one) === siteOf(other);

/** Whether an hour's pause goes on. One with more than an hour left is over: the clock was put back since it began. */
const isRunning = (until: number, now: number): boolean => until > now && until - now <= HOUR_MS;

/** Whether Sangfroid leaves this address alone, and why: what a site made itself as the site. @param now ms since 1970 */
export async function whyLeftAlone(address: string, now: number): Promise<LeftAlone> {
  const sites = [siteOf(address), homeOf(address)].filter(Boolean);
  const paused = await pauses.read();
  if (paused.all === 'restart' || (paused.all !== null && isRunning(paused.all, now)))
    return { why: 'paused', until: paused.all };
  if (sites.some((site) => paused.hosts.includes(site))) return { why: 'paused', until: 'restart' };
  if (sites.some((site) => paused.privateHosts.includes(site)))
    return { why: 'paused', until: 'while-awake' };
  return (await isTrusted(address)) ? { why: 'trusted' } : null;
}

/** Whether a pause stands, for whatever it is. @param now ms since 1970 */
export async function isAnythingPaused(now: number): Promise<boolean> {
  const { all, hosts, privateHosts } = await pauses.read();
  return hosts.length + privateHosts.length > 0 || all === 'restart' || (all !== null && isRunning(all, now));
}

/** Whether the host of an address is trusted, by the person or an administrator. A pause is no trust. */
export async function isTrusted(address: string): Promise<boolean> {
  const host = homeOf(address);
  const { trustedSites } = await currentSettings();
  return host !== '' && trustedSites.some((site) => site.host === host);
}

/** Trusts the exact host of an address from now on. @returns false when it has no host or a policy forbids it. */
export async function trustSite(address: string, why: TrustedSite['why']): Promise<boolean> {
  if (hostOf(address) === '') return false;
  const trusted = await storeTrust(address, why).catch(() => false);
  forgetSettings();
  return trusted;
}

/** Takes the person's trust in the host of an address back. @returns what came of it, null where it was not trusted */
export async function takeTrustBack(address: string): Promise<TrustBefore | null> {
  if (!(await isTrusted(address))) return null;
  const host = homeOf(address);
  const { trustedSites, locked } = await loadPolicy();
  if (trustedSites.includes(host) || locked.includes('trustedSites')) return { host, now: 'policy' };
  const stored = await untrustSite(host).then(
    () => true,
    () => false,
  );
  forgetSettings();
  return { host, now: stored ? 'over' : 'kept' };
}

/** Whether an administrator alone says which sites are trusted. */
export async function isTrustLocked(): Promise<boolean> {
  return (await loadPolicy()).locked.includes('trustedSites');
}

/** Which pause is begun: `now` in ms since 1970; `incognito` for a page of a private window, false if left out. */
interface Pausing {
  address: string;
  now: number;
  incognito?: boolean;
}

/** Pauses for this site, for an hour, or until the browser restarts. A site of a private window is not written down. */
export async function startPause(
  scope: 'site' | 'hour' | 'restart',
  { address, now, incognito = false }: Pausing,
): Promise<void> {
  const site = siteOf(address);
  await pauses.update((known) => {
    const list = incognito ? 'privateHosts' : 'hosts';
    if (scope === 'site') return site ? { ...known, [list]: [...new Set([...known[list], site])] } : known;
    return { ...known, all: scope === 'hour' ? now + HOUR_MS : 'restart' };
  });
  if (scope === 'hour') await browser.alarms.create(PAUSE_ALARM, { when: now + HOUR_MS });
}

/** The hour is over: what is paused for single sites, or until the restart, stays. @returns whether a pause ended. */
export async function endHour(now: number): Promise<boolean> {
  let ended = false;
  const { all } = await pauses.update((known) => {
    ended = typeof known.all === 'number' && !isRunning(known.all, now + EARLY_MS);
    return ended ? { ...known, all: null } : known;
  });
  // Where the clock was put back meanwhile, no other would come.
  if (typeof all === 'number') await browser.alarms.create(PAUSE_ALARM, { when: all });
  return ended;
}

/** The extension was updated: its pauses go on, and an hour's ends at its time. Call it at once when the browser tells. */
export async function carryPausesOn(): Promise<void> {
  const { all } = await keepPauses();
  if (typeof all === 'number') await browser.alarms.create(PAUSE_ALARM, { when: all });
}

/** Ends every pause. */
export async function endPause(): Promise<void> {
  await pauses.update(() => NO_PAUSE);
  await browser.alarms.clear(PAUSE_ALARM);
}
