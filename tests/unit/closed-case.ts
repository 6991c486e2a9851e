import type { Case } from '../../src/messages/ui-messages';

/** A scam that Sangfroid has closed by itself, a minute after it was noticed. */
export const CLOSED_CASE: Case = {
  id: 'case-1', level: 'act', state: 'closed', tabId: 1, windowId: 1, incognito: false,
  address: 'https://scam.example/alert', host: 'scam.example', title: '', reasons: [], phones: [], codes: [],
  noticedAt: 1_000_000, closedAt: 1_060_000, closedBy: 'itself', pageTabId: null, companions: 0, incidentId: 7,
  injectedIntoHonestSite: false, reopened: false, timing: { warnedMs: 1, closedMs: 1 },
}; // prettier-ignore
