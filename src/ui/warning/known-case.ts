import { browser } from '../../browser/api';
import type { Case } from '../../messages/ui-messages';
import { ask } from '../shared/ask';

/**
 * How a case stands. A background that was stopped before it could write the case down knows nothing of it any more:
 * then what it said last holds for as long as the tab is there. @param last what it said, null before the first answer
 */
export async function caseNow(caseId: string, last: Case | null): Promise<Case | null> {
  const answer = await ask({ type: 'case-get', caseId }).catch(() => last);
  if (answer !== null || last === null) return answer;
  const tab = await browser.tabs.get(last.tabId).catch(() => null);
  return tab === null ? { ...last, state: 'closed' } : last;
}

/** Closes the tab of a case, also of one that the background has forgotten. @returns the id of the closed case, or null */
export async function closeKnown({ id, tabId }: Case): Promise<string | null> {
  const answer = await ask({ type: 'case-close', caseId: id });
  if (answer.ok) return id;
  if (answer.error !== 'errors.unknownCase') return null;
  const { ok, caseId } = await ask({ type: 'tab-close', tabId });
  return ok ? (caseId ?? id) : null;
}
