import { describe, expect, it } from 'vitest';
import type { Case } from '../../../src/messages/ui-messages';
import { modulesFirst } from './modules-first';
import { startWorker } from './worker-parts';

modulesFirst(async () => {
  await startWorker();
  await import('../../../src/background/resume');
});

const settle = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

/** Closed a minute ago, before its entry could be written. */
const unwritten = (): Partial<Case> => ({
  state: 'closed',
  incidentId: null,
  noticedAt: Date.now() - 60_000,
});

/** A worker that starts with a case that nobody wrote down, beside a journal that never answers. */
async function startWithHangingJournal() {
  const worker = await startWorker();
  const { resume } = await import('../../../src/background/resume');
  await worker.openCase(worker.fake.addTab('http://first.test/').id, { id: 'a', ...unwritten() });
  worker.journalHangs();
  return { ...worker, resume };
}

describe('a journal that does not answer as the worker starts', () => {
  it('keeps no page from its detector that the worker before had asked for', async () => {
    const { fake, newFrame, tell, resume } = await startWithHangingJournal();
    const tab = fake.addTab('http://scam.test/');
    await tell(tab.id, { frames: { 0: { ...newFrame('d', tab.url), injected: true } } });
    await settle(50);
    fake.calls.length = 0;
    void resume();
    await settle(5_000);
    expect(fake.calls).toContain('scripting.executeScript');
    expect(fake.stores.session.has('reserve')).toBe(true);
  });

  it('keeps no closing from being finished', async () => {
    const { fake, openCase, resume } = await startWithHangingJournal();
    const tab = fake.addTab('http://scam.test/');
    await openCase(tab.id, { id: 'b', ...unwritten(), state: 'closing', closedBy: 'key' });
    await settle(50);
    void resume();
    await settle(5_000);
    expect(fake.tabList.has(tab.id)).toBe(false);
  });
});

it('an entry that was left for last is not written of a case that the person called a mistake meanwhile', async () => {
  const { fake, openCase, cases, journal } = await startWorker();
  const { resumeCases } = await import('../../../src/background/resume');
  await openCase(fake.addTab('http://bakery.test/').id, { ...unwritten(), state: 'warned' });
  const [write] = await resumeCases();
  await cases.update('case-1', (known) => known && { ...known, state: 'mistaken' });
  await write?.();
  expect([write !== undefined, journal.added]).toEqual([true, []]);
});
