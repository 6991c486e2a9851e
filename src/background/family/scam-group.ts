/**
 * The rule: a scam takes with it the pages above it that are suspicious or of its own site (not of a platform), and of
 * what these opened whatever is suspicious or on its host, and what was opened by its hosts during their stay in the tab
 * (or by a script right before they came) and is still where that led; from a quiet page only the way down to the scam.
 */
import { within } from '../../async/within';
import { browser } from '../../browser/api';
import type { Case } from '../../messages/ui-messages';
import { SessionSlot } from '../session/session-slot';
import { hostOf } from '../state/host';
import { isPlatform } from '../state/platforms';
import { tabOf, tabWithin } from '../state/shown-tab';
import { tabStates, type TabState } from '../state/tab-state';
import { isElsewhere } from './elsewhere';
import { belongs, lookAtKin, shownAddress, shownHost, type Kin, type Parent } from './scam-kin';

/** A family of tabs being closed: late ones that a member still opens are closed on arrival. */
interface ClosingGroup {
  tabIds: number[];
  /** ms since 1970. */
  at: number;
}

const groups = new SessionSlot<ClosingGroup>('closing:', () => ({ tabIds: [], at: 0 }));
/** Measured: popups of a swarm still appear 1.5 s after the click. */
const LATE_MS = 5_000;
const GROUP_KEY = 'now';
/** A page opened no more than this deep belongs to the same scam. */
const DEPTH = 4;
const OPENED_LIMIT = 60;
/** A window answers in a few ms. */
const WINDOW_LIMIT_MS = 500;

/**
 * Remembers that `tabId` was opened from `opener`, by a script or by a link that the person opened in a new tab, never
 * by Ctrl+T (webNavigation.onCreatedNavigationTarget). @returns the state of `opener`
 */
export async function noteOpened(opener: number, tabId: number, now: number): Promise<TabState> {
  await tabStates.update(String(tabId), (state) => ({ ...state, openedBy: opener }));
  return tabStates.update(String(opener), (state) => ({
    ...state,
    opened: [...state.opened, { tabId, at: now }].slice(-OPENED_LIMIT),
  }));
}

/** Adds which site opened it, where it was sent, and whether its window has a tab strip. @param url where it was sent */
export async function noteOrigin(opener: number, tabId: number, url: string): Promise<void> {
  const asking = [opener, tabId].map((id) => tabWithin(id, WINDOW_LIMIT_MS));
  const [from, made] = await Promise.all(asking);
  const windowId = made?.windowId;
  const where =
    windowId === undefined ? null : await within(browser.windows.get(windowId), WINDOW_LIMIT_MS, null);
  const origin = {
    ...(from?.url === undefined ? {} : { from: hostOf(from.url) }),
    first: hostOf(url),
    popup: where?.type === 'popup',
  };
  // One of the two may be gone already; private they are together.
  const isPrivate = from?.incognito === true || made?.incognito === true;
  await tabStates.update(String(opener), (state) => {
    // It may be private, for all that is known: then no site is to be written down.
    const isUnknown = from === null && made === null && Object.keys(state.frames).length === 0;
    if (isUnknown && !state.isPrivate) return state;
    return {
      ...state,
      isPrivate: state.isPrivate || isPrivate,
      opened: state.opened.map((one) => (one.tabId === tabId ? { ...one, ...origin } : one)),
    };
  });
}

/** In either direction: else a clock that is put back would have windows closed until it has caught up. */
const isNow = (group: ClosingGroup, now: number): boolean => Math.abs(now - group.at) < LATE_MS;

/** Whether this tab is being closed with a scam right now, or was within the last seconds: what it opens goes, too. */
export async function belongsToClosing(tabId: number, now: number): Promise<boolean> {
  const group = await groups.read(GROUP_KEY);
  return isNow(group, now) && group.tabIds.includes(tabId);
}

/** Adds tabs to the family being closed, so that what they still open goes too. */
export async function joinClosing(tabIds: number[], now: number): Promise<void> {
  await groups.update(GROUP_KEY, (group) => ({
    tabIds: isNow(group, now) ? [...group.tabIds, ...tabIds].slice(-200) : tabIds,
    at: now,
  }));
}

/** Takes tabs out of it again: their case was a mistake, and what they open stays. */
export async function leaveClosing(tabIds: readonly number[]): Promise<void> {
  await groups.update(GROUP_KEY, (group) => ({
    ...group,
    tabIds: group.tabIds.filter((tabId) => !tabIds.includes(tabId)),
  }));
}

/** What is known of the scam whose tabs are looked for; `host` is the judged one, of a private window too. */
type Judged = Pick<Case, 'host' | 'hostMark' | 'level' | 'injectedIntoHonestSite'>;

/**
 * The tab, with the tabs that belong to the same scam by the rule above, whether or not it still shows the scam itself.
 * @param known its case; without one it is taken for a scam that has just been noticed
 */
export async function scamGroup(tabId: number, known: Judged | null = null): Promise<number[]> {
  // A page the person just wants gone, and an honest site that a number was put into, are no scam's own.
  const isScam = known === null || (known.level !== 'quiet' && !known.injectedIntoHonestSite);
  const start = { ...(await lookAtKin(tabId)), isScam, popupHost: '' };
  const elsewhere = start.tab !== null && known !== null && isElsewhere(start.tab, start.state, known);
  const own = isScam && !elsewhere ? ownHosts(start, known) : [];
  const hosts = new Set(isScam ? [known?.host ?? '', ...own] : []);
  let ring = await pathUp(start, own.includes(shownHost(start)));
  const found = new Set(ring.map(({ id }) => id));
  for (let depth = 0; depth < DEPTH && ring.length > 0; depth += 1) {
    for (const kin of ring)
      if (kin.id !== tabId && kin.isScam && kin.suspicious) for (const host of ownHosts(kin)) hosts.add(host);
    hosts.delete('');
    ring = await openedBy(ring, hosts, found);
    for (const { id } of ring) found.add(id);
  }
  return [...found];
}

/**
 * Hosts of the scam in a tab: those that have told something, for it may have moved itself to any site; where none is
 * known, that of what it shows. @param known its case: what has told since and is quiet is not the scam's
 */
function ownHosts(kin: Kin, known: Judged | null = null): string[] {
  const { stay, frames, level } = kin.state;
  const quiet = known !== null && level === 'quiet' ? hostOf(frames[0]?.address ?? '') : '';
  const told = [known?.host ?? '', ...stay.hosts.filter((host) => host !== quiet)].filter(Boolean);
  return told.length > 0 ? told : [shownHost(kin)];
}

/**
 * The tab, and above it the pages that opened it, as long as they are suspicious or of the site that they opened.
 * @param shown what the tab shows is the scam itself: only then does its site say anything
 */
async function pathUp(start: Parent, shown: boolean): Promise<Parent[]> {
  const path = [start];
  let below = start;
  while (path.length <= DEPTH && below.state.openedBy !== null) {
    const above = await lookAtKin(below.state.openedBy);
    // On a platform the page above may be the person's own.
    const same = shown && sameHost(shownAddress(above), shownAddress(below)) && !isPlatform(shownHost(above));
    if (path.some(({ id }) => id === above.id) || !(above.suspicious || same)) break;
    below = { ...above, isScam: above.suspicious, popupHost: '' };
    path.push(below);
  }
  return path;
}

/** What these tabs opened that belongs to the scam and was not found before. */
async function openedBy(ring: Parent[], hosts: Set<string>, found: Set<number>): Promise<Parent[]> {
  const now = Date.now();
  const pairs = ring.flatMap((parent) => parent.state.opened.map((entry) => ({ parent, entry })));
  const fresh = pairs.filter(({ entry }) => !found.has(entry.tabId));
  const children = await Promise.all(fresh.map(({ entry }) => lookAtKin(entry.tabId)));
  const ours = fresh.flatMap(({ parent, entry }, index) => {
    const child = children[index];
    if (!child || !belongs(entry, parent, child, hosts, now)) return [];
    const isScam = child.suspicious || hosts.has(shownHost(child)) || entry.popup === true;
    return { ...child, isScam, popupHost: entry.popup === true ? shownHost(child) : '' };
  });
  return ours.filter(({ id }, index) => ours.findIndex((one) => one.id === id) === index);
}

/** The window for a page of ours about a tab. */
export interface Home {
  windowId: number;
  /** Whether it can hold one (not a popup window, not a private one); missing where the browser did not tell. */
  holds?: boolean;
}

/**
 * The window for a page of ours about this tab: its own, or where that is one without a tab strip, the window of the
 * page that opened it. That is where the person was, and it goes too when all of the scam's tabs go.
 */
export async function homeOf(tabId: number, windowId: number): Promise<Home> {
  let [id, home] = [tabId, windowId];
  for (let depth = 0; depth < DEPTH; depth += 1) {
    const there = await within(browser.windows.get(home), WINDOW_LIMIT_MS, null);
    if (there === null) break;
    if (there.type === 'normal') return { windowId: home, holds: !there.incognito };
    const { openedBy } = await tabStates.read(String(id));
    const opener = openedBy === null ? null : await tabOf(openedBy);
    if (openedBy === null || opener?.windowId === undefined) break;
    [id, home] = [openedBy, opener.windowId];
  }
  return { windowId: home };
}

function sameHost(one: string, other: string): boolean {
  return URL.canParse(one) && URL.canParse(other) && new URL(one).host === new URL(other).host;
}
