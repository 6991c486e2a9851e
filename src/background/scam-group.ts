import { browser } from '../browser/api';
import { SessionSlot } from './session-slot';
import { tabStates, type TabState } from './tab-state';
import { within } from './within';

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
/** A window answers in a few ms. */
const WINDOW_LIMIT_MS = 500;

/** Remembers that a page in `opener` opened `tabId` (webNavigation.onCreatedNavigationTarget, never Ctrl+T). */
export async function noteOpened(opener: number, tabId: number, now: number): Promise<TabState> {
  await tabStates.update(String(tabId), (state) => ({ ...state, openedBy: opener }));
  return tabStates.update(String(opener), (state) => ({
    ...state,
    opened: [...state.opened, { tabId, at: now }].slice(-60),
  }));
}

/** Whether `tabId` was opened by a tab that is being closed right now. */
export async function belongsToClosing(opener: number, now: number): Promise<boolean> {
  const group = await groups.read(GROUP_KEY);
  return now - group.at < LATE_MS && group.tabIds.includes(opener);
}

/** Adds tabs to the family being closed, so that what they still open goes too. */
export async function joinClosing(tabIds: number[], now: number): Promise<void> {
  await groups.update(GROUP_KEY, (group) => ({
    tabIds: now - group.at < LATE_MS ? [...group.tabIds, ...tabIds].slice(-200) : tabIds,
    at: now,
  }));
}

/**
 * The tab, with every tab its pages opened (and those opened in turn). Where the tab itself was opened by a page
 * of the same site or by another suspicious one, that one and its others belong too: kits respawn each other.
 */
export async function scamGroup(tabId: number): Promise<number[]> {
  const root = await rootOf(tabId);
  const found = new Set<number>([root, tabId]);
  let ring = [root, tabId];
  for (let depth = 0; depth < DEPTH && ring.length > 0; depth += 1) {
    const states = await Promise.all(ring.map((id) => tabStates.read(String(id))));
    ring = states.flatMap((state) => state.opened.map((one) => one.tabId)).filter((id) => !found.has(id));
    for (const id of ring) found.add(id);
  }
  return [...found];
}

async function rootOf(tabId: number): Promise<number> {
  let id = tabId;
  for (let depth = 0; depth < DEPTH; depth += 1) {
    const { openedBy } = await tabStates.read(String(id));
    if (openedBy === null) return id;
    const opener = await tabStates.read(String(openedBy));
    const sameSite = sameHost(await addressOf(openedBy), await addressOf(id));
    if (opener.level === 'quiet' && !sameSite) return id;
    id = openedBy;
  }
  return id;
}

/**
 * The window for a page of ours about this tab: its own, or where that is one without a tab strip, the window of the
 * page that opened it. That is where the person was, and it goes too when all of the scam's tabs go.
 */
export async function homeWindow(tabId: number, windowId: number): Promise<number> {
  let [id, home] = [tabId, windowId];
  for (let depth = 0; depth < DEPTH; depth += 1) {
    const there = await within(browser.windows.get(home), WINDOW_LIMIT_MS, null);
    if (there === null || there.type === 'normal') break;
    const { openedBy } = await tabStates.read(String(id));
    const opener = openedBy === null ? null : await browser.tabs.get(openedBy).catch(() => null);
    if (openedBy === null || opener?.windowId === undefined) break;
    [id, home] = [openedBy, opener.windowId];
  }
  return home;
}

async function addressOf(tabId: number): Promise<string> {
  const tab = await browser.tabs.get(tabId).catch(() => null);
  return tab?.url ?? '';
}

function sameHost(one: string, other: string): boolean {
  return URL.canParse(one) && URL.canParse(other) && new URL(one).host === new URL(other).host;
}
