import { within } from '../../async/within';
import { browser, type Tabs } from '../../browser/api';
import { guideAbout, ownPage } from '../../browser/own-page';
import type { Case } from '../../messages/ui-messages';
import { bringToFront, mayHold, moveInFront, openInFront, type Standing } from '../display/own-pages';
import { warnedTabOf } from '../display/warning-address';
import { homeOf } from '../display/home-window';
import { changeCase } from '../state/cases';

/** A window answers in a few ms, one that a flood keeps busy in seconds. */
const TABS_LIMIT_MS = 1_000;

/** What stands in front before a case is closed. */
interface Front {
  /** The window that a page of ours belongs in. */
  home: number;
  /** Whether one that tells of the case is in front there. */
  tells: boolean;
}

/** The guide or a warning about the case. Any page of ours would keep the window, but the person would learn of nothing. */
const isAbout = (known: Case, url = ''): boolean =>
  [ownPage('guide'), ownPage('warning')].some((page) => url.startsWith(page)) &&
  new URL(url).searchParams.get('case') === known.id;

/** An older warning of the same page may be about to go (closeStaleWarnings). */
const mayGo = (known: Case, { id, url }: { id?: number; url?: string }): boolean =>
  id !== known.pageTabId && warnedTabOf(url) === known.tabId;

const activeIn = (windowId: number): Promise<Tabs.Tab[]> =>
  within(browser.tabs.query({ active: true, windowId }), TABS_LIMIT_MS, []);

/** Looks at the window that a case's page of ours belongs in: mostly the page's own, asked at the same time. Never rejects. */
export async function frontOf(known: Case): Promise<Front> {
  const own = activeIn(known.windowId);
  const { windowId: home } = await homeOf(known.tabId, known.windowId);
  const active = await (home === known.windowId ? own : activeIn(home));
  return { home, tells: active.some((tab) => isAbout(known, tab.url) && !mayGo(known, tab)) };
}

/**
 * A page of ours that tells of the case has to be in front before the tab goes, and stand in its window, else the last tab
 * takes that with it.
 * @param group the tabs that are going to be closed
 */
export async function keepWindow(
  known: Case,
  { home, tells }: Front,
  group: readonly number[],
): Promise<void> {
  if (tells) return;
  const before = known.pageTabId === null ? null : await bringToFront(known.pageTabId);
  const stands = before ?? (await openGuide(known, home));
  if (stands?.windowId === home || !(await wouldEmpty(known, home, group))) return;
  if (stands !== null && (await moveInFront(stands.id, home))) return;
  await openGuide(known, home);
}

async function openGuide(known: Case, home: number): Promise<Standing | null> {
  const opened = await openInFront(guideAbout(known.id), home);
  await changeCase(known.id, { pageTabId: opened?.id ?? null });
  return opened;
}

/**
 * Whether a window that can hold a page of ours has only tabs that go. A flooded browser may take so long to open our page
 * that it was opened in another window, too (docs/browser-facts.md).
 */
async function wouldEmpty(known: Case, home: number, group: readonly number[]): Promise<boolean> {
  const tabs = await within(browser.tabs.query({ windowId: home }), TABS_LIMIT_MS, null);
  if (tabs === null) return mayHold(home);
  const stays = tabs.some((tab) => tab.id !== undefined && !group.includes(tab.id) && !mayGo(known, tab));
  return tabs.length > 0 && !stays && (await mayHold(home));
}
