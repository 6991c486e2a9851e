import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { startWorker } from '../worker-parts';

const SEARCH = 'https://search.test/search?q=bread';
const HOUR = 3_600_000;

/** The clock leaps to whatever is waited for next. */
beforeEach(() => void vi.useFakeTimers().setTimerTickMode('nextTimerAsync'));
afterEach(() => vi.useRealTimers());

/** A page that nobody judged, closed by key. */
async function closedByKey(address = SEARCH) {
  const worker = await startWorker();
  const { closeTabOf } = await import('../../../../src/background/close/close-any');
  const blocks = await import('../../../../src/background/hold-back/held-addresses');
  const closed = await closeTabOf(worker.fake.addTab(address).id, 'key');
  return { ...worker, ...blocks, closed };
}

describe('a page without a verdict that the person closes by key', () => {
  it('is kept away itself, and nothing else of its site', async () => {
    const { heldAddressFor, closed } = await closedByKey();
    expect(await heldAddressFor(SEARCH)).toMatchObject({ caseId: closed?.id });
    expect(await heldAddressFor('https://search.test/search?q=cake')).toBeNull();
    const router = await closedByKey('http://192.168.0.1/status');
    expect(await router.heldAddressFor('http://192.168.0.1/login')).toBeNull();
  });

  it('may come again in the next session: no rule outlives the browser', async () => {
    const { fake, heldAddressFor } = await closedByKey();
    expect([fake.rules.size, fake.sessionRules.size]).toEqual([0, 1]);
    const { closeRestored } = await import('../../../../src/background/close/restored-tabs');
    const other = fake.addTab(SEARCH, { active: false });
    await closeRestored();
    expect(fake.tabList.has(other.id)).toBe(true);
    expect(await heldAddressFor(SEARCH)).toBeNull();
    expect(fake.sessionRules.size).toBe(0);
  });

  it('may come again after a day', async () => {
    const { fake, heldAddressFor, forgetOldHeld } = await closedByKey();
    await forgetOldHeld(Date.now() + 23 * HOUR);
    expect(await heldAddressFor(SEARCH)).not.toBeNull();
    await forgetOldHeld(Date.now() + 25 * HOUR);
    expect(await heldAddressFor(SEARCH)).toBeNull();
    expect(fake.sessionRules.size).toBe(0);
  });

  it('may come again where the clock was ahead when it was closed, and has been put right', async () => {
    const { fake, heldAddressFor, forgetOldHeld } = await closedByKey();
    await forgetOldHeld(Date.now() - 23 * HOUR);
    expect(await heldAddressFor(SEARCH)).not.toBeNull();
    await forgetOldHeld(Date.now() - 10 * 365 * 24 * HOUR);
    expect([await heldAddressFor(SEARCH), fake.sessionRules.size]).toEqual([null, 0]);
  });

  it('is opened again without being trusted, and nothing else of its site with it', async () => {
    const { fake, openCase, heldAddressFor } = await closedByKey();
    const { closeCase } = await import('../../../../src/background/close/close-case');
    await openCase(fake.addTab('https://search.test/alert').id);
    await closeCase('case-1', 'itself');
    const { answerUi } = await import('../../../../src/background/ui-requests');
    const { whyLeftAlone } = await import('../../../../src/background/state/trust');
    expect(await answerUi({ type: 'held-back-open', address: SEARCH, agreed: false })).toEqual({ ok: true });
    expect(await heldAddressFor(SEARCH)).toBeNull();
    expect(await whyLeftAlone(SEARCH, Date.now())).toBeNull();
    expect(await heldAddressFor('https://search.test/alert')).toMatchObject({ caseId: 'case-1' });
  });

  it('is opened again where a full disk took no list of it; a scam then stays away', async () => {
    const { fake, openCase } = await startWorker();
    const { closeCase } = await import('../../../../src/background/close/close-case');
    const { closeTabOf } = await import('../../../../src/background/close/close-any');
    const { answerUi } = await import('../../../../src/background/ui-requests');
    const openAgain = () => answerUi({ type: 'held-back-open', address: SEARCH, agreed: false });
    fake.faults.set('storage.local.set', 'reject');
    await closeTabOf(fake.addTab(SEARCH).id, 'key');
    expect(fake.sessionRules.size).toBe(1);
    expect([await openAgain(), fake.sessionRules.size]).toEqual([{ ok: true }, 0]);
    await openCase(fake.addTab(SEARCH).id);
    await closeCase('case-1', 'itself');
    await openAgain();
    expect([fake.rules.size, fake.sessionRules.size]).toEqual([1, 1]);
  });

  it('is opened again from the guide without being trusted, once, and is no mistake of ours', async () => {
    const { fake, cases, closed, heldAddressFor } = await closedByKey();
    const { answerUi } = await import('../../../../src/background/ui-requests');
    const { whyLeftAlone } = await import('../../../../src/background/state/trust');
    const caseId = closed?.id ?? '';
    expect(await answerUi({ type: 'case-reopen', caseId })).toEqual({ ok: true });
    expect([...fake.tabList.values()].map(({ url }) => url)).toContain(SEARCH);
    expect(await heldAddressFor(SEARCH)).toBeNull();
    expect(await whyLeftAlone(SEARCH, Date.now())).toBeNull();
    expect(await cases.read(caseId)).toMatchObject({ state: 'closed', reopened: true });
    expect(await answerUi({ type: 'case-reopen', caseId })).toMatchObject({ ok: false });
  });
});

describe('a scam that the person closes by key', () => {
  it('stays away as before: for a month, whatever its query, and when the browser restores its tabs', async () => {
    const { fake, openCase } = await startWorker();
    const { closeCase } = await import('../../../../src/background/close/close-case');
    const { heldAddressFor, forgetOldHeld, forgetUnjudged } =
      await import('../../../../src/background/hold-back/held-addresses');
    await openCase(fake.addTab('http://scam.test/a?1').id, { level: 'warn' });
    await closeCase('case-1', 'key');
    await forgetUnjudged();
    await forgetOldHeld(Date.now() + 29 * 24 * HOUR);
    expect(await heldAddressFor('http://scam.test/a?2')).toMatchObject({ caseId: 'case-1' });
    expect([fake.rules.size, fake.sessionRules.size]).toEqual([1, 1]);
  });

  it('stays away as long where another tab of it is closed by key, of which nothing was known', async () => {
    const { fake, openCase } = await startWorker();
    const { closeCase } = await import('../../../../src/background/close/close-case');
    const { closeTabOf } = await import('../../../../src/background/close/close-any');
    const { heldAddressFor, forgetUnjudged } =
      await import('../../../../src/background/hold-back/held-addresses');
    const other = fake.addTab('http://scam.test/a?1');
    await openCase(fake.addTab('http://scam.test/a?1').id, { level: 'warn' });
    await closeCase('case-1', 'key');
    await closeTabOf(other.id, 'key');
    await forgetUnjudged();
    expect(await heldAddressFor('http://scam.test/a?2')).toMatchObject({ caseId: 'case-1' });
    expect([fake.rules.size, fake.sessionRules.size]).toEqual([1, 1]);
  });
});
