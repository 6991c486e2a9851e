import { describe, expect, it, vi } from 'vitest';
import { startWorker } from './worker-parts';

async function start() {
  const worker = await startWorker();
  return { ...worker, ...(await import('../../../src/background/scam-group')) };
}

type Worker = Awaited<ReturnType<typeof start>>;

/** A row of tabs, each opened by the one before. @returns their ids. */
async function row(worker: Worker, addresses: string[]): Promise<number[]> {
  const ids = addresses.map((url) => worker.fake.addTab(url).id);
  for (let at = 1; at < ids.length; at += 1) await worker.noteOpened(ids[at - 1] ?? 0, ids[at] ?? 0, at);
  return ids;
}

describe('the tabs of one scam', () => {
  it('are itself where it opened none and nobody opened it', async () => {
    const worker = await start();
    const [tab] = await row(worker, ['http://scam.test/']);
    expect(await worker.scamGroup(tab ?? 0)).toEqual([tab]);
  });

  it('are the ones it opened and those opened in turn, four deep', async () => {
    const worker = await start();
    const ids = await row(
      worker,
      ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((name) => `http://${name}.test/`),
    );
    expect(await worker.scamGroup(ids[0] ?? 0)).toEqual(ids.slice(0, 5));
  });

  it('are each named once where two tabs say that they opened each other', async () => {
    const worker = await start();
    const ids = await row(worker, ['http://one.test/', 'http://two.test/']);
    await worker.noteOpened(ids[1] ?? 0, ids[0] ?? 0, 5);
    expect((await worker.scamGroup(ids[0] ?? 0)).sort()).toEqual(ids);
  });

  it('leave the honest page out that opened it', async () => {
    const worker = await start();
    const [news, scam] = await row(worker, ['http://news.test/', 'http://scam.test/']);
    expect(await worker.scamGroup(scam ?? 0)).toEqual([scam]);
    expect(await worker.scamGroup(news ?? 0)).toEqual([news, scam]);
  });

  it('take the page in that opened it where that is suspicious, with its other windows', async () => {
    const worker = await start();
    const [opener, scam] = await row(worker, ['http://kit.test/', 'http://scam.test/']);
    const sister = worker.fake.addTab('http://sister.test/').id;
    await worker.noteOpened(opener ?? 0, sister, 3);
    await worker.tell(opener ?? 0, { level: 'warn' });
    expect((await worker.scamGroup(scam ?? 0)).sort()).toEqual([opener, scam, sister].sort());
  });

  it('take the page in that opened it where that is of the same host', async () => {
    const worker = await start();
    const ids = await row(worker, ['http://scam.test/a', 'http://scam.test/b']);
    expect((await worker.scamGroup(ids[1] ?? 0)).sort()).toEqual(ids);
  });

  it('go up to the fifth page of a row of one host and not farther', async () => {
    const worker = await start();
    const ids = await row(worker, [1, 2, 3, 4, 5, 6, 7].map((page) => `http://scam.test/${page}`)); // prettier-ignore
    const found = await worker.scamGroup(ids[6] ?? 0);
    expect(found.sort((one, other) => one - other)).toEqual(ids.slice(2));
  });

  it('do not join by addresses that are empty, none, or of another port', async () => {
    for (const [one, other] of [
      ['', ''],
      ['none', 'none'],
      ['http://scam.test:81/', 'http://scam.test:82/'],
      ['http://scam.test/', 'none'],
      ['none', 'http://scam.test/'],
    ] as const) {
      const worker = await start();
      const [, scam] = await row(worker, [one, other]);
      expect(await worker.scamGroup(scam ?? 0)).toEqual([scam]);
    }
  });

  it('are known where the browser has closed the one that opened it', async () => {
    const worker = await start();
    const [opener, scam] = await row(worker, ['http://scam.test/', 'http://scam.test/']);
    worker.fake.tabList.delete(opener ?? 0);
    expect(await worker.scamGroup(scam ?? 0)).toEqual([scam]);
  });

  it('are remembered for the sixty newest windows', async () => {
    const worker = await start();
    let state = await worker.noteOpened(1, 2, 0);
    for (let tab = 3; tab < 80; tab += 1) state = await worker.noteOpened(1, tab, tab);
    expect(state.opened).toHaveLength(60);
    expect(state.opened.at(-1)).toEqual({ tabId: 79, at: 79 });
    expect((await worker.tabStates.read('79')).openedBy).toBe(1);
  });
});

describe('a tab that opens while its family is being closed', () => {
  it('belongs to it for five seconds', async () => {
    const { joinClosing, belongsToClosing } = await start();
    await joinClosing([1, 2], 10_000);
    expect(await belongsToClosing(2, 14_999)).toBe(true);
    expect(await belongsToClosing(2, 15_000)).toBe(false);
    expect(await belongsToClosing(3, 10_001)).toBe(false);
  });

  it('is known to a worker that starts in the middle', async () => {
    const { joinClosing, fake } = await start();
    await joinClosing([1, 2], 10_000);
    expect(fake.stores.session.get('closing:now')).toBeUndefined();
    await vi.waitFor(() =>
      expect(fake.stores.session.get('closing:now')).toEqual({ tabIds: [1, 2], at: 10_000 }),
    );
  });

  it('belongs to nobody before anything was closed', async () => {
    expect(await (await start()).belongsToClosing(1, 1)).toBe(false);
  });

  it('is added to a family that is still being closed, and begins a new one later', async () => {
    const { joinClosing, belongsToClosing } = await start();
    await joinClosing([1], 10_000);
    await joinClosing([2], 14_999);
    expect(await belongsToClosing(1, 15_000)).toBe(true);
    await joinClosing([3], 19_999);
    expect(await belongsToClosing(2, 20_000)).toBe(false);
    expect(await belongsToClosing(3, 20_000)).toBe(true);
  });

  it('is one of the two hundred newest', async () => {
    const { joinClosing, belongsToClosing } = await start();
    for (let tab = 0; tab <= 200; tab += 1) await joinClosing([tab], 10_000);
    expect(await belongsToClosing(0, 10_000)).toBe(false);
    expect(await belongsToClosing(1, 10_000)).toBe(true);
    expect(await belongsToClosing(200, 10_000)).toBe(true);
  });
});

describe('the window for a page of ours', () => {
  /** A row of popup windows 11, 12, 13 …, each opened by the page in the one before; the first from window 1. */
  async function popups(count: number) {
    const worker = await start();
    const ids = [worker.fake.addTab('http://scam.test/0', { windowId: 1 }).id];
    for (let at = 1; at <= count; at += 1) {
      worker.fake.popupWindows.add(10 + at);
      ids.push(worker.fake.addTab(`http://scam.test/${at}`, { windowId: 10 + at }).id);
      await worker.noteOpened(ids[at - 1] ?? 0, ids[at] ?? 0, at);
    }
    return { ...worker, ids };
  }

  it('is the first with a tab strip on the way to the page that opened it', async () => {
    const { homeWindow, ids, fake } = await popups(3);
    expect(await homeWindow(ids[3] ?? 0, 13)).toBe(1);
    fake.popupWindows.delete(12);
    expect(await homeWindow(ids[3] ?? 0, 13)).toBe(12);
  });

  it('is looked for four windows back and not farther', async () => {
    const { homeWindow, ids } = await popups(6);
    expect(await homeWindow(ids[4] ?? 0, 14)).toBe(1);
    expect(await homeWindow(ids[6] ?? 0, 16)).toBe(12);
  });

  it('is the popup itself where nobody is known to have opened it', async () => {
    const { homeWindow, fake } = await popups(0);
    fake.popupWindows.add(20);
    const lonely = fake.addTab('http://scam.test/lonely', { windowId: 20 });
    expect(await homeWindow(lonely.id, 20)).toBe(20);
  });
});
