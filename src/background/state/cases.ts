import { oneAtATime } from '../../async/one-at-a-time';
import type { Verdict } from '../../detection/verdict';
import { CASE_PREFIX } from '../../messages/store-keys';
import type { Case } from '../../messages/ui-messages';
import { SessionSlot } from '../session/session-slot';
import { hostOf } from './host';
import { withoutUser } from './kept-address';
import { markOf, type KnownHost } from './known-host';
import { isShared } from './platforms';

/** Open and just-closed cases, in storage.session under `case:<id>`; null = unknown id. */
export const cases = new SessionSlot<Case | null>(CASE_PREFIX, () => null);

/**
 * Two windows of one scam are often judged at once: the second has to see the case of the first. So has a page that
 * tells again while a starting worker gives it back the case that it had.
 */
export const casesInTurn = oneAtATime();

/** Its scam stands, or is about to be closed: it can be closed once more. */
export const isOpenCase = ({ state }: Case): boolean => state === 'closing' || isStandingCase({ state });

/** Its scam stands, and nothing is being done about it. */
export const isStandingCase = ({ state }: Pick<Case, 'state'>): boolean =>
  state === 'warned' || state === 'stuck';

/** Whether the scam of any case stands, or is about to be closed. */
export async function isAnyCaseOpen(): Promise<boolean> {
  return (await cases.stored()).some(([, known]) => known !== null && isOpenCase(known));
}

const CASE_LIMIT = 50;

/** What a new case needs to know about its tab. */
export interface CaseTab {
  tabId: number;
  windowId: number;
  incognito: boolean;
  address: string;
  title: string;
  unwatched?: true;
}

/**
 * A new case in state `warned`. Of its address it keeps no name before the host (kept-address.ts), from a private window
 * no address, title, numbers or codes.
 */
export async function openCase(tab: CaseTab, verdict: Verdict, now: number): Promise<Case> {
  const shown = tab.incognito
    ? { ...tab, address: '', title: '' }
    : { ...tab, address: withoutUser(tab.address) };
  const opened: Case = {
    id: crypto.randomUUID(),
    level: verdict.level,
    state: 'warned',
    ...shown,
    host: hostOf(shown.address),
    ...(tab.incognito && hostOf(tab.address) !== '' && { hostMark: markOf(hostOf(tab.address)) }),
    reasons: tab.incognito ? withoutWords(verdict.reasons) : verdict.reasons,
    phones: tab.incognito ? [] : verdict.phones.map((phone) => phone.shown),
    codes: tab.incognito ? [] : verdict.codes,
    noticedAt: now,
    closedAt: null,
    closedBy: null,
    pageTabId: null,
    companions: 0,
    incidentId: null,
    injectedIntoHonestSite: verdict.injectedIntoHonestSite,
    ...(isShared(hostOf(shown.address)) && { onPlatform: true }),
    reopened: false,
    timing: { warnedMs: null, closedMs: null },
  };
  await cases.update(opened.id, () => opened);
  if (tab.incognito) notePrivateHost(opened.id, hostOf(tab.address));
  void prune();
  return opened;
}

/** Hosts of cases of private windows: in memory only, the next worker has a mark of them (known-host.ts). */
const privateHosts = new Map<string, string>();

function notePrivateHost(id: string, host: string): void {
  privateHosts.set(id, host);
  const [oldest] = privateHosts.keys();
  if (privateHosts.size > CASE_LIMIT && oldest !== undefined) privateHosts.delete(oldest);
}

/** Host of the page that a case is about, '' where it has none or it is not known any more. */
export function judgedHost({ id, host }: Case): string {
  return privateHosts.get(id) ?? host;
}

/** The same to compare with: of a private window the next worker, too, can tell whether another host is that one. */
export function judgedSite(known: Case): KnownHost {
  return { host: judgedHost(known), hostMark: known.hostMark };
}

/** Changes some fields of a case; an unknown id stays unknown. */
export function changeCase(id: string, change: Partial<Case>): Promise<Case | null> {
  return cases.update(id, (known) => (known ? { ...known, ...change } : known));
}

/**
 * The person has deleted an entry of the journal, or all (null): of its closed case no more is kept than of a private
 * window's, but the site, which the guide may still clean up after.
 */
export async function blankCases(entry: number | null): Promise<void> {
  const isMeant = (known: Case): boolean =>
    !isOpenCase(known) && (entry === null || known.incidentId === entry);
  for (const id of await cases.ids())
    await cases.update(id, (known) =>
      known !== null && isMeant(known)
        ? {
            ...known,
            ...siteOf(known),
            address: '',
            title: '',
            phones: [],
            codes: [],
            reasons: withoutWords(known.reasons),
          }
        : known,
    );
}

/** Without the address itself, which would offer to open the page again. */
const siteOf = ({ address, host }: Case): Pick<Case, 'site'> =>
  /^https?:/.test(address) && host !== '' ? { site: new URL(address).origin } : {};

const withoutWords = (reasons: Case['reasons']): Case['reasons'] =>
  reasons.map(({ id, weight }) => ({ id, weight }));

/** The case is about another tab from now on: that its first one was leaving says nothing of this one. */
export function moveCase(id: string, place: Pick<Case, 'tabId'> & Partial<Case>): Promise<Case | null> {
  return changeCase(id, { ...place, wasLeaving: undefined });
}

/**
 * Storage for cases is bounded: what was dropped while it was being changed goes first, then the oldest, and last those
 * whose scam still stands.
 */
async function prune(): Promise<void> {
  const ids = await cases.ids();
  if (ids.length <= CASE_LIMIT) return;
  const aged = ids.map(async (id) => {
    const known = await cases.read(id);
    return { id, isOpen: known !== null && isOpenCase(known), at: known?.noticedAt ?? -Infinity };
  });
  const oldest = (await Promise.all(aged)).sort(
    (one, other) => Number(one.isOpen) - Number(other.isOpen) || one.at - other.at,
  );
  await Promise.all(oldest.slice(0, oldest.length - CASE_LIMIT).map(({ id }) => cases.drop(id)));
}
