import { tabsOfCase } from '../family/case-of-kin';
import { cases, changeCase, moveCase } from '../state/cases';
import { tabsAsleepAt, tabOf } from '../state/shown-tab';

/** A browser that does not tell of its tabs in this time (ms) keeps nobody from an answer. */
export const TABS_LIMIT_MS = 500;

/**
 * The scam behind our warning may have been put to sleep, which gives its tab another id (Chrome): its case is about
 * that one from then on. As late as the browser tells.
 * @returns whether the tab of a case is there, if need be under its new id
 */
export async function followAsleep(caseId: string): Promise<boolean> {
  const known = await cases.read(caseId);
  if (known === null) return false;
  if ((await tabOf(known.tabId)) !== null) return true;
  // Of a page that nobody called a scam the person may have another tab, asleep.
  const [tabId] = known.level === 'quiet' ? [] : await tabsAsleepAt(known.address);
  if (tabId === undefined) return false;
  await changeCase(caseId, { tabId });
  return true;
}

/**
 * The same; and where the person has closed that tab by hand, the case is about another one that still shows its scam.
 * @param maySleep whether the tab may be asleep: a page that acts is awake
 * @returns whether there is one
 */
export async function followCase(caseId: string, { maySleep = true } = {}): Promise<boolean> {
  if (maySleep ? await followAsleep(caseId) : await isThere(caseId)) return true;
  const [tabId] = await tabsOfCase(caseId);
  if (tabId === undefined) return false;
  await moveCase(caseId, { tabId });
  return true;
}

async function isThere(caseId: string): Promise<boolean> {
  const known = await cases.read(caseId);
  return known !== null && (await tabOf(known.tabId)) !== null;
}
