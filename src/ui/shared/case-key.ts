/** Key of a case in storage.session, as the background writes it. */
export function caseKey(caseId: string): string {
  return `case:${caseId}`;
}
