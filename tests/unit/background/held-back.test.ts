import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { startWorker } from './worker-parts';

beforeEach(() => void vi.useFakeTimers().setTimerTickMode('nextTimerAsync'));
afterEach(() => vi.useRealTimers());

/** A page at `opener` that opened pages at `opened`; the case is about the first of those. */
async function close(opener: string, opened: string[], change = {}) {
  const { fake, openCase, tell } = await startWorker();
  const { closeCase } = await import('../../../src/background/close-case');
  const { blockFor } = await import('../../../src/background/block-return');
  const root = fake.addTab(opener);
  const tabs = opened.map((url) => fake.addTab(url));
  await tell(root.id, { level: 'warn', opened: tabs.map(({ id }) => ({ tabId: id, at: 1 })) }, opener);
  for (const tab of tabs) await tell(tab.id, { openedBy: root.id }, tab.url);
  await openCase(tabs[0]?.id ?? 0, change);
  await closeCase('case-1', 'key');
  return { fake, blockFor };
}

describe('the addresses of a family that was closed', () => {
  it('on the same site are all held back: of the window it opened, and of the page that opened it', async () => {
    const { fake, blockFor } = await close('http://scam.test/', ['http://scam.test/again?1']);
    expect(await blockFor('http://scam.test/')).toMatchObject({ caseId: 'case-1' });
    expect(await blockFor('http://scam.test/again?2')).toMatchObject({ caseId: 'case-1' });
    expect(await blockFor('http://scam.test/other')).toBeNull();
    expect(fake.rules.size).toBe(2);
  });

  it('stand as session rules too, with the same numbers: those are there sooner', async () => {
    const { fake } = await close('http://scam.test/', ['http://scam.test/again?1']);
    expect([...fake.sessionRules.keys()]).toEqual([...fake.rules.keys()]);
  });

  it('are let through again by both kinds of rule', async () => {
    const { fake } = await close('http://scam.test/', ['http://scam.test/again?1']);
    const { unblock } = await import('../../../src/background/block-return');
    await unblock('http://scam.test/');
    expect([fake.rules.size, fake.sessionRules.size]).toEqual([0, 0]);
  });

  it('are let through again also where the list could not be written', async () => {
    const { fake, openCase, cases } = await startWorker();
    const { closeCase } = await import('../../../src/background/close-case');
    const { reopen } = await import('../../../src/background/mistake');
    fake.faults.set('storage.local.set', 'reject');
    await openCase(fake.addTab('http://bakery.test/alert').id);
    await closeCase('case-1', 'itself');
    expect([fake.rules.size, fake.sessionRules.size]).toEqual([1, 1]);
    const known = await cases.read('case-1');
    expect(known && (await reopen(known))).toEqual({ ok: true });
    expect([fake.rules.size, fake.sessionRules.size]).toEqual([0, 0]);
  });

  it('of before stay held back, and in the list, where it cannot be read at the next closing', async () => {
    const { fake, openCase } = await startWorker();
    const { closeCase } = await import('../../../src/background/close-case');
    const { blockFor } = await import('../../../src/background/block-return');
    await openCase(fake.addTab('http://one.test/a').id);
    await closeCase('case-1', 'itself');
    fake.faults.set('storage.local.get', 'reject');
    await openCase(fake.addTab('http://two.test/a').id, { id: 'case-2' });
    await closeCase('case-2', 'itself');
    fake.faults.delete('storage.local.get');
    expect(fake.rules.size).toBe(2);
    expect(await blockFor('http://one.test/a')).toMatchObject({ caseId: 'case-1' });
  });

  it('are held back by a rule even where the list cannot be written, case after case', async () => {
    const { fake, openCase } = await startWorker();
    const { closeCase } = await import('../../../src/background/close-case');
    fake.faults.set('storage.local.set', 'reject');
    for (const id of ['case-1', 'case-2']) {
      await openCase(fake.addTab(`http://${id}.test/`).id, { id });
      await closeCase(id, 'key');
    }
    expect(JSON.stringify([...fake.rules.values()])).toContain('case-2');
  });

  it('need one rule for windows that differ only in their query', async () => {
    const windows = Array.from({ length: 20 }, (_, index) => `http://scam.test/again?${index}`);
    const { fake } = await close('http://scam.test/', windows);
    expect(fake.rules.size).toBe(2);
  });

  it('on another site are let be: it may be an honest one', async () => {
    const { blockFor } = await close('http://scam.test/', ['http://scam.test/again', 'http://shop.test/']);
    expect(await blockFor('http://shop.test/')).toBeNull();
  });

  it('on an honest site with an injected number are let be, all but the very one', async () => {
    const injected = { injectedIntoHonestSite: true };
    const { blockFor } = await close('http://search.test/', ['http://search.test/q?call'], injected);
    expect(await blockFor('http://search.test/q?call')).not.toBeNull();
    expect(await blockFor('http://search.test/')).toBeNull();
  });
});
