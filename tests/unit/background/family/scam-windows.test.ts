import { describe, expect, it, vi } from 'vitest';
import { CASE, SCAM, sorted, start } from '../tab-family';

describe('a scam that moves itself on', () => {
  /** A page at first.test, that told (or was silent), opened windows and went to the scam's host within two seconds. */
  async function movesOn(told?: 'warn') {
    const worker = await start();
    const tab = worker.add('http://first.test/');
    const at = Date.now() - 2_000;
    await worker.go(tab, 'http://first.test/', told, at);
    const windows = [
      await worker.open(tab, 'http://any.test/', { at, popup: true }),
      await worker.open(tab, 'about:blank', { at: at + 500, first: '' }),
      await worker.open(tab, 'http://scam.test/again', { at }),
    ];
    return { worker, tab, at, windows };
  }

  it('takes the windows with it that no press opens', async () => {
    const { worker, tab, windows, at } = await movesOn();
    const link = await worker.open(tab, 'http://bread.test/', { at: at - 3_000 });
    await worker.go(tab, SCAM, 'warn');
    const found = await worker.scamGroup(tab, CASE);
    expect(sorted(found)).toEqual([tab, ...windows]);
    expect(found).not.toContain(link);
  });

  /** A page that opened three tabs in one second. @returns them, and when the first came */
  async function opensThree() {
    const worker = await start();
    const tab = worker.add('http://first.test/');
    const at = Date.now() - 2_000;
    const burst: number[] = [];
    for (const shift of [0, 200, 900])
      burst.push(await worker.open(tab, `http://any.test/${shift}`, { at: at + shift }));
    return { worker, tab, at, burst };
  }

  it('takes tabs with it that were opened three and more in one second', async () => {
    const { worker, tab, burst } = await opensThree();
    await worker.go(tab, SCAM, 'warn');
    expect(sorted(await worker.scamGroup(tab, CASE))).toEqual([tab, ...burst]);
  });

  it('takes what a suspicious page of another host among them has opened, which was sent on at once', async () => {
    const worker = await start();
    const tab = worker.add(SCAM);
    await worker.go(tab, SCAM, 'warn', Date.now() - 3_000);
    const advert = await worker.open(tab, 'http://advert.test/');
    await worker.go(advert, 'http://advert.test/', 'warn', Date.now() - 2_000);
    const next = await worker.open(advert, 'http://next.test/', { at: Date.now() - 1_000 });
    expect(sorted(await worker.scamGroup(tab, CASE))).toEqual([tab, advert, next]);
  });

  it('leaves what a quiet page among those has opened, of which the browser has not told from where', async () => {
    const { worker, tab, at, burst } = await opensThree();
    await worker.go(burst[0] ?? 0, 'http://any.test/0', 'quiet', at);
    const friend = worker.add('http://friend.test/');
    await worker.noteOpened(burst[0] ?? 0, friend, at + 1_000);
    await worker.go(tab, SCAM, 'warn');
    expect(sorted(await worker.scamGroup(tab, CASE))).toEqual([tab, ...burst]);
  });

  it('leaves links to the person that were pressed one after the other, three within two seconds', async () => {
    const worker = await start();
    const tab = worker.add('http://first.test/');
    const at = Date.now() - 3_000;
    for (const shift of [0, 900, 1_800])
      await worker.open(tab, `http://any.test/${shift}`, { at: at + shift });
    await worker.go(tab, SCAM, 'warn');
    expect(await worker.scamGroup(tab, CASE)).toEqual([tab]);
  });

  it('takes none of them where it came later than five seconds after', async () => {
    const { worker, tab, windows } = await movesOn();
    await worker.go(tab, SCAM, 'warn', Date.now() + 4_000);
    expect(await worker.scamGroup(tab, CASE)).toEqual([tab, windows[2]]);
  });

  it('takes everything that the host before opened where that was suspicious too', async () => {
    const { worker, tab, windows } = await movesOn('warn');
    const advert = await worker.open(tab, 'http://advert.test/');
    await worker.go(tab, SCAM, 'warn');
    expect(sorted(await worker.scamGroup(tab, CASE))).toEqual([tab, ...windows, advert]);
  });

  it('is one with what it opened while the browser has not told from where', async () => {
    const worker = await start();
    const tab = worker.add(SCAM);
    await worker.go(tab, SCAM, 'warn');
    const early = worker.add('http://early.test/');
    const late = worker.add('http://late.test/');
    await worker.noteOpened(tab, early, Date.now() - 6_000);
    await worker.noteOpened(tab, late, Date.now());
    expect(await worker.scamGroup(tab, CASE)).toEqual([tab, late]);
  });
});

describe('where a window came from', () => {
  it('is kept of an ordinary one', async () => {
    const worker = await start();
    const tab = worker.add(SCAM);
    const made = await worker.open(tab, 'http://advert.test/', { popup: true, at: 7 });
    const { opened, incognito } = await worker.tabStates.read(String(tab));
    expect(opened[0]).toEqual({ tabId: made, at: 7, from: 'scam.test', first: 'advert.test', popup: true });
    expect(incognito).toBe(false);
  });

  it.each([true, false])(
    'of which only the window is left is private where that is: %s',
    async (incognito) => {
      const worker = await start();
      const made = worker.fake.addTab('http://advert.test/', { incognito }).id;
      await worker.noteOpened(99, made, 7);
      await worker.noteOrigin(99, made, 'http://advert.test/');
      expect((await worker.tabStates.read('99')).incognito).toBe(incognito);
    },
  );

  it('of a private one is not written down', async () => {
    const worker = await start();
    const tab = worker.fake.addTab('http://secret.test/', { incognito: true }).id;
    await worker.open(tab, 'http://also-secret.test/');
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(JSON.stringify([...worker.fake.stores.session])).toContain('"opened"');
    expect(JSON.stringify([...worker.fake.stores.session])).not.toContain('secret');
  });

  it('is not written down where nothing tells whether it is private', async () => {
    const worker = await start();
    worker.fake.faults.set('tabs.get', 'reject');
    await worker.noteOpened(98, 99, 7);
    await worker.noteOrigin(98, 99, 'http://secret.test/');
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(JSON.stringify([...worker.fake.stores.session])).toContain('"opened"');
    expect(JSON.stringify([...worker.fake.stores.session])).not.toContain('secret');
  });

  it('stays unknown where the browser does not answer', async () => {
    vi.useFakeTimers().setTimerTickMode('nextTimerAsync');
    const worker = await start();
    const tab = worker.add(SCAM);
    await worker.tell(tab, {}, SCAM); // so that it is known to be no private one
    worker.fake.faults.set('tabs.get', 'hang');
    const made = await worker.open(tab, 'http://advert.test/', { at: 7 });
    vi.useRealTimers();
    const [entry] = (await worker.tabStates.read(String(tab))).opened;
    expect(entry).toEqual({ tabId: made, at: 7, first: 'advert.test', popup: false });
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

  it('belongs to it no more once that turned out to be a mistake; what is still being closed does', async () => {
    const { joinClosing, leaveClosing, belongsToClosing } = await start();
    await joinClosing([1, 2], 10_000);
    await leaveClosing([1]);
    expect(await belongsToClosing(1, 10_001)).toBe(false);
    expect(await belongsToClosing(2, 14_999)).toBe(true);
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
    const { homeOf, ids, fake } = await popups(3);
    expect(await homeOf(ids[3] ?? 0, 13)).toEqual({ windowId: 1, holds: true });
    fake.popupWindows.delete(12);
    expect(await homeOf(ids[3] ?? 0, 13)).toEqual({ windowId: 12, holds: true });
  });

  it('is looked for four windows back and not farther', async () => {
    const { homeOf, ids } = await popups(6);
    expect(await homeOf(ids[4] ?? 0, 14)).toEqual({ windowId: 1 });
    expect(await homeOf(ids[6] ?? 0, 16)).toEqual({ windowId: 12 });
  });

  it('is the popup itself where nobody is known to have opened it', async () => {
    const { homeOf, fake } = await popups(0);
    fake.popupWindows.add(20);
    const lonely = fake.addTab('http://scam.test/lonely', { windowId: 20 });
    expect(await homeOf(lonely.id, 20)).toEqual({ windowId: 20 });
  });
});
