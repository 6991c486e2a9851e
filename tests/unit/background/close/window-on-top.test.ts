import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { startWorker } from '../worker-parts';

beforeEach(() => void vi.useFakeTimers().setTimerTickMode('nextTimerAsync'));
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

interface Script {
  target: { tabId: number; allFrames?: boolean };
  injectImmediately?: boolean;
  func: () => unknown;
}

/** A page and the window it keeps on top; every script that is sent into a page is noted, and none does anything. */
async function start(windowAddress = 'about:blank') {
  const worker = await startWorker();
  const parts = await import('../../../../src/background/close/always-on-top');
  const { noteOpened } = await import('../../../../src/background/family/opened-tabs');
  const { fake } = worker;
  const page = fake.addTab('http://scam.test/in');
  const above = fake.addTab(windowAddress, { windowId: 9, openerTabId: page.id });
  const scripts: Script[] = [];
  fake.api.scripting.executeScript = ((script: Script) => {
    scripts.push(script);
    return Promise.resolve([{ result: true }]);
  }) as unknown as typeof fake.api.scripting.executeScript;
  return { ...worker, ...parts, noteOpened, page, above, scripts };
}

describe('what a page is asked', () => {
  it('is whether it is such a window, at once', async () => {
    const { above, pageOf, scripts } = await start();
    await pageOf(above.id);
    expect(scripts).toMatchObject([{ target: { tabId: above.id }, injectImmediately: true }]);
    const asked = vi.fn(() => ({ matches: true }));
    vi.stubGlobal('matchMedia', asked);
    expect(scripts[0]?.func()).toBe(true);
    expect(asked.mock.calls).toEqual([['(display-mode: picture-in-picture)']]);
  });

  it('is to close its window and its video, in all of its frames, at once', async () => {
    const { page, leaveTop, scripts } = await start();
    await leaveTop(page.id);
    expect(scripts).toMatchObject([{ target: { tabId: page.id, allFrames: true }, injectImmediately: true }]);
    const close = vi.fn();
    const exitPictureInPicture = vi.fn(() => Promise.reject(new Error('it has gone')));
    vi.stubGlobal('documentPictureInPicture', { window: { close } });
    vi.stubGlobal('document', { pictureInPictureElement: {}, exitPictureInPicture });
    scripts[0]?.func();
    expect([close.mock.calls, exitPictureInPicture.mock.calls]).toEqual([[[]], [[]]]);
  });

  it.each([
    ['knows no such window', undefined],
    ['has none', { window: null }],
  ])('leaves a page that %s as it is', async (_which, kept) => {
    const { page, leaveTop, scripts } = await start();
    await leaveTop(page.id);
    const exitPictureInPicture = vi.fn();
    vi.stubGlobal('documentPictureInPicture', kept);
    vi.stubGlobal('document', { pictureInPictureElement: null, exitPictureInPicture });
    expect(scripts).toHaveLength(1);
    expect(() => scripts[0]?.func()).not.toThrow();
    expect(exitPictureInPicture).not.toHaveBeenCalled();
  });
});

describe('the page beneath', () => {
  it('has what it told itself, and what its window told beside it', async () => {
    const { page, above, pageOf, tell } = await start();
    await tell(page.id, {}, page.url);
    await tell(above.id, { level: 'warn' }, 'about:blank');
    const { state, tabId, onTop } = await pageOf(above.id);
    expect([tabId, onTop]).toEqual([page.id, above.id]);
    expect(state.frames).toEqual({
      0: expect.objectContaining({ doc: 'd', address: page.url }),
      [-1]: expect.objectContaining({ address: 'about:blank' }),
    });
  });

  it('has nothing of a window that told nothing', async () => {
    const { page, above, pageOf, tell } = await start();
    await tell(page.id, {}, page.url);
    const { state } = await pageOf(above.id);
    expect(Object.keys(state.frames)).toEqual(['0']);
  });

  it('that has told nothing is known by its address', async () => {
    const { page, above, pageOf, tell } = await start();
    await tell(page.id, {}, 'http://bakery.test/');
    const { state } = await pageOf(above.id);
    expect(state.frames).toMatchObject({ 0: { doc: '', address: page.url } });
  });

  it('is known at once where the browser has told who opened the window', async () => {
    const { page, above, pageOf, noteOpened } = await start();
    delete above.openerTabId;
    await noteOpened(page.id, above.id, Date.now());
    const from = Date.now();
    expect(await pageOf(above.id)).toMatchObject({ tabId: page.id });
    expect(Date.now() - from).toBeLessThan(500);
  });
});

it('a page of a site that has told nothing is no window on top, and is not asked', async () => {
  const { above, pageOf, scripts } = await start('http://scam.test/again');
  expect(await pageOf(above.id)).toMatchObject({ tabId: above.id, onTop: null });
  expect(scripts).toEqual([]);
});

it('a window on top that was closed is forgotten', async () => {
  const { above, closeOnTop, tell, tabStates, fake } = await start();
  await tell(above.id, { level: 'warn' });
  await closeOnTop(above.id);
  expect(fake.tabList.has(above.id)).toBe(false);
  expect((await tabStates.read(String(above.id))).level).toBe('quiet');
});
