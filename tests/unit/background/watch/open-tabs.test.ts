import { beforeEach, describe, expect, it, vi } from 'vitest';
import { FRAME_KEY } from '../../../../src/messages/content-messages';
import { startWorker } from '../worker-parts';

beforeEach(() => void vi.useFakeTimers().setTimerTickMode('nextTimerAsync'));

type Injection = {
  target: Record<string, unknown>;
  files?: string[];
  func?: (...args: unknown[]) => unknown;
  args?: unknown[];
};
type Answer = { frameId: number; documentId?: string; result: unknown };

const SCRIPTS = [{ js: ['hook.js'], world: 'MAIN' }, { js: ['gate.js'] }];

/** A worker that has just begun, with what each tab's frames answer; null where a page does not. */
async function withTabs(answers: Record<string, Answer[] | null>) {
  const { fake } = await startWorker();
  const injected: Injection[] = [];
  const ids = new Map<number, string>();
  for (const url of Object.keys(answers)) ids.set(fake.addTab(url).id, url);
  const executeScript = (injection: Injection) => {
    injected.push(injection);
    if (injection.files) return Promise.resolve([]);
    const found = answers[ids.get(injection.target.tabId as number) ?? ''];
    return found ? Promise.resolve(found) : new Promise(() => undefined);
  };
  Object.assign(fake.api.scripting, { executeScript });
  Object.assign(fake.api.runtime, { getManifest: () => ({ content_scripts: SCRIPTS }) });
  const module = await import('../../../../src/background/watch/open-tabs');
  const brought = () => injected.filter(({ files }) => files !== undefined);
  return { ...module, injected, brought, fake };
}

describe('tabs that were open before us', () => {
  it('get the gate in each frame that has none, and not the hook', async () => {
    const { watchOpenTabs, brought } = await withTabs({
      'http://bakery.test/': [
        { frameId: 0, documentId: 'a', result: false },
        { frameId: 4, documentId: 'b', result: true },
      ],
      'https://mill.test/': [{ frameId: 0, result: false }],
      'http://watched.test/': [{ frameId: 0, documentId: 'c', result: true }],
    });
    await watchOpenTabs();
    expect(brought()).toMatchObject([
      { target: { documentIds: ['a'] }, files: ['gate.js'] },
      { target: { frameIds: [0] }, files: ['gate.js'] },
    ]);
  });

  it('are asked in every frame, at once; each says by itself whether the gate is there', async () => {
    const { watchOpenTabs, injected } = await withTabs({ 'http://watched.test/': [] });
    await watchOpenTabs();
    const { func, args = [], ...asking } = injected[0] ?? { target: {} };
    expect(asking).toEqual({ target: { tabId: 1, allFrames: true }, injectImmediately: true });
    expect(func?.(...args)).toBe(false);
    const world = globalThis as Record<symbol, unknown>;
    world[Symbol.for(FRAME_KEY)] = {};
    expect(func?.(...args)).toBe(true);
    delete world[Symbol.for(FRAME_KEY)];
  });

  it('get nothing in a frame that did not answer; those without a name go by their number, with the others', async () => {
    const { watchOpenTabs, brought } = await withTabs({
      'http://bakery.test/': [
        { frameId: 0, documentId: 'a', result: false },
        { frameId: 4, result: false },
        { frameId: 5, documentId: 'c', result: null },
      ],
    });
    await watchOpenTabs();
    expect(brought()).toMatchObject([{ target: { frameIds: [0, 4] }, injectImmediately: true }]);
  });

  it('may be files of this computer, but no address that holds another', async () => {
    const bare = [{ frameId: 0, documentId: 'a', result: false }];
    const { watchOpenTabs, brought } = await withTabs({
      'file:///home/alert.html': bare,
      'view-source:https://bakery.test/': bare,
    });
    await watchOpenTabs();
    expect(brought()).toMatchObject([{ target: { tabId: 1 } }]);
  });

  it('are none where the browser does not list them, and nothing breaks', async () => {
    const { watchOpenTabs, injected, fake } = await withTabs({ 'http://bakery.test/': [] });
    fake.faults.set('tabs.query', 'reject');
    await expect(watchOpenTabs()).resolves.toBeUndefined();
    expect(injected).toEqual([]);
  });

  it('are left alone where no extension may look, and where they are asleep', async () => {
    const { watchOpenTabs, injected, fake } = await withTabs({
      'about:blank': null,
      'chrome://version/': null,
    });
    fake.addTab('http://asleep.test/', { discarded: true });
    await watchOpenTabs();
    expect(injected).toEqual([]);
  });

  it('do not wait for one that is busy', async () => {
    const { watchOpenTabs, brought } = await withTabs({
      'http://busy.test/': null,
      'http://bakery.test/': [{ frameId: 0, documentId: 'a', result: false }],
    });
    await watchOpenTabs();
    expect(brought()).toHaveLength(1);
  });

  it('are looked at once in a session', async () => {
    const { watchOpenTabsOnce, brought } = await withTabs({
      'http://bakery.test/': [{ frameId: 0, documentId: 'a', result: false }],
    });
    await watchOpenTabsOnce();
    await watchOpenTabsOnce();
    expect(brought()).toHaveLength(1);
  });
});
