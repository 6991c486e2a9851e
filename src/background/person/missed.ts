import type { LocalReport } from '../../messages/ui-messages';
import { localReport } from '../journal/local-report';
import { judgeTab } from '../judge/judge-tab';
import { injectDetector, orderTab } from '../judge/orders';
import { pause } from '../session/within';
import { tabFacts } from '../state/tab-facts';
import { tabStates } from '../state/tab-state';

/** A look takes 50 to 500 ms; a jammed page never tells, and the report is made of what is known then. */
const LOOK_LIMIT_MS = 2_000;
const ASK_EVERY_MS = 50;
/** A frame whose gate was shut has its detector brought by then, and its facts are waited for. */
const FRAMES_MS = 200;

/** "You missed this one": all frames look (again), what they tell is judged. @returns the report, for this computer only */
export async function reportMissed(tabId: number): Promise<LocalReport> {
  const before = await factsOf(tabId);
  await Promise.all([injectDetector(tabId, 0), orderTab(tabId, { type: 'look-again' })]);
  const until = Date.now() + LOOK_LIMIT_MS;
  while (Date.now() < until && (await factsOf(tabId)) === before) await pause(ASK_EVERY_MS);
  await framesTell(tabId, until);
  await judgeTab(tabId);
  const state = await tabStates.read(String(tabId));
  return localReport('missed', tabFacts(state, Date.now()));
}

/** What the top document told last; a new object with each report. */
async function factsOf(tabId: number): Promise<unknown> {
  return (await tabStates.read(String(tabId))).frames[0]?.facts ?? null;
}

/** The frames tell after the top document: their detector is brought only when they have heard that they are to look. */
async function framesTell(tabId: number, until: number): Promise<void> {
  let told = Date.now();
  while (Date.now() < until && Date.now() - told < FRAMES_MS) {
    await pause(ASK_EVERY_MS);
    const { frames } = await tabStates.read(String(tabId));
    if (Object.values(frames).some(({ injected, facts }) => injected && facts === null)) told = Date.now();
  }
}
