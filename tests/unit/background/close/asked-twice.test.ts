import { describe, expect, it, vi } from 'vitest';
import { modulesFirst } from '../modules-first';
import { startWorker } from '../worker-parts';

modulesFirst(async () => {
  await startWorker();
  await import('../../../../src/background/close/close-any');
});

const settle = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

async function start() {
  const worker = await startWorker();
  return { ...worker, ...(await import('../../../../src/background/close/close-any')) };
}

describe('a frightened person who presses the keys again before the tab has gone', () => {
  it.each([0, 5])('(%s ms later) has one guide, one case and one entry in the journal', async (ms) => {
    const { fake, closeTabOf, cases, journal } = await start();
    const tab = fake.addTab('http://page.test/');
    const first = closeTabOf(tab.id, 'key');
    await settle(ms);
    const second = closeTabOf(tab.id, 'key');
    expect((await second)?.id).toBe((await first)?.id);
    expect(fake.tabList.has(tab.id)).toBe(false);
    expect(fake.ownPages()).toHaveLength(1);
    expect(await cases.ids()).toHaveLength(1);
    expect(journal.added).toHaveLength(1);
  });

  it('while it is being closed by itself opens no second case', async () => {
    const { fake, closeTabOf, openCase, cases, journal } = await start();
    const { closeCase } = await import('../../../../src/background/close/close-case');
    const tab = fake.addTab('http://scam.test/');
    await openCase(tab.id);
    const closing = closeCase('case-1', 'itself');
    await vi.waitFor(async () => expect((await cases.read('case-1'))?.state).toBe('closing'), {
      interval: 1,
    });
    expect(fake.tabList.has(tab.id)).toBe(true);
    expect(await closeTabOf(tab.id, 'key')).toMatchObject({ id: 'case-1', closedBy: 'itself' });
    await closing;
    expect([await cases.ids(), journal.added, fake.ownPages()]).toMatchObject([
      ['case-1'],
      [],
      [expect.any(String)],
    ]);
  });

  it('is not kept from trying again by a journal that hangs', async () => {
    const { fake, closeTabOf, journalHangs } = await start();
    const tab = fake.addTab('http://page.test/');
    journalHangs();
    fake.untouchable.add(tab.id);
    void closeTabOf(tab.id, 'key');
    await settle(10_000);
    fake.untouchable.clear();
    Object.assign(tab, { url: 'http://page.test/' });
    void closeTabOf(tab.id, 'key');
    await settle(2_000);
    expect(fake.tabList.has(tab.id)).toBe(false);
  });

  it('closes the next page in another tab as well', async () => {
    const { fake, closeTabOf, cases } = await start();
    const tabs = [fake.addTab('http://one.test/'), fake.addTab('http://two.test/')];
    await Promise.all(tabs.map(({ id }) => closeTabOf(id, 'key')));
    expect(tabs.some(({ id }) => fake.tabList.has(id))).toBe(false);
    expect(await cases.ids()).toHaveLength(2);
  });
});
