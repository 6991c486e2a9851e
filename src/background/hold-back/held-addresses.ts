import { oneAtATime } from '../../async/one-at-a-time';
import { within } from '../../async/within';
import { browser } from '../../browser/api';
import type { Case } from '../../messages/ui-messages';
import { HELD_BACK_KEY } from '../../messages/store-keys';
import { onSettingsChanged } from '../../storage/settings-store';
import { hostOf } from '../state/host';
import { isSameAddress, withoutUser } from '../state/kept-address';
import { isPlatform } from '../state/platforms';
import { isAhead } from '../state/scam-times';
import { isTrusted } from '../state/trust';
import { filterFor, isFrontDoor, withoutTwins } from './held-filter';
import {
  CALL_LIMIT_MS,
  type HeldAddress,
  heldAddressOf,
  covers,
  idOf,
  lastingRules,
  passingRules,
  setRules,
  standingRules,
} from './held-rules';

/** Keeps a closed scam from coming back: the list of what is held back, who comes on it, and who is let through again. */

/** Oldest go first; the browsers allow 5,000 rules. */
const HELD_LIMIT = 200;
/** These pages live for hours; a month is long enough for a restored session and short for a mistake. */
const KEEP_MS = 30 * 24 * 3_600_000;
/** What nobody called a scam may be the person's mail: long enough for windows that open it anew, short for all else. */
const KEEP_UNJUDGED_MS = 24 * 3_600_000;

/** One change of the list at a time: each call of the browser in it has a limit, or it would keep all later ones away. */
const inTurn = oneAtATime();

/** @returns null where the store cannot be read: that is not an empty list. */
async function readList(): Promise<HeldAddress[] | null> {
  const stored = await within(browser.storage.local.get(HELD_BACK_KEY), CALL_LIMIT_MS, null);
  if (stored === null) return null;
  const list: unknown = stored[HELD_BACK_KEY];
  return Array.isArray(list) ? (list as HeldAddress[]) : []; // only this file writes the key
}

const readHeld = async (): Promise<HeldAddress[]> => (await readList()) ?? [];

/** Lists the lasting rules that no list tells of: else neither time nor trust would ever let their addresses through. */
async function listUnlisted(now: number): Promise<void> {
  const [list, rules] = await Promise.all([readList(), lastingRules()]);
  if (list === null) return;
  const unlisted = rules.filter(({ id }) => !list.some(({ ruleId }) => ruleId === id));
  const found = unlisted.flatMap((rule) => heldAddressOf(rule, now) ?? []);
  if (found.length > 0) await writeList([...found, ...list]);
}

/**
 * From now on the address of this case leads to the warning page, and so do `others`: the scam's other addresses that
 * were open beside it. (On a platform none of those: they may be the person's.) Does nothing for private windows, nor for
 * a trusted site: the person may close its pages too. Nor for the door of an app that is not the scammer's own: what is
 * shown there next may be anything.
 * @param onStanding called once they cannot come back in this session; what outlasts it is still being written then
 * @returns resolves once all is written
 */
export function holdBack(
  closed: Case,
  others: readonly string[] = [],
  onStanding?: () => void,
): Promise<void> {
  const hasOwn = /^https?:/.test(closed.address); // a page that another one filled has none
  const unjudged = closed.level === 'quiet';
  const exact = closed.injectedIntoHonestSite || unjudged || isPlatform(hostOf(closed.address));
  if (closed.incognito || (!hasOwn && (exact || others.length === 0))) return Promise.resolve();
  if (exact && !unjudged && isFrontDoor(closed.address)) return Promise.resolve();
  return inTurn(async () => {
    const address = withoutUser(closed.address);
    const meant = exact ? [address] : withoutTwins([address, ...others]).map(withoutUser);
    const [list, trusted] = await Promise.all([readList(), Promise.all(meant.map((one) => isTrusted(one)))]);
    const fresh = meant.filter((_one, index) => trusted[index] !== true);
    if (fresh.length === 0 || (hasOwn && !fresh.includes(address))) return;
    const held = list ?? [];
    // Closed as a scam before, it stays away as one: a later key press knows less of it.
    if (unjudged && held.some((one) => !one.unjudged && isHeldBy(one, address))) return;
    const now = Date.now();
    const rest = held.filter((one) => !fresh.includes(one.address)); // however old: the clock may be wrong
    const kept = rest.slice(fresh.length - HELD_LIMIT);
    const dropped = held.filter((one) => !kept.includes(one));
    const taken = list === null ? (await standingRules()).map(({ id }) => id) : [];
    const firstId = Math.max(0, ...taken, ...held.map((one) => one.ruleId)) + 1;
    const added = fresh.map((one, index): HeldAddress => ({
      ruleId: firstId + index,
      address: one,
      caseId: closed.id,
      at: now,
      exact,
      ...(unjudged && { unjudged, ...(closed.unwatched && { unwatched: true }) }),
      ...(closed.injectedIntoHonestSite && { injected: true }),
    }));
    // At the same time: a page that opens itself again does not wait for the list to be written.
    const listed = list === null ? null : writeList([...kept, ...added]);
    await Promise.all([setRules(added, dropped.map(idOf), onStanding), listed]);
  });
}

/**
 * Lets an address through again, with all of its host that the list knows (trust is for a host, whatever its port) and
 * what was held back with it.
 */
export function letThrough(address: string): Promise<void> {
  return inTurn(async () => {
    const [held, rules] = await Promise.all([readHeld(), standingRules()]);
    const itself = held.filter((one) => hostOf(one.address) === hostOf(address));
    const freed = held.filter((one) => itself.some(({ caseId }) => caseId === one.caseId));
    const unlisted = rules.filter((rule) => covers(rule, address)).map(({ id }) => id);
    if (freed.length + unlisted.length > 0) await letGo(held, freed, unlisted);
  });
}

/**
 * Lets go what was held back for a month.
 * @param settled the time as far as another day has seen it (settledTime): by a clock that is ahead for an hour all
 * would be old
 * @param latest what lies ahead of this (ms since 1970) was closed by a clock that was wrong, and goes as well
 */
export function forgetOldHeld(now: number, settled = now, latest = Infinity): Promise<void> {
  void inTurn(() => listUnlisted(now)).catch(() => undefined);
  return letGoWhere((one) => isOld(one, now, settled) || isAhead(one.at, latest));
}

/** Lets these hosts through again, on every port: they are trusted by now, whoever said so and on which computer. */
export function letTrustedThrough(hosts: readonly string[]): Promise<void> {
  return letGoWhere((one) => hosts.includes(hostOf(one.address)));
}

/** Lets a site through as soon as it is trusted. Call it once at the top level of the worker. */
export function watchTrust(): void {
  onSettingsChanged(({ trustedSites }) => void letTrustedThrough(trustedSites.map(({ host }) => host)));
}

function letGoWhere(isOver: (one: HeldAddress) => boolean): Promise<void> {
  return inTurn(async () => {
    const held = await readHeld();
    const over = held.filter(isOver);
    if (over.length > 0) await letGo(held, over);
  });
}

/** Another session has begun: what was only to stay away from the last one may come again. */
export function forgetUnjudged(): Promise<void> {
  return letGoWhere((one) => one.unjudged === true);
}

/**
 * Lets a page through again that nobody called a scam; that is no trust.
 * @returns what holds it back all the same, as a scam; null where nothing does
 */
export async function letUnjudgedThrough(address: string): Promise<HeldAddress | null> {
  await inTurn(async () => {
    const held = await readHeld();
    const freed = held.filter((one) => one.unjudged === true && isSameAddress(one.address, address));
    const unlisted = await unlistedUnjudged(held, address);
    if (freed.length + unlisted.length > 0) await letGo(held, freed, unlisted);
  });
  return (await readHeld()).find((one) => !one.unjudged && isHeldBy(one, address)) ?? null;
}

/** Rules for an address that end with the browser and that no list tells of: it could not be written. A scam's last. */
async function unlistedUnjudged(held: readonly HeldAddress[], address: string): Promise<number[]> {
  const [passing, lasting] = await Promise.all([passingRules(), lastingRules()]);
  const known = [...held.map(idOf), ...lasting.map(({ id }) => id)];
  return passing.filter((rule) => covers(rule, address) && !known.includes(rule.id)).map(({ id }) => id);
}

/**
 * A scam's entry dated in the future is kept: the clock may have fallen behind, and every entry looks so until it is
 * right. Of a page that nobody called a scam the person is not to wait for that.
 */
function isOld({ at, unjudged }: HeldAddress, now: number, settled: number): boolean {
  return unjudged ? now - at > KEEP_UNJUDGED_MS || isAhead(at, now) : settled - at > KEEP_MS;
}

/** A list that cannot be written (a full disk) must not keep the rules standing. */
async function letGo(
  held: readonly HeldAddress[],
  freed: HeldAddress[],
  unlisted: number[] = [],
): Promise<void> {
  const listed = freed.length > 0 ? writeList(held.filter((one) => !freed.includes(one))) : null;
  await Promise.all([setRules([], [...freed.map(idOf), ...unlisted]), listed]);
}

const writeList = (held: HeldAddress[]): Promise<void> =>
  within(browser.storage.local.set({ [HELD_BACK_KEY]: held }), CALL_LIMIT_MS, undefined);

/** The entry of the list that covers this address, null when there is none. */
export async function heldAddressFor(address: string): Promise<HeldAddress | null> {
  const held = await readHeld();
  return held.find((one) => isHeldBy(one, address)) ?? null;
}

/** Of an app of one page the fragment says what it shows: unlike a rule, the list knows it. */
const isHeldBy = ({ address: held, exact }: HeldAddress, address: string): boolean =>
  exact ? isSameAddress(held, address) : new RegExp(filterFor(held, false)).test(withoutUser(address));
