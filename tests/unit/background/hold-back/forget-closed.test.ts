import { beforeEach, describe, expect, it, vi } from 'vitest';

const SCAM = 'http://scam.test/alert';
/** The most that Firefox tells at once. */
const TOLD = 25;

interface Closed {
  tab?: { url: string; sessionId: string; windowId: number };
  window?: { sessionId: string; tabs: { url: string }[] };
}

/** What was closed, newest first, and the entries that the browser does not forget. */
const world = vi.hoisted(() => ({ closed: [] as Closed[], stays: new Set<string>(), asked: 0 }));
const idOf = ({ tab, window }: Closed): string => tab?.sessionId ?? window?.sessionId ?? '';
function forget(sessionId: string): Promise<void> {
  if (world.stays.has(sessionId)) return Promise.reject(new Error(`Could not find ${sessionId}`));
  world.closed = world.closed.filter((one) => idOf(one) !== sessionId);
  return Promise.resolve();
}
vi.mock('../../../../src/browser/api', () => ({
  browser: {
    sessions: {
      getRecentlyClosed: ({ maxResults }: { maxResults: number }) => {
        world.asked += 1;
        return Promise.resolve(world.closed.slice(0, Math.min(maxResults, TOLD)));
      },
      forgetClosedTab: (_windowId: number, sessionId: string) => forget(sessionId),
      forgetClosedWindow: forget,
    },
  },
}));

import { forgetClosed } from '../../../../src/background/hold-back/forget-closed';

const tab = (sessionId: string, url = SCAM): Closed => ({ tab: { url, sessionId, windowId: 1 } });
const window = (sessionId: string, ...urls: string[]): Closed => ({
  window: { sessionId, tabs: urls.map((url) => ({ url })) },
});
const left = (): string[] => world.closed.map(idOf);
const swarm = (size: number): Closed[] => Array.from({ length: size }, (_, at) => tab(`s${at}`));

beforeEach(() => Object.assign(world, { closed: [], stays: new Set(), asked: 0 }));

describe('what was closed last', () => {
  it('loses the scam, and nothing of the person', async () => {
    world.closed = [
      tab('a'),
      tab('b', 'http://bread.test/'),
      window('w', SCAM, SCAM),
      window('x', SCAM, 'http://bread.test/'),
    ];
    await forgetClosed(['', SCAM]);
    expect([left(), world.asked]).toEqual([['b', 'x'], 1]);
  });

  it.each([
    ['tab', tab('gone')],
    ['window', window('gone', SCAM)],
  ])('loses the rest of it where one entry cannot be forgotten: a %s', async (_what, entry) => {
    world.closed = [entry, tab('a'), window('w', SCAM)];
    world.stays.add('gone');
    await forgetClosed([SCAM]);
    expect(left()).toEqual(['gone']);
  });

  it('loses a swarm that is longer than what the browser tells at once', async () => {
    world.closed = [...swarm(60), tab('b', 'http://bread.test/')];
    await forgetClosed([SCAM]);
    expect(left()).toEqual(['b']);
  });

  it('is asked for no more where none of it can be forgotten', async () => {
    world.closed = swarm(60);
    for (let at = 0; at < TOLD; at += 1) world.stays.add(`s${at}`);
    await forgetClosed([SCAM]);
    expect([left().length, world.asked]).toEqual([60, 1]);
  });

  it('is not asked for without end', async () => {
    world.closed = swarm(5_000);
    await forgetClosed([SCAM]);
    expect(world.asked).toBe(20);
  });
});
