import { vi } from 'vitest';
import type { Case } from '../../../src/messages/ui-messages';
import type { TabState } from '../../../src/background/state/tab-state';
import { FakeBrowser } from './fake-browser';

/** The parts of the worker that close tabs, freshly started over a browser in memory. */
export async function startWorker() {
  vi.resetModules();
  const fake = new FakeBrowser();
  const journal = { added: [] as unknown[], ends: [] as unknown[], refuted: [] as string[] };
  let hanging = false;
  /** From now on no entry is ever written to its end. */
  const journalHangs = (): boolean => (hanging = true);
  vi.doMock('../../../src/browser/api', () => ({ browser: fake.api }));
  vi.doMock('../../../src/storage/incidents', () => ({
    addIncident: (entry: unknown) =>
      hanging ? new Promise(() => undefined) : Promise.resolve(journal.added.push(entry)),
    updateIncident: (id: number, change: object) => Promise.resolve(journal.ends.push({ id, ...change }) > 0),
    refuteLatest: (host: string) => Promise.resolve(journal.refuted.push(host) + 99),
  }));
  vi.doMock('../../../src/storage/incident-times', () => ({ expire: () => Promise.resolve(0) }));
  const { tabStates } = await import('../../../src/background/state/tab-state');
  const { newFrame } = await import('../../../src/background/state/documents');
  const { cases } = await import('../../../src/background/state/cases');

  /** What a tab's pages have told so far; `address` becomes that of its top document. */
  const tell = (tabId: number, change: Partial<TabState>, address?: string) =>
    tabStates.update(String(tabId), (state) => ({
      ...state,
      ...(address === undefined ? {} : { frames: { 0: newFrame('d', address) } }),
      ...change,
    }));

  /** A case about a tab, warned of unless told otherwise. */
  async function openCase(tabId: number, change: Partial<Case> = {}): Promise<Case> {
    const made = { ...CASE, tabId, address: fake.tabList.get(tabId)?.url ?? '', ...change };
    const opened = { ...made, host: change.host ?? new URL(made.address).hostname };
    await cases.update(opened.id, () => opened);
    await tell(tabId, { caseId: opened.id });
    return opened;
  }

  return { fake, journal, journalHangs, tabStates, cases, newFrame, tell, openCase };
}

const CASE: Case = {
  id: 'case-1', level: 'act', state: 'warned', tabId: 0, windowId: 1, incognito: false, address: '', host: '',
  title: '', reasons: [], phones: [], codes: [], noticedAt: 1, closedAt: null, closedBy: null, pageTabId: null,
  companions: 0, incidentId: 7, injectedIntoHonestSite: false, reopened: false,
  timing: { warnedMs: 40, closedMs: null },
}; // prettier-ignore
