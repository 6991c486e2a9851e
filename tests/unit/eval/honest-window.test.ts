import { afterEach, describe, expect, it, vi } from 'vitest';
import { HonestWindow, Served } from '../../eval/honest-window';
import type { BrowserRig } from '../../rig/browser-rig';

afterEach(() => vi.useRealTimers());

/** A browser in which each page loads, or none, and no case is ever there. */
function browser(loads: boolean) {
  let windows = 0;
  const ask = vi.fn((body: string) => {
    if (body.includes('windows.create')) return Promise.resolve((windows += 1));
    return Promise.resolve(body.includes('tabs.get') ? loads : null);
  });
  return { rig: { ask } as unknown as BrowserRig, windows: () => windows }; // all that a window asks of it
}

async function shown(window: HonestWindow) {
  vi.useFakeTimers();
  const told = window.show('http://doc-1.localhost/a.html').then(
    (found) => found ?? 'quiet',
    (error: Error) => error.message,
  );
  await vi.advanceTimersByTimeAsync(20_000);
  return told;
}

describe('an honest page', () => {
  it('is quiet where it was there and no case is', async () => {
    const { rig, windows } = browser(true);
    const window = new HonestWindow(rig, 600);
    expect([await shown(window), await shown(window)]).toEqual(['quiet', 'quiet']);
    expect(windows()).toBe(1);
  });

  it('that does not load is no quiet one, and the next has a window of its own', async () => {
    const { rig, windows } = browser(false);
    const window = new HonestWindow(rig, 600);
    expect([await shown(window), await shown(window)]).toEqual(Array(2).fill('not loaded in 10000 ms'));
    expect(windows()).toBe(2);
  });

  it('was only served where the server had something under its own address', async () => {
    const served = new Served(({ path }) => (path === '/c%23.html' ? 'Hi' : undefined));
    const ask = (path: string) => served.source({ site: 'doc-1', path, query: new URLSearchParams() });
    await ask('/c%23.html');
    await ask('/gone.html');
    expect(served.has('http://doc-1.localhost:80/c%23.html')).toBe(true);
    expect(served.has('http://doc-1.localhost:80/gone.html')).toBe(false);
    expect(served.has('http://doc-2.localhost:80/c%23.html')).toBe(false);
  });
});
