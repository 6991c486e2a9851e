import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { TabState } from '../../../../src/background/state/tab-state';
import { startWorker } from '../worker-parts';

const GUIDE = 'chrome-extension://sangfroid/src/ui/guide/guide.html?case=case-1';

/** The clock leaps to whatever is waited for next. */
beforeEach(() => void vi.useFakeTimers().setTimerTickMode('nextTimerAsync'));
afterEach(() => vi.useRealTimers());

async function start() {
  const worker = await startWorker();
  return { ...worker, ...(await import('../../../../src/background/close/close-case')) };
}

describe('a tab that has gone on to another site before it was closed', () => {
  type Told = 'honest' | 'acts only' | 'suspicious' | 'scam before, nothing here' | 'nothing';
  interface Now {
    status?: 'loading' | 'complete';
    url?: string;
    state?: Partial<TabState>;
  }
  const moved = async (told: Told, change: object = {}, now: Now = {}) => {
    const worker = await start();
    const { status = 'complete', url = 'http://bread.test/' } = now;
    const tab = worker.fake.addTab(url, { status });
    await worker.openCase(tab.id, { address: 'http://scam.test/', ...change });
    const before = told === 'scam before, nothing here';
    const frame = worker.newFrame('d', before ? 'http://scam.test/' : 'http://bread.test/page');
    const facts = told === 'acts only' ? null : ({} as NonNullable<typeof frame.facts>); // only whether there are any is asked
    const level = told === 'suspicious' || before ? ('warn' as const) : ('quiet' as const);
    await worker.tell(tab.id, {
      level,
      frames: told === 'nothing' ? {} : { 0: { ...frame, facts } },
      ...now.state,
    });
    const ended = await worker.closeCase('case-1', 'warning');
    return { ...worker, open: worker.fake.tabList.has(tab.id), ended };
  };

  it('is left alone where the new page is honest: the case is over', async () => {
    const { open, ended } = await moved('honest');
    expect(open).toBe(true);
    expect(ended).toMatchObject({ state: 'closed', closedBy: null });
    expect(ended?.closedAt).toBeGreaterThan(1_000_000_000_000);
  });

  it('is left alone where the new page gave no cause to look at it: it has loaded and told nothing', async () => {
    const { open, ended, fake } = await moved('scam before, nothing here');
    expect(open).toBe(true);
    expect(ended).toMatchObject({ state: 'closed', closedBy: null });
    expect(fake.ownPages()).toEqual([]);
    expect((await moved('nothing')).open).toBe(true);
    const inPrivate = { incognito: true, host: '' };
    expect((await moved('scam before, nothing here', inPrivate)).open).toBe(true);
  });

  it('is not the scam any more: what that had told is not judged again by the next worker', async () => {
    const framesOf = async (told: Told) => {
      const { fake, tabStates } = await moved(told);
      const [tab] = [...fake.tabList.values()].filter(({ url }) => url === 'http://bread.test/');
      return tabStates.read(String(tab?.id));
    };
    expect(await framesOf('scam before, nothing here')).toMatchObject({
      frames: {},
      level: 'quiet',
      score: 0,
    });
    expect((await framesOf('honest')).frames[0]?.address).toBe('http://bread.test/page');
  });

  it.each(['acts only', 'suspicious'] as const)('is closed where it told: %s', async (told) => {
    expect((await moved(told)).open).toBe(false);
  });

  it('is closed where it has not loaded yet: a scam on its way to its other host, or jammed there', async () => {
    const loading = { status: 'loading' } as const;
    expect((await moved('scam before, nothing here', {}, loading)).open).toBe(false);
    expect((await moved('nothing', {}, loading)).open).toBe(false);
  });

  it('is closed where it is a turn in a loop', async () => {
    const turns = { state: { documents: [1, 2, 3].map((ago) => Date.now() - ago) } };
    expect((await moved('scam before, nothing here', {}, turns)).open).toBe(false);
    const earlier = { state: { documents: [1, 2, 7_000].map((ago) => Date.now() - ago) } };
    expect((await moved('scam before, nothing here', {}, earlier)).open).toBe(true);
  });

  it('is closed where the scam comes back a moment later', async () => {
    const worker = await start();
    const tab = worker.fake.addTab('http://bread.test/');
    await worker.openCase(tab.id, { address: 'http://scam.test/' });
    await worker.tell(tab.id, { level: 'warn' }, 'http://scam.test/');
    setTimeout(() => Object.assign(tab, { url: 'http://scam.test/' }), 100);
    await worker.closeCase('case-1', 'warning');
    expect(worker.fake.tabList.has(tab.id)).toBe(false);
  });

  it('is left alone where it shows a file: no site leads there', async () => {
    const { open, ended } = await moved('nothing', {}, { url: 'file:///home/me/letter.html' });
    expect([open, ended?.state]).toEqual([true, 'closed']);
  });

  it('is closed where it shows a page without a host, or ours', async () => {
    for (const url of ['about:blank', 'blob:http://scam.test/1', GUIDE])
      expect((await moved('scam before, nothing here', {}, { url })).open).toBe(false);
  });

  it('is closed in a private window of which nothing is known any more', async () => {
    expect((await moved('nothing', { incognito: true, host: '' })).open).toBe(false);
  });

  it('stays while the windows of the scam go', async () => {
    const worker = await start();
    const tab = worker.fake.addTab('http://mail.test/');
    await worker.openCase(tab.id, { address: 'http://scam.test/' });
    await worker.tell(tab.id, { level: 'warn' }, 'http://scam.test/');
    const trap = worker.fake.addTab('http://trap.test/');
    await worker.tell(trap.id, { level: 'act', openedBy: tab.id }, trap.url);
    const opened = [{ tabId: trap.id, at: Date.now(), from: 'scam.test' }];
    await worker.tell(tab.id, { opened });
    expect(await worker.closeCase('case-1', 'itself')).toMatchObject({ state: 'closed', companions: 1 });
    expect([tab, trap].map(({ id }) => worker.fake.tabList.has(id))).toEqual([true, false]);
  });

  it('is closed where it was moved behind the warning: a person goes nowhere in a tab that they do not see', async () => {
    const behind = async (lastAccessed: number | undefined, change: object = {}, about: object = {}) => {
      const worker = await start();
      const noticedAt = Date.now() - 60_000;
      const tab = worker.fake.addTab('http://bread.test/wait', { active: false, ...change });
      if (lastAccessed !== undefined) Object.assign(tab, { lastAccessed: noticedAt + lastAccessed });
      const timing = { warnedMs: 90, closedMs: null };
      await worker.openCase(tab.id, {
        address: 'http://scam.test/',
        level: 'warn',
        noticedAt,
        timing,
        ...about,
      });
      await worker.tell(tab.id, { level: 'warn' }, 'http://scam.test/');
      const ended = await worker.closeCase('case-1', 'warning');
      const { heldAddressFor } = await import('../../../../src/background/hold-back/held-addresses');
      // What was called a scam stays away, wherever its tab has gone.
      expect(await heldAddressFor('http://scam.test/')).toMatchObject({ caseId: 'case-1' });
      expect(await heldAddressFor('http://bread.test/wait')).toBeNull();
      return { open: worker.fake.tabList.has(tab.id), by: ended?.closedBy };
    };
    expect(await behind(-5_000)).toEqual({ open: false, by: 'warning' });
    expect(await behind(100)).toEqual({ open: false, by: 'warning' });
    // The person was there since, or may have been.
    expect(await behind(30_000)).toEqual({ open: true, by: null });
    expect(await behind(undefined)).toEqual({ open: true, by: null });
    expect(await behind(-5_000, { active: true })).toEqual({ open: true, by: null });
    expect(await behind(-5_000, {}, { wasLeaving: true })).toEqual({ open: true, by: null });
  });

  it('is closed where the person asked for any page to be closed', async () => {
    expect((await moved('honest', { level: 'quiet' })).open).toBe(false);
  });

  it('is closed where the case does not know its host: a private window', async () => {
    expect((await moved('honest', { incognito: true, host: '' })).open).toBe(false);
    expect((await moved('honest', { host: '' })).open).toBe(false);
  });

  it('is closed where it stayed on the host that was judged', async () => {
    expect((await moved('honest', { address: 'http://bread.test/other', host: 'bread.test' })).open).toBe(
      false,
    );
  });

  it('is closed where the browser does not tell its address', async () => {
    const { fake, closeCase, openCase } = await start();
    const scam = fake.addTab('http://scam.test/');
    await openCase(scam.id);
    fake.faults.set('tabs.get', 'hang');
    await closeCase('case-1', 'key');
    expect(fake.tabList.has(scam.id)).toBe(false);
  });
});
