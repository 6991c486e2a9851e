import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { CloseCalls } from '../../../../src/background/close/close-tab';
import { doneWithin } from '../clock-by-hand';
import { startWorker } from '../worker-parts';

vi.mock('../../../../src/browser/api', () => ({ browser: {} }));

const { closeTab } = await import('../../../../src/background/close/close-tab');

interface Trait {
  discardFails?: boolean;
  discardHangs?: boolean;
  /** ms until a discard answers; the tab has its new id by then. */
  discardTakes?: number;
  /** So many removes hang before one works. */
  removeHangs?: number;
  /** ms until a removed tab is gone. */
  removeTakes?: number;
  neverGoes?: boolean;
  /** Goes only once a page of ours stands in its place. */
  goesWhenReplaced?: boolean;
  asksInVain?: boolean;
}

/** A browser with tabs that behave as measured (docs/browser-facts.md). */
class Tabs implements CloseCalls {
  readonly open = new Set([1]);
  /** When each remove was asked for. */
  readonly removes: number[] = [];
  discards = 0;
  replaced = false;
  constructor(private readonly trait: Trait) {}

  exists(tabId: number): Promise<boolean> {
    if (this.trait.asksInVain) return Promise.reject(new Error('No tab'));
    return Promise.resolve(this.open.has(tabId));
  }

  async discard(tabId: number): Promise<number | null> {
    const { discardHangs, discardFails, discardTakes = 0 } = this.trait;
    this.discards += 1;
    if (discardHangs) return new Promise(() => undefined);
    if (discardFails || !this.open.delete(tabId)) throw new Error('Cannot discard');
    this.open.add(tabId + 100);
    await new Promise((done) => setTimeout(done, discardTakes));
    return tabId + 100;
  }

  remove(tabId: number): Promise<void> {
    if (!this.open.has(tabId)) return Promise.reject(new Error('No tab'));
    this.removes.push(Date.now());
    const { neverGoes, removeHangs = 0, goesWhenReplaced, removeTakes = 0 } = this.trait;
    const hangs = neverGoes || this.removes.length <= removeHangs || (goesWhenReplaced && !this.replaced);
    if (hangs) return new Promise(() => undefined);
    return new Promise((done) => setTimeout(() => done(void this.open.delete(tabId)), removeTakes));
  }

  replace(): Promise<void> {
    this.replaced = true;
    return Promise.resolve();
  }
}

/** The clock leaps to whatever is waited for next. */
beforeEach(() => void vi.useFakeTimers().setTimerTickMode('nextTimerAsync'));
afterEach(() => vi.useRealTimers());

describe('closing a tab in Chrome', () => {
  it('discards it and removes the new id', async () => {
    const tabs = new Tabs({});
    expect(await closeTab(1, { calls: tabs, firefox: false, repeatMs: 5 })).toBe('closed');
    expect(tabs.open.size).toBe(0);
    expect(tabs.removes).toHaveLength(1);
    expect(tabs.replaced).toBe(false);
  });

  it.each([{ discardFails: true }, { discardHangs: true }])('removes the old id when %o', async (trait) => {
    const tabs = new Tabs(trait);
    expect(await closeTab(1, { calls: tabs, firefox: false, repeatMs: 5 })).toBe('closed');
    expect(tabs.open.size).toBe(0);
  });

  it('removes the new id where the discard tells it only after the old one was seen to be gone', async () => {
    const tabs = new Tabs({ discardTakes: 600 });
    expect(await closeTab(1, { calls: tabs, firefox: false, repeatMs: 300 })).toBe('closed');
    await vi.advanceTimersByTimeAsync(1_000);
    expect(tabs.open.size).toBe(0);
  });

  it('repeats a remove that hangs behind "Leave site?", after a pause each', async () => {
    const tabs = new Tabs({ discardFails: true, removeHangs: 2 });
    expect(await closeTab(1, { calls: tabs, firefox: false, repeatMs: 700 })).toBe('closed');
    expect(tabs.removes).toHaveLength(3);
    const pauses = tabs.removes.slice(1).map((at, before) => at - (tabs.removes[before] ?? 0));
    for (const ms of pauses) expect(ms).toBeGreaterThanOrEqual(1_000);
  });

  it('waits for a tab that takes its time to go', async () => {
    const tabs = new Tabs({ removeTakes: 200 });
    expect(await closeTab(1, { calls: tabs, firefox: false, repeatMs: 700 })).toBe('closed');
    expect(tabs.removes).toHaveLength(1);
    expect(tabs.discards).toBe(1);
  });

  it('puts a page of ours in its place as the last resort', async () => {
    const tabs = new Tabs({ goesWhenReplaced: true });
    expect(await closeTab(1, { calls: tabs, firefox: false, repeatMs: 5 })).toBe('closed');
    expect(tabs.replaced).toBe(true);
  });

  it('says so when the tab stays whatever is tried, four times', async () => {
    const tabs = new Tabs({ neverGoes: true, discardFails: true });
    expect(await closeTab(1, { calls: tabs, firefox: false, repeatMs: 5 })).toBe('stuck');
    expect(tabs.discards).toBe(4);
    expect(tabs.removes).toHaveLength(5);
  });

  it('ends where the clock is put back meanwhile', async () => {
    const tabs = new Tabs({ neverGoes: true, discardFails: true });
    setTimeout(() => vi.setSystemTime(Date.now() - 60_000), 100);
    expect(await doneWithin(10_000, () => closeTab(1, { calls: tabs, firefox: false, repeatMs: 5 }))).toBe(
      'stuck',
    );
  });

  it('takes a tab that the browser does not know for closed', async () => {
    expect(await closeTab(1, { calls: new Tabs({ asksInVain: true }), firefox: false, repeatMs: 5 })).toBe(
      'closed',
    );
  });
});

describe('a tab that is not to go any more', () => {
  it.each([1, 2, 3, 4])('is left after try %s, and no page of ours is put in its place', async (tries) => {
    const tabs = new Tabs({ neverGoes: true, discardFails: true });
    const isWanted = (): Promise<boolean> => Promise.resolve(tabs.discards < tries);
    const closing = closeTab(1, { calls: tabs, firefox: false, repeatMs: 5, isWanted });
    expect(await closing).toBe('left');
    expect([tabs.discards, tabs.replaced]).toEqual([tries, false]);
  });
});

describe('closing a tab in Firefox', () => {
  it('asks twice without waiting, which gets past "Leave page?"', async () => {
    const tabs = new Tabs({ removeHangs: 1 });
    expect(await doneWithin(200, () => closeTab(1, { calls: tabs, firefox: true, repeatMs: 5 }))).toBe(
      'closed',
    );
    expect(tabs.removes).toHaveLength(2);
    expect(tabs.discards).toBe(0);
  });
});

describe('the calls of the browser', () => {
  async function start() {
    const { fake } = await startWorker();
    const { closeTab: close } = await import('../../../../src/background/close/close-tab');
    return { fake, close, tab: fake.addTab('http://scam.test/') };
  }

  it('close a tab by discarding and removing it', async () => {
    const { fake, close, tab } = await start();
    expect(await close(tab.id)).toBe('closed');
    expect(fake.tabList.size).toBe(0);
    expect(fake.calls).toContain('tabs.discard');
  });

  it('put the guide in the place of a tab that stays', async () => {
    const { fake, close, tab } = await start();
    fake.untouchable.add(tab.id);
    expect(await close(tab.id)).toBe('stuck');
    expect(tab.url).toBe('chrome-extension://sangfroid/src/ui/guide/guide.html');
  });

  it('that tell nothing about a tab mean that it is still there', async () => {
    const { fake, close, tab } = await start();
    fake.faults.set('tabs.get', 'hang');
    expect(await close(tab.id)).toBe('stuck');
  });
});
