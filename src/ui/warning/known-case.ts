import { browser } from '../../browser/api';
import type { Case } from '../../messages/ui-messages';
import { ask } from '../shared/ask';
import { toGuide } from './own-tab';

/** A closing that takes longer than this (ms) needs the person's own hands (measured: 46 to 149 ms where it works). */
export const CLOSING_MS = 6_000;

/** Whether the tab of a case still shows its site. Of a private window's only the tab is known. */
async function isThere({ tabId, host }: Case): Promise<boolean> {
  const tab = await browser.tabs.get(tabId).catch(() => null);
  if (tab?.url === undefined || host === '') return tab !== null;
  return URL.canParse(tab.url) && new URL(tab.url).hostname === host;
}

/** How a case stands; null where the background knows of none, undefined where it does not answer. Never rejects. */
export function firstAnswer(caseId: string): Promise<Case | null | undefined> {
  return ask({ type: 'case-get', caseId }).catch(() => undefined);
}

/**
 * How a case stands. A background that was stopped before it could write the case down knows nothing of it any more:
 * then what it said last holds for as long as the page is there. @param last what it said, null before the first answer
 */
export async function caseNow(caseId: string, last: Case | null): Promise<Case | null> {
  const answer = await ask({ type: 'case-get', caseId }).catch(() => last);
  if (answer !== null || last === null) return answer;
  return (await isThere(last)) ? last : { ...last, state: 'closed' };
}

/**
 * Closes the tab of a case, also of one that the background has forgotten, unless another site stands in it by now.
 * @returns the id of the case that was closed, null where the page holds on
 */
export async function closeKnown(found: Case): Promise<string | null> {
  const answer = await ask({ type: 'case-close', caseId: found.id });
  if (answer.ok) return found.id;
  if (answer.error !== 'errors.unknownCase') return null;
  if (!(await isThere(found))) return found.id;
  const { ok, caseId } = await ask({ type: 'tab-close', tabId: found.tabId });
  return ok ? (caseId ?? found.id) : null;
}

/** Closes the scam and goes on to the guide; where it holds on, `changed` shows how it stands. */
export async function closeScam(found: Case, changed: () => unknown): Promise<void> {
  const closed = await closeKnown(found);
  if (closed === null) await changed();
  else toGuide(closed);
}
