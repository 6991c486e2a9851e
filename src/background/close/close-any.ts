import { within } from '../../async/within';
import { hasAllSites } from '../../browser/all-sites';
import { judge } from '../../detection/judgement/judge';
import type { Verdict } from '../../detection/verdict';
import type { Case, ClosedBy } from '../../messages/ui-messages';
import { isElsewhere } from '../family/elsewhere';
import { keepEvidence } from '../journal/evidence';
import { NO_SCREENSHOT, SCREENSHOT_LIMIT_MS, takeScreenshot } from '../journal/screenshot';
import { currentSettings } from '../session/current-settings';
import { isCalledScam } from '../state/called-scam';
import { cases, isOpenCase, judgedSite, openCase } from '../state/cases';
import { hostOf } from '../state/host';
import { chainOf } from '../state/route';
import { isSeen } from '../state/seen-pages';
import { tabOf } from '../state/shown-tab';
import { tabFacts } from '../state/tab-facts';
import { tabStates, type TabState } from '../state/tab-state';
import { whyLeftAlone } from '../state/trust';
import { pageOf } from './always-on-top';
import { closeCase } from './close-case';
import { closeHeldBack, forgottenTab, isHeldBackWarning, ownShown } from './over-warning';

const NO_VERDICT: Verdict = {
  level: 'quiet',
  score: 0,
  logOdds: 0,
  reasons: [],
  phones: [],
  codes: [],
  injectedIntoHonestSite: false,
};

/** A browser or store that does not answer by then keeps nobody from what they pressed: the page counts as watched. */
const WATCHED_LIMIT_MS = 500;

/** Tabs that are being closed: who is frightened presses the keys again before the tab has gone. */
const running = new Map<number, Promise<Case | null>>();

/**
 * Closes a tab because the person asks for it, verdict or not, the same measured way.
 * One of our warnings in front stands for the tab it warns of, or where it holds a page back, for itself. Our other pages
 * are left alone. Asked again meanwhile, it answers with the first run.
 * @returns the case, null where there was nothing to close.
 */
export function closeTabOf(tabId: number, by: ClosedBy): Promise<Case | null> {
  const run = running.get(tabId) ?? closeTabNow(tabId, by).finally(() => running.delete(tabId));
  running.set(tabId, run);
  return run;
}

async function closeTabNow(asked: number, by: ClosedBy): Promise<Case | null> {
  const { tabId } = await pageOf(asked); // a window on top goes with its page
  const tab = await tabOf(tabId);
  if (tab?.id === undefined || tab.windowId === undefined) return null;
  const shown = ownShown(tab);
  if (shown !== null) return closeOver({ id: tab.id, windowId: tab.windowId }, shown, by);
  const state = await tabStates.read(String(tabId));
  if (state.caseId !== null) {
    const known = await cases.read(state.caseId);
    // The page in front is meant, whatever the tab showed before.
    if (known !== null && isOpenCase(known) && !isElsewhere(tab, state, judgedSite(known)))
      return closeCase(known.id, by);
  }
  return closeUnjudged({ ...tab, id: tab.id, windowId: tab.windowId }, by);
}

/** What "close" means over a page of ours at this address. */
async function closeOver(
  ours: { id: number; windowId: number },
  address: string,
  by: ClosedBy,
): Promise<Case | null> {
  const caseId = new URL(address).searchParams.get('case');
  if (isHeldBackWarning(address)) return closeHeldBack(ours, caseId);
  if (caseId === null) return null;
  const closed = await closeCase(caseId, by);
  if (closed !== null) return closed;
  const tabId = await forgottenTab(address, caseId);
  return tabId === null ? null : closeTabNow(tabId, by);
}

/** A tab as the browser tells it, surely with its id and window. */
type AskedTab = { id: number; windowId: number; incognito: boolean; url?: string; title?: string };

/** No verdict stands against the page in front; where the person called it a scam (missed.ts) it goes as one all the same. */
async function closeUnjudged(tab: AskedTab, by: ClosedBy): Promise<Case | null> {
  const { incognito, windowId, url: address = '', title = '' } = tab;
  const watching = within(isWatched(address), WATCHED_LIMIT_MS, true);
  const told = await tabStates.read(String(tab.id));
  // The tab may have told of another page before: its words and numbers are not this one's.
  const stands = tab.url === undefined || hostOf(tab.url) === hostOf(told.frames[0]?.address ?? '');
  const state: TabState = stands ? told : { ...told, frames: {} };
  const { screenshots } = await currentSettings();
  const wanted = screenshots && !incognito;
  const screenshot = wanted ? takeScreenshot(tab.id, SCREENSHOT_LIMIT_MS) : NO_SCREENSHOT;
  const called = isCalledScam(told, address);
  const unwatched = !called && !(await watching);
  const opened = await openCase(
    { tabId: tab.id, windowId, incognito, address, title, ...(unwatched && { unwatched }) },
    called ? { ...verdictOn(state), level: 'warn' } : NO_VERDICT,
    Date.now(),
  );
  const chain = await chainOf(tab.id, state);
  const closed = await closeCase(opened.id, by, screenshot);
  running.delete(tab.id); // a journal that hangs must not keep a tab that is stuck from being tried again
  // Of the entry alone: on a page that is no scam for all we know, the guide must not warn of calling the number.
  await keepEvidence({ ...(closed ?? opened), ...foundIn(state) }, state, await screenshot.image, chain);
  return closed;
}

/** Else that nothing was said against a page says nothing of it. */
const isWatched = async (address: string): Promise<boolean> =>
  (await hasAllSites()) && (await isSeen(address)) && (await whyLeftAlone(address, Date.now())) === null;

const verdictOn = (state: TabState): Verdict => judge(tabFacts(state, Date.now()));

/** Numbers and codes on the page that was closed. */
function foundIn(state: TabState): Pick<Case, 'phones' | 'codes'> {
  const { phones, codes } = verdictOn(state);
  return { phones: phones.map(({ shown }) => shown), codes };
}
