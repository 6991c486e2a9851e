import type { Case } from '../../../src/messages/ui-messages';

/** A scam that trapped the person and was closed from its warning. */
export const CLOSED: Case = {
  id: 'new', level: 'act', state: 'closed', tabId: 1, windowId: 1, incognito: false, address: 'http://b.example/',
  host: 'b.example', title: '', reasons: [], phones: ['555-0102'], codes: [], noticedAt: 1, closedAt: 1,
  closedBy: 'warning', pageTabId: null, companions: 0, incidentId: 9, injectedIntoHonestSite: false,
  reopened: false, timing: { warnedMs: 1, closedMs: 1 },
}; // prettier-ignore
