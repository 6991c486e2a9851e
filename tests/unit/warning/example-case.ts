import type { Case } from '../../../src/messages/ui-messages';

/** A scam that was warned of. */
export const CASE = {
  id: 'c1', level: 'warn', state: 'warned', tabId: 3, windowId: 1, incognito: false, host: 'scam.example', title: '',
  address: 'https://scam.example/', reasons: [], phones: [], codes: [], noticedAt: 1, closedAt: null, closedBy: null,
  pageTabId: 4, companions: 0, incidentId: null, injectedIntoHonestSite: false, reopened: false,
  timing: { warnedMs: 1, closedMs: null },
} satisfies Case; // prettier-ignore
