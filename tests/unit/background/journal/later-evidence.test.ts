import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { PhoneFact } from '../../../../src/detection/facts';
import type { Verdict } from '../../../../src/detection/verdict';
import { startWorker } from '../worker-parts';

const WARN: Verdict = {
  level: 'warn', score: 0.9, logOdds: 3, reasons: [{ id: 'first', weight: 2 }], phones: [], codes: ['a1'],
  injectedIntoHonestSite: false,
}; // prettier-ignore
const NUMBER: PhoneFact = {
  shown: '555-0134', digits: '5550134', count: 1, prominence: 1, fromAddress: false, nearCall: true,
}; // prettier-ignore
const LATER: Verdict = { ...WARN, phones: [NUMBER], codes: ['b2'] };
const FOUND = { phones: ['555-0134'], codes: ['a1', 'b2'] };

beforeEach(() => void vi.useFakeTimers().setTimerTickMode('nextTimerAsync'));
afterEach(() => vi.useRealTimers());

/** A page whose first words are enough for a warning, before its number was read. */
async function scamInFront(incognito = false) {
  const worker = await startWorker();
  const { respond } = await import('../../../../src/background/judge/respond');
  const page = worker.fake.addTab('http://scam.test/', { incognito });
  await worker.tell(page.id, { level: 'warn' }, page.url);
  const caseOf = async () => {
    const { caseId } = await worker.tabStates.read(String(page.id));
    return caseId === null ? null : worker.cases.read(caseId);
  };
  const writings = () => worker.fake.calls.filter((call) => call === 'storage.session.set').length;
  return { ...worker, page, respond, caseOf, writings };
}

describe('what a later verdict finds', () => {
  it('is added to the case and to its entry, and written once', async () => {
    const { page, respond, caseOf, journal, writings } = await scamInFront();
    await respond(page.id, WARN);
    expect(journal.added).toMatchObject([{ phones: [], codes: ['a1'] }]);
    await respond(page.id, LATER);
    expect(await caseOf()).toMatchObject({ ...FOUND, level: 'warn' });
    expect(journal.ends).toEqual([{ id: 1, level: 'warn', reasons: WARN.reasons, ...FOUND }]);
    const before = writings();
    for (let act = 0; act < 20; act += 1) await respond(page.id, LATER);
    expect([writings() - before, journal.ends.length]).toEqual([0, 1]);
  });

  it('is not lost while the page is being warned of', async () => {
    const { fake, page, respond, caseOf, journal } = await scamInFront();
    const warned = respond(page.id, WARN);
    await vi.waitFor(() => expect(fake.calls).toContain('tabs.create'), { interval: 1 });
    await respond(page.id, LATER);
    await warned;
    expect(await caseOf()).toMatchObject(FOUND);
    const told = [...journal.added, ...journal.ends].at(-1);
    expect(told).toMatchObject(FOUND);
    expect(fake.ownPages()).toHaveLength(1);
  });

  it('comes with the level and the reasons for which the page was closed', async () => {
    const { page, respond, journal } = await scamInFront();
    await respond(page.id, WARN);
    const reasons = [{ id: 'trap', weight: 4 }];
    await respond(page.id, { ...LATER, level: 'act', reasons });
    expect(journal.ends).toEqual([{ id: 1, closedBy: 'itself', level: 'act', reasons, ...FOUND }]);
  });

  it('is not lost while the page is being closed', async () => {
    const { fake, page, respond, journal } = await scamInFront();
    const closing = respond(page.id, { ...WARN, level: 'act' });
    await vi.waitFor(() => expect(fake.calls).toContain('tabs.discard'), { interval: 1 });
    await respond(page.id, { ...LATER, level: 'act' });
    await closing;
    await vi.waitFor(() => expect([...journal.added, ...journal.ends].at(-1)).toMatchObject(FOUND));
    expect(fake.ownPages()).toHaveLength(1);
  });

  it('leaves the end of an entry alone that was closed before', async () => {
    const { page, openCase, respond, journal } = await scamInFront();
    await openCase(page.id, { level: 'warn', incidentId: 7 });
    await respond(page.id, LATER);
    expect(journal.ends).toEqual([
      { id: 7, level: 'warn', reasons: [], phones: ['555-0134'], codes: ['b2'] },
    ]);
  });

  it('of a private window is kept nowhere', async () => {
    const { page, respond, caseOf, journal } = await scamInFront(true);
    await respond(page.id, WARN);
    await respond(page.id, LATER);
    expect(await caseOf()).toMatchObject({ phones: [], codes: [] });
    expect([journal.added, journal.ends]).toEqual([[], []]);
  });
});

describe('a tab that could not be closed', () => {
  it('is not written down as closed', async () => {
    const { fake, page, respond, journal } = await scamInFront();
    await respond(page.id, WARN);
    fake.untouchable.add(page.id);
    await respond(page.id, { ...WARN, level: 'act' });
    expect(journal.ends).toMatchObject([{ closedBy: 'not-closed' }]);
  });
});
