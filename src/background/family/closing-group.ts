/** The family that is being closed right now: what its tabs still open is closed on arrival. */
import { SessionValue } from '../session/session-value';

interface ClosingGroup {
  tabIds: number[];
  /** ms since 1970. */
  at: number;
}

const groups = new SessionValue<ClosingGroup>('closing:now', () => ({ tabIds: [], at: 0 }));
/** Measured: popups of a swarm still appear 1.5 s after the click. */
const LATE_MS = 5_000;
/** So many tabs are remembered, the newest. */
const MOST_TABS = 200;

/** In either direction: else a clock that is put back would have windows closed until it has caught up. */
const isNow = (group: ClosingGroup, now: number): boolean => Math.abs(now - group.at) < LATE_MS;

/** Whether this tab is being closed with a scam right now, or was within the last seconds: what it opens goes, too. */
export async function belongsToClosing(tabId: number, now: number): Promise<boolean> {
  const group = await groups.read();
  return isNow(group, now) && group.tabIds.includes(tabId);
}

/** Adds tabs to the family being closed, so that what they still open goes too. */
export async function joinClosing(tabIds: number[], now: number): Promise<void> {
  await groups.update((group) => ({
    tabIds: isNow(group, now) ? [...group.tabIds, ...tabIds].slice(-MOST_TABS) : tabIds,
    at: now,
  }));
}

/** Takes tabs out of it again: their case was a mistake, and what they open stays. */
export async function leaveClosing(tabIds: readonly number[]): Promise<void> {
  await groups.update((group) => ({
    ...group,
    tabIds: group.tabIds.filter((tabId) => !tabIds.includes(tabId)),
  }));
}
