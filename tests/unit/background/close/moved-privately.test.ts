import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Verdict } from '../../../../src/detection/verdict';
import { told } from '../alarmed-page';
import { startWorker } from '../worker-parts';

const WARN: Verdict = {
  level: 'warn', score: 0.9, logOdds: 3, reasons: [], phones: [], codes: [], injectedIntoHonestSite: false,
}; // prettier-ignore

beforeEach(() => void vi.useFakeTimers().setTimerTickMode('nextTimerAsync'));
afterEach(() => vi.useRealTimers());

/** A tab of a private window whose person has gone on from a scam to an honest page, and opened a link there. */
async function movedPrivately() {
  const worker = await startWorker();
  const { fake, tell, newFrame } = worker;
  const { openCase } = await import('../../../../src/background/state/cases');
  const tab = fake.addTab('http://bread.test/', { incognito: true });
  const link = fake.addTab('http://bread.test/recipe', { incognito: true });
  const scam = { tabId: tab.id, windowId: 1, incognito: true, address: 'http://scam.test/', title: '' };
  const { id } = await openCase(scam, WARN, Date.now());
  const frame = { ...newFrame('d', tab.url), facts: { ...told, address: tab.url } };
  await tell(tab.id, {
    caseId: id,
    incognito: true,
    frames: { 0: frame },
    stay: { since: Date.now() - 1_000, hosts: ['bread.test'] },
    opened: [{ tabId: link.id, at: Date.now(), from: 'bread.test', first: 'bread.test' }],
  });
  const open = (): boolean[] => [tab, link].map((one) => fake.tabList.has(one.id));
  return { ...worker, id, tab, open };
}

describe('an honest page in a private window, in the tab of a scam whose site this worker knows', () => {
  it('stays when the scam is closed, with the tabs that were opened from it', async () => {
    const { id, open, cases } = await movedPrivately();
    const { closeCase } = await import('../../../../src/background/close/close-case');
    await closeCase(id, 'warning');
    expect(open()).toEqual([true, true]);
    expect(await cases.read(id)).toMatchObject({ state: 'closed', closedBy: null, host: '' });
  });

  it('is closed alone by the key over it: the page in front is meant, not the scam', async () => {
    const { id, tab, open, cases } = await movedPrivately();
    const { closeTabOf } = await import('../../../../src/background/close/close-any');
    expect((await closeTabOf(tab.id, 'key'))?.id).not.toBe(id);
    expect(open()).toEqual([false, true]);
    expect((await cases.read(id))?.state).toBe('warned');
  });
});
