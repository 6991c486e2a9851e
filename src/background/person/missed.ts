import { pause, within } from '../../async/within';
import { browser } from '../../browser/api';
import type { LocalReport } from '../../messages/ui-messages';
import { localReport } from '../journal/local-report';
import { judgeTab } from '../judge/judge-tab';
import { injectDetector, orderTab } from '../judge/orders';
import { tabFacts } from '../state/tab-facts';
import { tabStates, withCalledScam } from '../state/tab-state';

/** A look takes 50 to 500 ms; a jammed page never tells, and the report is made of what is known then. */
const LOOK_LIMIT_MS = 2_000;
const ASK_EVERY_MS = 50;
/** A frame whose gate was shut has its detector brought by then, and its facts are waited for. */
const FRAMES_MS = 200;
/** A browser that cannot tell about a tab in this time leaves us nothing to note. */
const TAB_LIMIT_MS = 1_000;

/**
 * "You missed this one": all frames look (again), what they tell is judged. Whatever comes of that, "close" closes the
 * page as a scam from now on. @returns the report, for this computer only
 */
export async function reportMissed(tabId: number): Promise<LocalReport> {
  await noteCalledScam(tabId); // first of all: the person may close it while it is looked at
  const before = await factsOf(tabId);
  await Promise.all([injectDetector(tabId, 0), orderTab(tabId, { type: 'look-again' })]);
  const until = performance.now() + LOOK_LIMIT_MS;
  while (performance.now() < until && (await factsOf(tabId)) === before) await pause(ASK_EVERY_MS);
  await framesTell(tabId, until);
  await judgeTab(tabId);
  const state = await tabStates.read(String(tabId));
  return localReport('missed', tabFacts(state, Date.now()));
}

/** Of a private window, whose pages may have told nothing yet, it stays in memory. */
async function noteCalledScam(tabId: number): Promise<void> {
  const tab = await within(browser.tabs.get(tabId), TAB_LIMIT_MS, null);
  const { url, incognito = false } = tab ?? {};
  if (url === undefined) return;
  await tabStates.update(String(tabId), (state) =>
    withCalledScam({ ...state, isPrivate: state.isPrivate || incognito }, url),
  );
}

/** What the top document told last; a new object with each report. */
async function factsOf(tabId: number): Promise<unknown> {
  return (await tabStates.read(String(tabId))).frames[0]?.facts ?? null;
}

/**
 * The frames tell after the top document: their detector is brought only when they have heard that they are to look.
 * @param until by performance.now()
 */
async function framesTell(tabId: number, until: number): Promise<void> {
  let told = performance.now();
  while (performance.now() < until && performance.now() - told < FRAMES_MS) {
    await pause(ASK_EVERY_MS);
    const { frames } = await tabStates.read(String(tabId));
    if (Object.values(frames).some(({ injected, facts }) => injected && facts === null))
      told = performance.now();
  }
}
