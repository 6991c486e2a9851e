import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Case } from '../../../src/messages/ui-messages';
import { Alarms } from '../../eval/honest-alarms';
import { HonestWindow, Served } from '../../eval/honest-window';
import type { BrowserRig } from '../../rig/browser-rig';

afterEach(() => vi.useRealTimers());

/** A browser in which each page loads, or none, and the case, if any, is there when it has been looked for so often. */
function browser(loads: boolean, noticedAt = Infinity) {
  let windows = 0;
  let looks = 0;
  const ask = vi.fn((body: string) => {
    if (body.includes('windows.create')) return Promise.resolve((windows += 1));
    if (body.includes('storage.session'))
      return Promise.resolve(++looks >= noticedAt ? { host: 'own.localhost' } : null);
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

  it.each([
    ['noticed', 1],
    ['noticed', 4],
    ['http://own.localhost/ was not noticed: what was quiet before it says nothing.', Infinity],
  ])('means something where a scam in the same window is (%s)', async (told, noticedAt) => {
    vi.useFakeTimers();
    const { rig } = browser(true, noticedAt);
    const proof = new HonestWindow(rig, 600).prove('http://own.localhost/').then(
      () => 'noticed',
      (error: Error) => error.message,
    );
    await vi.advanceTimersByTimeAsync(30_000);
    expect(await proof).toBe(told);
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

describe('the alarms of a run over honest pages', () => {
  const about = (host: string) => ({ host, level: 'warn', reasons: [{ id: 'words' }] }) as unknown as Case; // what is read of it

  it('are those that came after their page had been left, too, each once', () => {
    vi.spyOn(console, 'log').mockReturnValue();
    const alarms = new Alarms(['a.html', 'b.html']);
    alarms.add('a.html', about('doc-0.localhost'));
    alarms.addLate([about('doc-0.localhost'), about('doc-1.localhost:80'), about('own-1.localhost')]);
    expect(alarms.all.map(({ page }) => page)).toEqual(['a.html', 'b.html']);
  });
});
