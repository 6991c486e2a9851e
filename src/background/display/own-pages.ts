import { within } from '../../async/within';
import { browser } from '../../browser/api';
import { isOwnPage } from '../../browser/own-page';
import { tabWithin, type BrowserTab } from '../state/shown-tab';

/**
 * Usually a few ms. A slow answer is waited for: if our page opened elsewhere, this window would vanish with its last
 * tab.
 */
const WINDOW_LIMIT_MS = 2_000;
/** A busy machine takes long to open a tab; giving up early would open a second one, or lose the window. */
const OPEN_LIMIT_MS = 4_000;
/** Measured: a few ms; a page that is gone is answered as soon. */
const FRONT_LIMIT_MS = 1_000;

/** In Firefox a tab that was just opened may show an empty page and not load yet; so much later (ms) it does. */
const EMPTY_MS = 10_000;
/** When pages of ours were opened (performance.now()), by tab: the last few. */
const openedAt = new Map<number, number>();
const OPENED_LIMIT = 50;

/** Where in a window a page of ours opens. */
interface WhereInWindow {
  index?: number;
  /** Whether the window can hold it, where that has been asked already (mayHold). */
  holds?: boolean;
}

/** A page of ours that is open. */
export interface Standing {
  id: number;
  windowId: number;
}

/**
 * Brings one of our pages to the front in the given window, or in another normal window where that one
 * cannot hold it (a popup window, a private one, one that is gone, one that a flood keeps busy).
 * @returns the new tab, null when none could be opened.
 */
export async function openInFront(
  url: string,
  windowId: number | null,
  { holds, ...place }: WhereInWindow = {},
): Promise<Standing | null> {
  if (windowId !== null && (holds ?? (await mayHold(windowId)))) {
    const there = await openIn(windowId, url, place);
    if (there !== null) return there;
  }
  const windows = await within(browser.windows.getAll({ windowTypes: ['normal'] }), WINDOW_LIMIT_MS, []);
  const other = windows.find((one) => !one.incognito && one.id !== undefined);
  const elsewhere = other?.id === undefined ? null : await openIn(other.id, url);
  if (elsewhere !== null) return elsewhere;
  const made = await within(browser.windows.create({ url, focused: true }), OPEN_LIMIT_MS, null);
  return opened(made?.tabs?.[0], made?.id);
}

/** @param place where it was asked for, should the browser not say where it came */
function standing(tab: { id?: number; windowId?: number } | null | undefined, place = -1): Standing | null {
  const { id, windowId = place } = tab ?? {};
  return id === undefined ? null : { id, windowId };
}

/** The same of a tab that was just made. */
function opened(tab: Parameters<typeof standing>[0], place?: number): Standing | null {
  const made = standing(tab, place);
  if (made !== null) openedAt.set(made.id, performance.now());
  const [oldest] = openedAt.keys();
  if (openedAt.size > OPENED_LIMIT && oldest !== undefined) openedAt.delete(oldest);
  return made;
}

/** Whether a page of ours may open in the window. One that does not answer is tried: a flood may keep the browser busy. */
export async function mayHold(windowId: number): Promise<boolean> {
  const asked = browser.windows.get(windowId).then(
    ({ type, incognito }) => type === 'normal' && !incognito,
    () => false,
  );
  return within(asked, WINDOW_LIMIT_MS, true);
}

async function openIn(
  windowId: number,
  url: string,
  place: Omit<WhereInWindow, 'holds'> = {},
): Promise<Standing | null> {
  const making = browser.tabs.create({ url, active: true, windowId, ...place });
  const tab = opened(await within(making, OPEN_LIMIT_MS, null), windowId);
  if (tab !== null) void browser.windows.update(windowId, { focused: true }).catch(() => undefined);
  return tab;
}

/**
 * Whether the page of ours that was opened in this tab is there, or still loading. The person may have gone on to another
 * page in it, and of the browser's own pages no address is told.
 */
export function showsOurs({
  id = -1,
  url = '',
  pendingUrl,
  status,
}: Pick<BrowserTab, 'id' | 'url' | 'pendingUrl' | 'status'>): boolean {
  if (isOwnPage(url) || isOwnPage(pendingUrl)) return true;
  const isNew = performance.now() - (openedAt.get(id) ?? -Infinity) < EMPTY_MS;
  return (url === '' || url === 'about:blank') && (status === 'loading' || isNew);
}

/** Whether the page of ours that was opened in this tab is there; a browser that is too busy to tell has not lost it. */
export function isOpen(tabId: number): Promise<boolean> {
  const told = browser.tabs.get(tabId).then(showsOurs, () => false);
  return within(told, FRONT_LIMIT_MS, true);
}

/** Puts a page of ours that is open already in front. @returns it, null where it is no longer there. */
export async function bringToFront(tabId: number): Promise<Standing | null> {
  const there = await tabWithin(tabId, FRONT_LIMIT_MS);
  return there === null || showsOurs(there) ? activate(tabId) : null;
}

async function activate(tabId: number): Promise<Standing | null> {
  const tab = standing(await within(browser.tabs.update(tabId, { active: true }), FRONT_LIMIT_MS, null));
  if (tab !== null) void browser.windows.update(tab.windowId, { focused: true }).catch(() => undefined);
  return tab;
}

/** Moves a page of ours into a window, in front there. @returns whether it came */
export async function moveInFront(tabId: number, windowId: number): Promise<boolean> {
  const moving = browser.tabs.move(tabId, { windowId, index: -1 }).then(() => true);
  return (await within(moving, FRONT_LIMIT_MS, false)) && (await activate(tabId))?.windowId === windowId;
}
