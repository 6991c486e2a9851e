/** How the page was reached: over a live scam, in place of a closed one that came back, or with nothing to tell. */
export type Entry =
  { mode: 'live'; caseId: string } | { mode: 'blocked'; caseId: string | null } | { mode: 'unknown' };

const CASE_ID = /^[\w-]{1,64}$/;

/**
 * Reads the page's own query. A web page may lead here with anything in it, so it only ever names a case: what
 * that case is, the background tells.
 */
export function readEntry(query: string): Entry {
  const parameters = new URLSearchParams(query);
  const named = parameters.get('case') ?? '';
  const caseId = CASE_ID.test(named) ? named : null;
  if (parameters.has('blocked')) return { mode: 'blocked', caseId };
  return caseId === null ? { mode: 'unknown' } : { mode: 'live', caseId };
}
