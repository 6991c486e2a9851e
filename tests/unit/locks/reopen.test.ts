import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Session } from '../../bench/locks/session';
import { launch } from '../../rig/launch';

vi.mock('../../rig/launch', () => ({ launch: vi.fn() }));
vi.mock('../../rig/real-window', () => ({
  openRealWindow: () => Promise.resolve({ close: () => undefined }),
}));
vi.mock('../../bench/locks/sound-device', () => ({ haveSoundDevice: () => undefined }));
beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const ADDRESS = 'http://scam.localhost/';
interface Tab {
  url: string;
  status: string;
}

/** A tab opened again, of which the browser says this after so many ms; null where it has been closed. */
async function reopened(tabAfter: (ms: number) => Tab | null): Promise<string | undefined> {
  let opened = 0;
  const tabs = {
    create: () => Promise.resolve({ id: 7, at: (opened = Date.now()) }),
    get: () => {
      const tab = tabAfter(Date.now() - opened);
      return tab ? Promise.resolve(tab) : Promise.reject(new Error('no tab'));
    },
  };
  const ask = (body: string): Promise<unknown> =>
    body.includes('tabs.create') || body.includes('tabs.get(')
      ? // The body is this project's own.
        (
          new Function('browser', 'window', `return (async () => { ${body} })()`) as (
            ...of: unknown[]
          ) => Promise<unknown>
        )({ tabs }, { tracker: {} })
      : Promise.resolve(0);
  vi.mocked(launch).mockResolvedValue({ ask, alive: () => true } as never); // all that a session asks of it
  const session = await Session.open('firefox', '', false);
  const end = session.ready(true).then(() => session.reopen(ADDRESS));
  await vi.advanceTimersByTimeAsync(30_000);
  return end;
}

const blank = { url: 'about:blank', status: 'complete' };

it('a tab opened again is looked at when it has loaded something', async () => {
  const slow = (ms: number) => (ms < 3_000 ? blank : { url: ADDRESS, status: 'complete' });
  expect(await reopened(slow)).toBe(ADDRESS);
  const held = { url: 'moz-extension://ours/warning.html', status: 'complete' };
  expect(await reopened((ms) => (ms < 2_000 ? { url: ADDRESS, status: 'loading' } : held))).toBe(held.url);
});

it('one that never ends loading is where it came to, and one that comes nowhere says nothing', async () => {
  expect(await reopened(() => ({ url: ADDRESS, status: 'loading' }))).toBe(ADDRESS);
  expect(await reopened(() => ({ ...blank, status: 'loading' }))).toBeUndefined();
  expect(await reopened(() => null)).toBe('closed');
});
