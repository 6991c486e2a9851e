import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

vi.mock('../../../src/browser/api', () => ({ browser: {} }));

const { closeTab } = await import('../../../src/background/close-tab');
type CloseCalls = import('../../../src/background/close-tab').CloseCalls;

/** A browser with tabs that behave as measured in facts/chromium.md and facts/firefox.md. */
class FakeBrowser implements CloseCalls {
  readonly tabs = new Set([1]);
  removes = 0;
  constructor(
    private readonly trait: {
      discardFails?: boolean;
      discardHangs?: boolean;
      removeHangs?: number;
      neverGoes?: boolean;
    },
  ) {}

  exists(tabId: number) {
    return Promise.resolve(this.tabs.has(tabId));
  }

  discard(tabId: number): Promise<number | null> {
    if (this.trait.discardHangs) return new Promise(() => undefined);
    if (this.trait.discardFails) return Promise.reject(new Error('Cannot discard'));
    if (!this.tabs.delete(tabId)) return Promise.reject(new Error('No tab'));
    this.tabs.add(tabId + 100);
    return Promise.resolve(tabId + 100);
  }

  remove(tabId: number): Promise<void> {
    if (!this.tabs.has(tabId)) return Promise.reject(new Error('No tab'));
    this.removes += 1;
    if (this.trait.neverGoes || this.removes <= (this.trait.removeHangs ?? 0))
      return new Promise(() => undefined);
    this.tabs.delete(tabId);
    return Promise.resolve();
  }

  replace(): Promise<void> {
    return Promise.resolve();
  }
}

/** The clock leaps to whatever is waited for next. */
beforeEach(() => void vi.useFakeTimers().setTimerTickMode('nextTimerAsync'));
afterEach(() => vi.useRealTimers());

describe('closing a tab in Chrome', () => {
  it('discards it and removes the new id', async () => {
    const fake = new FakeBrowser({});
    expect(await closeTab(1, fake, false, 5)).toBe('closed');
    expect(fake.tabs.size).toBe(0);
    expect(fake.removes).toBe(1);
  });

  it.each([{ discardFails: true }, { discardHangs: true }])('removes the old id when %o', async (trait) => {
    const fake = new FakeBrowser(trait);
    expect(await closeTab(1, fake, false, 5)).toBe('closed');
  });

  it('repeats a remove that hangs behind "Leave site?"', async () => {
    const fake = new FakeBrowser({ discardFails: true, removeHangs: 2 });
    expect(await closeTab(1, fake, false, 5)).toBe('closed');
    expect(fake.removes).toBe(3);
  });

  it('says so when the tab stays whatever is tried', async () => {
    expect(await closeTab(1, new FakeBrowser({ neverGoes: true }), false, 5)).toBe('stuck');
  });
});

describe('closing a tab in Firefox', () => {
  it('asks twice without waiting, which gets past "Leave page?"', async () => {
    const fake = new FakeBrowser({ removeHangs: 1 });
    const from = Date.now();
    expect(await closeTab(1, fake, true, 5)).toBe('closed');
    expect(fake.removes).toBe(2);
    expect(Date.now() - from).toBeLessThan(200);
  });
});
