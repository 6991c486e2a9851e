// @vitest-environment jsdom
import { afterEach, describe, expect, it, vi } from 'vitest';
import { lookAround } from '../../../../src/background/state/look-around';
import { FRAME_KEY } from '../../../../src/messages/content-messages';

const { executeScript } = vi.hoisted(() => ({ executeScript: vi.fn<(asked: object) => Promise<unknown>>() }));
vi.mock('../../../../src/browser/api', () => ({ browser: { scripting: { executeScript } } }));
const { placeOf, sharesIn, tellPlace } = await import('../../../../src/background/state/frame-views');

afterEach(() => vi.unstubAllGlobals());

it('a frame tells under which id it speaks, and the page itself that it is no frame', () => {
  const world = globalThis as Record<symbol, unknown>;
  expect(tellPlace(FRAME_KEY, 10)).toEqual({ doc: '', place: -1, outer: false });
  world[Symbol.for(FRAME_KEY)] = { doc: 'mine' };
  expect(tellPlace(FRAME_KEY, 10).doc).toBe('mine');
  delete world[Symbol.for(FRAME_KEY)];
  const page = { length: 2, 0: {}, 1: window };
  vi.stubGlobal('parent', page);
  vi.stubGlobal('window', Object.assign(Object.create(null), { top: page }));
  page[1] = window;
  expect(tellPlace(FRAME_KEY, 10)).toEqual({ doc: '', place: 1, outer: true });
  expect(tellPlace(FRAME_KEY, 1).place).toBe(-1);
  // In a frame of a frame.
  vi.stubGlobal('window', Object.assign(Object.create(null), { top: {} }));
  page[1] = window;
  expect(tellPlace(FRAME_KEY, 10)).toEqual({ doc: '', place: 1, outer: false });
});

describe('a frame', () => {
  afterEach(() => void vi.useRealTimers());

  it('is asked by itself, and at once, where it stands and what it shows', async () => {
    const place = { doc: 'mine', place: 1, outer: true };
    executeScript.mockResolvedValueOnce([{ result: place }]);
    expect(await placeOf(3, 7)).toEqual(place);
    const asking = { target: { tabId: 3, frameIds: [7] }, injectImmediately: true };
    expect(executeScript).toHaveBeenLastCalledWith({ ...asking, func: tellPlace, args: [FRAME_KEY, 100] });
    executeScript.mockResolvedValueOnce([{ result: [0.5] }]);
    expect(await sharesIn(3, 7)).toEqual([0.5]);
    expect(executeScript).toHaveBeenLastCalledWith({ ...asking, func: lookAround, args: [100, 3_000] });
  });

  it.each<[string, () => Promise<unknown>]>([
    ['gone', () => Promise.reject(new Error('No frame'))],
    ['busy', () => new Promise(() => undefined)],
    ['not answering', () => Promise.resolve([{ result: undefined }])],
    ['not there', () => Promise.resolve([])],
  ])('of which nothing is known is none to wait for: %s', async (_why, answer) => {
    vi.useFakeTimers();
    executeScript.mockImplementationOnce(answer);
    const asked = placeOf(3, 7);
    await vi.advanceTimersByTimeAsync(500);
    expect(await asked).toBeNull();
  });
});
