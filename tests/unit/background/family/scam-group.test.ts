import { describe, expect, it, vi } from 'vitest';
import { CASE, HOUR, MINUTE, row, SCAM, sorted, start } from '../tab-family';

describe('the tabs of one scam', () => {
  it('are itself where it opened none and nobody opened it', async () => {
    const worker = await start();
    const [tab] = await row(worker, [SCAM]);
    expect(await worker.scamGroup(tab ?? 0)).toEqual([tab]);
  });

  it('are the ones it opened and those opened in turn, four deep', async () => {
    const worker = await start();
    const ids = await row(worker, ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((name) => `http://${name}.test/`), true); // prettier-ignore
    expect(await worker.scamGroup(ids[0] ?? 0)).toEqual(ids.slice(0, 5));
  });

  it('are each named once where two tabs say that they opened each other', async () => {
    const worker = await start();
    const ids = await row(worker, [SCAM, 'http://scam.test/two']);
    await worker.noteOpened(ids[1] ?? 0, ids[0] ?? 0, 5);
    expect(sorted(await worker.scamGroup(ids[0] ?? 0))).toEqual(ids);
  });

  it('take the page in that opened it where that is suspicious, with its other windows', async () => {
    const worker = await start();
    const [opener, scam] = await row(worker, ['http://kit.test/', SCAM]);
    const sister = await worker.open(opener ?? 0, 'http://sister.test/');
    await worker.tell(opener ?? 0, { level: 'warn' });
    expect(sorted(await worker.scamGroup(scam ?? 0))).toEqual([opener, scam, sister]);
  });

  it('take the page in that opened it where that is of the same host', async () => {
    const worker = await start();
    const ids = await row(worker, ['http://scam.test/a', 'http://scam.test/b']);
    expect(sorted(await worker.scamGroup(ids[1] ?? 0))).toEqual(ids);
  });

  it('go up to the fifth page of a row of one host and not farther', async () => {
    const worker = await start();
    const ids = await row(worker, [1, 2, 3, 4, 5, 6, 7].map((page) => `http://scam.test/${page}`)); // prettier-ignore
    expect(sorted(await worker.scamGroup(ids[6] ?? 0))).toEqual(ids.slice(2));
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
    const [opener, scam] = await row(worker, [SCAM, SCAM]);
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

describe('tabs that a scam leaves standing', () => {
  it('are those opened from an honest page that its tab showed before: the bank and the mail', async () => {
    for (const ago of [HOUR, 1_000]) {
      const worker = await start();
      const tab = worker.add('http://search.test/');
      for (const url of ['http://bank.test/', 'http://mail.test/'])
        await worker.open(tab, url, { at: Date.now() - ago });
      await worker.go(tab, SCAM, 'warn');
      const popunder = await worker.open(tab, 'http://advert.test/');
      expect(await worker.scamGroup(tab, CASE)).toEqual([tab, popunder]);
    }
  });

  it('are also those of its own host, opened long before it came', async () => {
    const worker = await start();
    const tab = worker.add('http://scam.test/harmless');
    const before = await worker.open(tab, 'http://bank.test/', { at: Date.now() - 3 * MINUTE });
    const waiting = await worker.open(tab, 'http://advert.test/', { at: Date.now() - MINUTE, first: '' });
    await worker.go(tab, SCAM, 'warn');
    expect(await worker.scamGroup(tab, CASE)).not.toContain(before);
    // The person may have gone on in that one: it is not where it was sent to.
    expect(await worker.scamGroup(tab, CASE)).not.toContain(waiting);
  });

  it('are an honest page that opened it, with all that this page opened besides', async () => {
    const worker = await start();
    const [news, scam] = await row(worker, ['http://news.test/', SCAM]);
    const article = await worker.open(news ?? 0, 'http://news.test/article');
    await worker.tell(scam ?? 0, { level: 'warn' });
    expect(await worker.scamGroup(scam ?? 0, CASE)).toEqual([scam]);
    expect(await worker.scamGroup(news ?? 0)).toContain(article);
  });

  it('are what a hacked honest page opened besides: only the way from it to the scam goes', async () => {
    const worker = await start();
    const [lure, scam] = await row(worker, ['http://scam.test/bakery', SCAM]);
    const bank = await worker.open(lure ?? 0, 'http://bank.test/', { at: Date.now() - 4_000 });
    const page = await worker.open(lure ?? 0, 'http://scam.test/bread', { at: Date.now() - 2_000 });
    const window = await worker.open(lure ?? 0, 'http://scam.test/again', { popup: true });
    const other = await worker.open(lure ?? 0, 'http://locker.test/');
    await worker.tell(other, { level: 'warn' });
    await worker.tell(scam ?? 0, { level: 'warn' });
    const found = await worker.scamGroup(scam ?? 0, CASE);
    expect(sorted(found)).toEqual([lure, scam, window, other]);
    expect([bank, page].filter((id) => found.includes(id))).toEqual([]);
  });

  it('are windows it opened in which the person has gone on to another site', async () => {
    const worker = await start();
    const tab = worker.add(SCAM);
    const at = Date.now() - MINUTE;
    await worker.go(tab, SCAM, 'warn', at);
    const left = await worker.open(tab, 'http://mail.test/', { at, first: 'http://advert.test/' });
    const kept = await worker.open(tab, 'http://advert.test/', { at });
    const popup = await worker.open(tab, 'http://forwarded.test/', {
      at,
      first: 'http://advert.test/',
      popup: true,
    });
    const loading = await worker.open(tab, 'http://next.test/', { at, first: 'http://advert.test/' });
    Object.assign(worker.fake.tabList.get(loading) ?? {}, { status: 'loading' });
    const young = await worker.open(tab, 'http://forwarded.test/', { first: 'http://advert.test/' });
    const found = await worker.scamGroup(tab, CASE);
    expect(sorted(found)).toEqual([tab, kept, popup, loading, young]);
    expect(found).not.toContain(left);
  });

  it('are those of a page that the person just wants gone, and of an honest site with a number put into it', async () => {
    const worker = await start();
    const tab = worker.add('http://search.test/');
    const mail = await worker.open(tab, 'http://mail.test/');
    const popup = await worker.open(mail, 'http://mail.test/write', { popup: true });
    for (const known of [
      { host: 'search.test', level: 'quiet' as const, injectedIntoHonestSite: false },
      { host: 'search.test', level: 'warn' as const, injectedIntoHonestSite: true },
    ])
      expect(await worker.scamGroup(tab, known)).toEqual([tab]);
    expect(await worker.scamGroup(popup, { ...CASE, level: 'quiet' })).toEqual([popup]);
    const ofMail = { ...CASE, host: 'mail.test' };
    expect(await worker.scamGroup(popup, { ...ofMail, level: 'quiet' }), 'nor what opened it').toEqual([
      popup,
    ]);
    expect(await worker.scamGroup(mail, { ...CASE, level: 'quiet' })).toEqual([mail]);
  });

  it('are the honest page that was silent where a scam had been, and what it opened', async () => {
    const worker = await start();
    const tab = worker.add(SCAM);
    await worker.go(tab, SCAM, 'warn');
    const popunder = await worker.open(tab, 'http://advert.test/');
    await worker.go(tab, 'http://mail.test/');
    const letter = await worker.open(tab, 'http://mail.test/letter', { popup: true });
    const link = await worker.open(tab, 'http://bank.test/');
    expect(sorted(await worker.scamGroup(tab, CASE))).toEqual([tab, popunder]);
    expect([letter, link]).not.toContain(popunder);
    // Whoever was opened from there later has nothing to do with it either.
    await worker.go(link, 'http://other.test/', 'warn');
    expect(await worker.scamGroup(link)).toEqual([link]);
  });
});

describe('the page that opened a scam', () => {
  it('is left standing where the person has gone on to its own site in the tab of the scam', async () => {
    const worker = await start();
    const mail = worker.add('http://mail.test/');
    const tab = await worker.open(mail, SCAM);
    await worker.go(tab, SCAM, 'warn');
    await worker.go(tab, 'http://mail.test/letter');
    expect(await worker.scamGroup(tab, CASE)).toEqual([tab]);
  });

  it.each([
    ['is silent yet, before the scam has a case', undefined, null],
    ['is silent yet', undefined, CASE],
    ['has told its first word', 'quiet', CASE],
  ] as const)(
    'is, too, while the scam’s tab loads a page of that site: one that %s',
    async (_how, told, known) => {
      const worker = await start();
      const [, forum] = await row(worker, ['http://forum.test/1', 'http://forum.test/2']);
      const tab = await worker.open(forum ?? 0, SCAM);
      await worker.go(tab, SCAM, 'warn');
      await worker.go(tab, 'http://forum.test/3', told);
      Object.assign(worker.fake.tabList.get(tab) ?? {}, { status: 'loading' });
      expect(await worker.scamGroup(tab, known)).toEqual([tab]);
    },
  );

  it('goes with it where it is of another host that the scam moved to, and told its words from', async () => {
    const worker = await start();
    const other = worker.add('http://two.test/a');
    const tab = await worker.open(other, SCAM);
    await worker.go(tab, SCAM, 'warn');
    await worker.go(tab, 'http://two.test/b', 'warn');
    expect(sorted(await worker.scamGroup(tab, CASE))).toEqual([other, tab]);
  });

  it.each([
    ['goes with it where that one has no address of its own, but was opened by its very site', 0, true],
    ['is left standing where a frame in it did that, an advert perhaps', 3, false],
  ])('%s', async (_what, frame, goes) => {
    for (const blank of ['about:blank', 'blob:http://kit.test/5e1f']) {
      const worker = await start();
      const opener = worker.add('http://kit.test/');
      const window = await worker.open(opener, blank, { popup: true, frame });
      await worker.go(window, blank, 'warn');
      const found = await worker.scamGroup(window, { ...CASE, host: '' });
      expect(sorted(found)).toEqual(goes ? [opener, window] : [window]);
    }
  });

  it('is left standing where the person has gone on in it since it opened a page without an address', async () => {
    const worker = await start();
    const opener = worker.add('http://kit.test/');
    const window = await worker.open(opener, 'about:blank', { popup: true });
    await worker.go(window, 'about:blank', 'warn');
    await worker.go(opener, 'http://mail.test/');
    expect(await worker.scamGroup(window, { ...CASE, host: '' })).toEqual([window]);
  });

  it('goes with it where a busy browser does not say what the two show: by what they told', async () => {
    vi.useFakeTimers().setTimerTickMode('nextTimerAsync');
    const worker = await start();
    const opener = worker.add('http://scam.test/opener');
    await worker.go(opener, 'http://scam.test/opener', 'quiet');
    const tab = await worker.open(opener, SCAM);
    await worker.go(tab, SCAM, 'warn');
    worker.fake.faults.set('tabs.get', 'hang');
    const found = await worker.scamGroup(tab, CASE);
    vi.useRealTimers();
    expect(sorted(found)).toEqual([opener, tab]);
  });
});
