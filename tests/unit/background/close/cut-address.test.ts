import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { startWorker } from '../worker-parts';

/** Longer than what is kept of a tab's address. */
const LONG = `http://scam.test/alert?visitor=${'7'.repeat(9_000)}`;

beforeEach(() => void vi.useFakeTimers().setTimerTickMode('nextTimerAsync'));
afterEach(() => vi.useRealTimers());

/** A case about a page whose address is longer than what its frame keeps of it. */
async function warned(injectedIntoHonestSite = false) {
  const worker = await startWorker();
  const { withDocument } = await import('../../../../src/background/state/documents');
  const tab = worker.fake.addTab(LONG);
  await worker.tabStates.update(String(tab.id), (state) => withDocument(state, 0, 'd', LONG, 1));
  const address = (await worker.tabStates.read(String(tab.id))).frames[0]?.address ?? '';
  await worker.openCase(tab.id, { address, level: 'warn', injectedIntoHonestSite });
  return { ...worker, tab, address };
}

describe('a scam whose address is too long to be kept whole', () => {
  it('is cut, as this test takes for granted', async () => {
    expect((await warned()).address.length).toBeLessThan(LONG.length);
  });

  it('is found again where the browser put its tab to sleep behind the warning', async () => {
    const { fake, tab, cases } = await warned();
    const { answerUi } = await import('../../../../src/background/ui-requests');
    const asleep = await fake.api.tabs.discard(tab.id);
    expect(await answerUi({ type: 'case-close', caseId: 'case-1' })).toEqual({ ok: true });
    expect(fake.tabList.has(asleep.id)).toBe(false);
    expect(await cases.read('case-1')).toMatchObject({ state: 'closed' });
  });

  it('is closed where a worker was stopped after the browser had put it to sleep', async () => {
    const { fake, tab, cases } = await warned();
    await cases.update('case-1', (known) => known && { ...known, state: 'closing' });
    const asleep = await fake.api.tabs.discard(tab.id);
    const { resumeCases } = await import('../../../../src/background/resume');
    await resumeCases();
    expect(fake.tabList.has(asleep.id)).toBe(false);
  });

  it('goes from the list of tabs closed last', async () => {
    const { fake, cases } = await warned();
    const forgetClosedTab = vi.fn(() => Promise.resolve());
    const recent = [{ tab: { url: LONG, sessionId: 's', windowId: 1 } }, { tab: { url: 'http://scam.test/', sessionId: 't', windowId: 1 } }]; // prettier-ignore
    Object.assign(fake.api.sessions, { forgetClosedTab, getRecentlyClosed: () => Promise.resolve(recent) });
    const { forgetClosed } = await import('../../../../src/background/hold-back/forget-closed');
    const known = await cases.read('case-1');
    await forgetClosed([known?.address ?? '']);
    expect(forgetClosedTab.mock.calls).toEqual([[1, 's']]);
  });

  it('is held back also where only the very address is: on an honest site', async () => {
    await warned(true);
    const { closeCase } = await import('../../../../src/background/close/close-case');
    const { heldAddressFor } = await import('../../../../src/background/hold-back/held-addresses');
    await closeCase('case-1', 'warning');
    expect(await heldAddressFor(LONG)).toMatchObject({ caseId: 'case-1' });
    expect(await heldAddressFor('http://scam.test/alert?visitor=8')).toBeNull();
  });
});
