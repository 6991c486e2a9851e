import { delay } from '../../async/within';
import { isOwnPage } from '../../browser/own-page';
import { tabOf } from '../state/shown-tab';
import { guardNavigation, type GuardedNavigation } from './guard';

/** So long (ms) after its question was put a page that this stopped may still be told as come. */
const LATE_MS = 1_000;
/** A tab shows by then (ms) whether the question takes that page's place. */
const SETTLES_MS = 300;

/** Questions on their way to a tab, or put there less than LATE_MS ago: whether each was put. */
const asking = new Map<number, Promise<boolean>>();

/**
 * guardNavigation, remembered for a moment: the same visit may be told again as come. Register on
 * webNavigation.onBeforeNavigate. Returns true where the question was put. Never rejects.
 */
export function guardVisit(navigation: GuardedNavigation): Promise<boolean> {
  const asked = guardNavigation(navigation);
  return navigation.frameId === 0 ? remembered(navigation.tabId, asked) : asked;
}

/** What is read of webNavigation.onCommitted. */
export interface CommittedNavigation extends GuardedNavigation {
  transitionQualifiers: readonly string[];
}

/**
 * The same for a page that a server forwarded to, as short links and adverts do: Chromium, and Firefox where the page
 * needs no other process, tell of the address where that began alone. Register on webNavigation.onCommitted. Asks
 * once, and not for Back and Forward, of which the browser tells before they begin. Returns true where the question
 * was put. Never rejects.
 */
export async function guardForwarded(navigation: CommittedNavigation): Promise<boolean> {
  const { tabId, frameId, transitionQualifiers } = navigation;
  const isForwarded = transitionQualifiers.includes('server_redirect');
  if (frameId !== 0 || !isForwarded || transitionQualifiers.includes('forward_back')) return false;
  if ((await asking.get(tabId)) && (await showsQuestion(tabId))) return false;
  return remembered(tabId, guardNavigation(navigation));
}

async function remembered(tabId: number, asked: Promise<boolean>): Promise<boolean> {
  asking.set(tabId, asked);
  const put = await asked;
  setTimeout(() => asking.get(tabId) === asked && asking.delete(tabId), LATE_MS);
  return put;
}

/** A page that its opener sends on right after the question is no part of that visit: the tab shows it, or is on its way there. */
async function showsQuestion(tabId: number): Promise<boolean> {
  await delay(SETTLES_MS);
  const tab = await tabOf(tabId);
  const { url, pendingUrl } = tab ?? {};
  return isOwnPage(pendingUrl ?? url);
}
