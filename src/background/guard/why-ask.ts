import { within } from '../../async/within';
import { lastIncidentAt } from '../../storage/incident-times';
import { loadPolicy } from '../../storage/settings-policy';
import { currentSettings } from '../session/current-settings';
import { SessionValue } from '../session/session-value';
import { remoteToolAt, type RemoteToolMatch } from '../state/remote-tools';
import { lastScamAt } from '../state/scam-times';
import { isCarefulVisit } from './careful-visit';
import { guardStands, isGuardTime } from './guard-time';

/** After "No, go on" the same program is left alone for so long: a site, its download and its start belong together. */
const ALLOWED_MS = 30 * 60_000;

/** A store that does not answer in this time has told nothing; measured: 1 to 20 ms, on a busy disk more. */
const STORE_LIMIT_MS = 1_000;

/** Programs and addresses that were allowed, and until when (ms since 1970). */
const allowedUntil = new SessionValue<Record<string, number>>('guard-allowed', () => ({}));

/** How often an allowance was taken back: a store that is late may tell of one that was, meanwhile. */
let takenBack = 0;

/**
 * "No, go on": leaves the program of this address (or this one address) alone for half an hour.
 * @returns false where it was taken back meanwhile
 */
export async function allowOnce(address: string): Promise<boolean> {
  const before = takenBack;
  const name = remoteToolAt(address)?.id ?? address;
  await allowedUntil.update((allowed) => ({ ...allowed, [name]: Date.now() + ALLOWED_MS }));
  return takenBack === before;
}

/** "Yes, someone is asking me", perhaps after "No, go on": its program, or it alone, is asked about again. */
export async function takeAllowedBack(address: string): Promise<void> {
  takenBack++;
  const names = [remoteToolAt(address)?.id, address];
  await allowedUntil.update((allowed) =>
    Object.fromEntries(Object.entries(allowed).filter(([name]) => !names.includes(name))),
  );
}

/** More than half an hour is left of none: the clock was put back since. */
const isAllowed = (until: number, now: number): boolean => until > now && until - now <= ALLOWED_MS;

/** Why the question is asked, as its page says it: a scam met not long ago, or that it always is. */
type WhyAsked = 'met' | 'always';

/**
 * Why the question about a program is put, by what the person and the administrator have chosen. Never rejects.
 * @param tabId whose careful visit counts; null where none does
 * @returns null where it is not put
 */
export async function whyAsk(
  tabId: number | null,
  address: string,
  tool: RemoteToolMatch,
): Promise<WhyAsked | null> {
  const now = Date.now();
  const { guardHours, trustedSites } = await currentSettings();
  const stands = guardStands(guardHours);
  const always = stands === 'always' || (tabId !== null && (await isCarefulVisit(tabId)));
  if ((stands === 'never' && !always) || !(await mayAsk())) return null;
  const host = new URL(address).hostname;
  if (trustedSites.some((site) => site.host === host)) return null;
  const allowed = await allowedUntil.read();
  if ([tool.id, address].some((name) => isAllowed(allowed[name] ?? 0, now))) return null;
  if (stands === 'after-scam' && isGuardTime(guardHours, await lastMetAt(), now)) return 'met';
  // Who closed a page that nobody called a scam may have been right to, but was not told of a scam.
  const closed =
    stands === 'after-scam' && isGuardTime(guardHours, await lastMetAt({ orUnjudged: true }), now);
  return always || closed ? 'always' : null;
}

/** An administrator whose word cannot be read has not turned the guard off. */
async function mayAsk(): Promise<boolean> {
  const policy = await within(loadPolicy(), STORE_LIMIT_MS, null);
  return policy === null || policy.remoteGuard;
}

/** When a scam was last met (ms since 1970): the journal may know of none, or have been emptied. */
async function lastMetAt(which: { orUnjudged?: boolean } = {}): Promise<number | null> {
  const journal = within(lastIncidentAt(Date.now(), which), STORE_LIMIT_MS, null);
  const times = await Promise.all([journal, lastScamAt(which)]);
  const known = times.filter((at) => at !== null);
  return known.length === 0 ? null : Math.max(...known);
}
