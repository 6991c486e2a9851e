/** How the page was reached: over a live scam, in place of a closed one that came back, or with nothing to tell. */
export type Entry =
  | { mode: 'live'; caseId: string }
  | { mode: 'blocked'; caseId: string | null; ruleId: number | null }
  | { mode: 'unknown' };

const CASE_ID = /^[\w-]{1,64}$/;
const RULE_ID = /^\d{1,9}$/;

/**
 * Reads the page's own query. A web page may lead here with anything in it, so it only ever names a case and one of
 * the pages that are held back for it: what they are, the background and our own list tell.
 */
export function readEntry(query: string): Entry {
  const parameters = new URLSearchParams(query);
  const named = parameters.get('case') ?? '';
  const caseId = CASE_ID.test(named) ? named : null;
  const rule = parameters.get('held') ?? '';
  const ruleId = RULE_ID.test(rule) ? Number(rule) : null;
  if (parameters.has('blocked')) return { mode: 'blocked', caseId, ruleId };
  return caseId === null ? { mode: 'unknown' } : { mode: 'live', caseId };
}
