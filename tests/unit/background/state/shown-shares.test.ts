import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { startWorker } from '../worker-parts';

vi.setConfig({ testTimeout: 30_000 });
beforeEach(() => void vi.useFakeTimers().setTimerTickMode('nextTimerAsync'));
afterEach(() => vi.useRealTimers());

/** A frame as it answers; `in` is the frame around it. */
interface Answer {
  doc?: string;
  in?: number;
  place?: number;
  outer?: boolean;
  shares?: number[];
  busy?: boolean;
  /** What it does not answer, where it answers the other. */
  silent?: 'place' | 'shares';
}
interface Asked {
  target: { frameIds: number[] };
  func: (...args: never[]) => unknown;
}

/** The shares of a tab whose frames answer so; those in `told` have told something as `d` and their id. */
async function sharesOf(answers: Record<number, Answer>, told: number[], change: object = {}, lists = true) {
  const { fake, newFrame, tabStates } = await startWorker();
  const { shownShares } = await import('../../../../src/background/state/shown-shares');
  const { tellPlace } = await import('../../../../src/background/state/frame-views');
  const tab = fake.addTab('https://page.example/');
  const listed = Object.entries(answers).map(([id, one]) => ({
    frameId: Number(id),
    parentFrameId: Number(id) === 0 ? -1 : (one.in ?? 0),
  }));
  if (lists) fake.frames.set(tab.id, listed);
  const asked: string[] = [];
  const executeScript = ({ target, func }: Asked): Promise<unknown> => {
    const id = target.frameIds[0] ?? -1;
    const isPlace = func.name === tellPlace.name;
    asked.push(`${isPlace ? 'place' : 'shares'} ${id}`);
    const one = answers[id];
    if (!one) return Promise.reject(new Error('No frame'));
    if (one.busy || one.silent === (isPlace ? 'place' : 'shares')) return new Promise(() => undefined);
    const { doc = `d${id}`, place = -1, outer = false, shares = [] } = one;
    return Promise.resolve([{ frameId: id, result: isPlace ? { doc, place, outer } : shares }]);
  };
  Object.assign(fake.api.scripting, { executeScript });
  const frames = Object.fromEntries(told.map((id) => [id, { ...newFrame(`d${id}`, 'https://page.example/'), ...change }])); // prettier-ignore
  const shares = await shownShares(tab.id, { ...(await tabStates.read(String(tab.id))), frames });
  return { shares: shares === null ? null : Object.fromEntries(shares), asked: asked.sort() };
}

describe('how much of each frame is seen', () => {
  it('is what the frame around it tells of its place', async () => {
    const { shares, asked } = await sharesOf(
      { 0: { shares: [0.25, 0] }, 5: { place: 0 }, 6: { place: 1 }, 7: { place: 1 } },
      [0, 5, 6],
    );
    expect(shares).toEqual({ 0: 1, 5: 0.25, 6: 0 });
    expect(asked, 'no other frame is asked').toEqual(['place 0', 'place 5', 'place 6', 'shares 0']);
  });

  it('is, deeper inside, the share of a share', async () => {
    const inside = { 0: { shares: [0.5] }, 5: { place: 0, shares: [0, 0.5] }, 6: { in: 5, place: 1 } };
    expect((await sharesOf(inside, [6])).shares).toEqual({ 6: 0.25 });
  });

  it('is told of a frame right in the page that the browser does not list', async () => {
    const blob = { 0: { shares: [0.5] }, 5: { in: -1, place: 0, outer: true } };
    expect((await sharesOf(blob, [5])).shares).toEqual({ 5: 0.5 });
  });

  it('is nothing where it is gone, in no known place or holds another document by now', async () => {
    const { shares } = await sharesOf(
      { 0: { shares: [0.5, 0.5] }, 5: { place: 0, doc: 'next' }, 7: {}, 8: { place: 1 } },
      [5, 7, 8, 9],
    ); // prettier-ignore
    expect(shares).toEqual({ 5: 0, 7: 0, 8: 0.5, 9: 0 });
  });

  it('is not known where it, or the frame around it, is busy', async () => {
    const busy = { 5: { place: 0, busy: true }, 6: { in: 5, place: 0 }, 7: { place: 1 } };
    expect((await sharesOf({ 0: { shares: [0.5, 0.5] }, ...busy }, [5, 6, 7])).shares).toEqual({ 7: 0.5 });
  });

  it('is nothing of a page that stood there before', async () => {
    const next = { 0: { doc: '', shares: [0.9] }, 5: { place: 0 } };
    expect((await sharesOf(next, [0, 5])).shares).toEqual({ 0: 0, 5: 0.9 });
  });

  it('is nothing where the frame around does not show it, whatever stands around that one', async () => {
    const frames = {
      0: { shares: [1] },
      4: { place: 0, busy: true },
      5: { in: 4, place: 0, shares: [0, 1] },
    };
    const inside = { 6: { in: 5, place: 0 }, 7: { in: 5, place: 1 } };
    expect((await sharesOf({ ...frames, ...inside }, [6, 7])).shares).toEqual({ 6: 0 });
  });

  it('is nothing of what stands deeper than eleven frames', async () => {
    const chain: Record<number, Answer> = { 0: { shares: [1] } };
    for (let id = 1; id <= 12; id += 1) chain[id] = { in: id - 1, place: 0, shares: [1] };
    expect((await sharesOf(chain, [11, 12])).shares).toEqual({ 11: 1, 12: 0 });
  });

  it('is told by those right in the page where the browser lists no frames, and of no other', async () => {
    const page = { 0: { shares: [0.5, 0.5] }, 5: { place: 1, outer: true }, 6: { place: 0 } };
    expect((await sharesOf(page, [5, 6, 9], {}, false)).shares).toEqual({ 5: 0.5, 6: 0, 9: 0 });
  });

  it('is not known where the page is busy', async () => {
    expect((await sharesOf({ 0: { busy: true }, 5: { place: 0 } }, [5])).shares).toBeNull();
    for (const silent of ['place', 'shares'] as const)
      expect(
        (await sharesOf({ 0: { silent, shares: [1] }, 5: { place: 0 } }, [0, 5])).shares,
        silent,
      ).toBeNull();
  });

  it('is not asked of a sign-in prompt, of a window on top, of a page that has told nothing', async () => {
    const prompt = { acts: { 'auth-prompt': { count: 1, unasked: 1, firstAt: 1, lastAt: 1 } } };
    expect((await sharesOf({ 0: {} }, [0], prompt)).shares).toEqual({});
    expect((await sharesOf({ 0: {} }, [0], { doc: '' })).shares).toEqual({});
    expect((await sharesOf({ 0: {} }, [-1])).shares).toEqual({});
  });
});
