import { expect, it, vi } from 'vitest';
import { runOnce } from '../../bench/locks/run-once';
import type { Way } from '../../bench/locks/row';

type Run = Parameters<typeof runOnce>[0];

vi.mock('../../bench/locks/left', () => ({ lookAfter: () => Promise.resolve({}), NOTHING_SEEN: {} }));

/** What the browser and the page tell, and what was asked of the browser, in this order. */
interface Told {
  /** When the page's act began, its second dialog came, and its last tab went. */
  began?: number;
  second?: number;
  gone?: number;
  /** The worker is stopped when it is looked at. */
  stopped?: boolean;
}

function runOf({ began = 0, second, gone = 0, stopped = false }: Told, did: string[] = []): Run {
  const note =
    <T>(what: string, answer?: T) =>
    () => {
      did.push(what);
      return Promise.resolve(answer);
    };
  const session = {
    ready: () => Promise.resolve(),
    openVictim: () => Promise.resolve({ tabId: 1, windowId: 2 }),
    caseOf: () => Promise.resolve({ state: 'closed', noticedAt: 1, timing: { warnedMs: 1 } }),
    goneAt: () => Promise.resolve(gone),
    windowThere: () => Promise.resolve(true),
    tidy: () => Promise.resolve(),
    closeKey: note('asked for the key', 'alt+shift+q'),
    sendWorkerToSleep: note('stopped the worker', stopped),
    screen: { key: note('pressed') },
  };
  const server = { address: () => 'http://x.localhost/', began: () => began, second: () => second };
  const technique = { id: 'x', at: 'load', traps: true, loop: true };
  return { session, server, technique, run: 'r', asleep: true } as unknown as Run; // all that it asks of them
}

const alone = (told: Told) => runOnce(runOf(told), 'itself' satisfies Way, false);

it('a loop is timed from its second dialog, and from its act where that came only as the page was gone', async () => {
  expect(await alone({ began: 1_000, second: 1_400, gone: 1_500 })).toMatchObject({ closedMs: 100 });
  expect(await alone({ began: 1_000, second: 1_501, gone: 1_500 })).toMatchObject({ closedMs: 500 });
  expect(await alone({ began: 1_000, gone: 1_500 })).toMatchObject({ closedMs: 500 });
});

it('the worker is stopped right before the press, and is asleep only where it was seen to be', async () => {
  for (const stopped of [true, false]) {
    const did: string[] = [];
    const outcome = await runOnce(runOf({ stopped }, did), 'key', false);
    expect(outcome).toMatchObject({ trouble: '', asleep: stopped });
    expect(did).toEqual(['asked for the key', 'stopped the worker', 'pressed']);
  }
});
