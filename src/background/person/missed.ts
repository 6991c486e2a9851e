import { delay } from '../../async/within';
import type { UiAnswer } from '../../messages/ui-messages';
import { localReport } from '../journal/local-report';
import { judgeTab } from '../judge/judge-tab';
import { injectDetector, orderTab } from '../judge/orders';
import { withCalledScam } from '../state/called-scam';
import { TAB_PATIENT_MS, tabWithin } from '../state/shown-tab';
import { tabFacts } from '../state/tab-facts';
import { tabStates } from '../state/tab-state';
import { takeTrustBack } from '../state/trust';

/** A look takes 50 to 500 ms; a jammed page never tells, and the report is made of what is known then. */
const LOOK_LIMIT_MS = 2_000;
const ASK_EVERY_MS = 50;
/** A frame whose gate was shut has its detector brought by then, and its facts are waited for. */
const FRAMES_MS = 200;
/**
 * "You missed this one": all frames look (again), what they tell is judged. Whatever comes of that, "close" closes the
 * page as a scam from now on. A site that the person trusts is trusted no more; where it stays trusted its pages tell
 * nothing, and there is no report. @returns the report, for this computer only
 */
export async function reportMissed(tabId: number): Promise<UiAnswer<'tab-missed'>> {
  const address = await noteCalledScam(tabId); // first of all: the person may close it while it is looked at
  const trust = await takeTrustBack(address);
  if (trust !== null && trust.now !== 'over') return { ok: true, trust, report: null };
  const before = await factsOf(tabId);
  await Promise.all([injectDetector(tabId, 0), orderTab(tabId, { type: 'look-again' })]);
  const until = performance.now() + LOOK_LIMIT_MS;
  while (performance.now() < until && (await factsOf(tabId)) === before) await delay(ASK_EVERY_MS);
  await framesTell(tabId, until);
  await judgeTab(tabId);
  const state = await tabStates.read(String(tabId));
  const report = localReport('missed', tabFacts(state, Date.now()));
  return { ok: true, ...(trust && { trust }), report };
}

/** Of a private window, whose pages may have told nothing yet, it stays in memory. @returns the address, '' if unknown */
async function noteCalledScam(tabId: number): Promise<string> {
  const tab = await tabWithin(tabId, TAB_PATIENT_MS);
  const { url, incognito = false } = tab ?? {};
  if (url === undefined) return '';
  await tabStates.update(String(tabId), (state) =>
    withCalledScam({ ...state, incognito: state.incognito || incognito }, url),
  );
  return url;
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
    await delay(ASK_EVERY_MS);
    const { frames } = await tabStates.read(String(tabId));
    if (Object.values(frames).some(({ injected, facts }) => injected && facts === null))
      told = performance.now();
  }
}
