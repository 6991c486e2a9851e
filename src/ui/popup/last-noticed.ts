import { isPrivateHere } from '../../browser/own-page';
import { hasIncidents } from '../../storage/incident-list';
import { lastIncidentAt } from '../../storage/incident-times';

/**
 * When a scam was noticed last (ms since 1970), null where the journal shows none; undefined where nobody knows: it cannot
 * be read, or the popup stands in a private window, where Firefox has another one. Never rejects.
 */
export async function lastNoticed(): Promise<number | null | undefined> {
  if (isPrivateHere()) return undefined;
  try {
    const at = await lastIncidentAt();
    return at === null && (await hasIncidents()) === null ? undefined : at;
  } catch {
    return undefined;
  }
}
