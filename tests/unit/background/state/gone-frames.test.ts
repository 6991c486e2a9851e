import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { FrameState, TabState } from '../../../../src/background/state/tab-state';
import { ALL_PROMPTS } from '../../../../src/detection/facts';
import { startWorker } from '../worker-parts';

beforeEach(() => void vi.useFakeTimers().setTimerTickMode('nextTimerAsync'));
afterEach(() => vi.useRealTimers());

const SITE = 'https://mail.example/';
const MET = { count: 1, unasked: 0, firstAt: 1, lastAt: 1 };

type Told = Record<number, Partial<FrameState>>;
interface Listed {
  frameId: number;
  documentId?: string;
}

/** A tab whose frames have told something, and in which the browser lists these frames by now. */
async function start(told: Told, listed: Listed[] = []) {
  const { fake, newFrame, tell } = await startWorker();
  const module = await import('../../../../src/background/state/listed-frames');
  const { id } = fake.addTab(SITE);
  fake.frames.set(id, listed);
  const known = Object.entries(told).map(([frame, change]) => [frame, { ...newFrame(`d${frame}`, SITE), ...change }]);
  const state = await tell(id, { frames: Object.fromEntries(known) as TabState['frames'] });
  const left = (forgotten: TabState | null) => forgotten && Object.keys(forgotten.frames).map(Number);
  const asked = () => fake.calls.filter((call) => call === 'webNavigation.getAllFrames').length;
  const answer = (result: unknown) =>
    Object.assign(fake.api.scripting, { executeScript: () => Promise.resolve([{ result }]) });
  return { fake, id, state, tell, left, asked, answer, newFrame, ...module };
} // prettier-ignore

describe('a frame of which the browser says nothing more', () => {
  it.each([
    'https://ad.example/', 'http://ad.example/', 'file:///home/a.html', 'data:text/html,call', 'about:blank', 'about:srcdoc',
  ])('is forgotten: %s', async (address) => {
    const { id, state, left, forgetGone } = await start({ 0: {}, 5: { address } }, [{ frameId: 0 }]);
    expect(left(await forgetGone(id, state))).toEqual([0]);
  }); // prettier-ignore

  it.each(['blob:https://mail.example/1', 'about:blanket', 'filesystem:https://mail.example/a', 'see https://a.example/'])(
    'is not, where the browser lists none of that kind: %s',
    async (address) => {
      const { id, state, forgetGone } = await start({ 0: {}, 5: { address } }, [{ frameId: 0 }]);
      expect(await forgetGone(id, state)).toBeNull();
    },
  ); // prettier-ignore

  it.each(ALL_PROMPTS)('is not where the person met what it put in front of the page: %s', async (act) => {
    const { id, state, forgetGone } = await start({ 0: {}, 5: { acts: { [act]: MET } } }, [{ frameId: 0 }]);
    expect(await forgetGone(id, state)).toBeNull();
  });

  it('is not where it has just told, is the page itself, or stands for a window on top', async () => {
    const { id, state, left, forgetGone } = await start(
      { [-1]: {}, 0: { documentId: 'one' }, 5: {}, 6: {} },
      [{ frameId: 0, documentId: 'two' }],
    ); // prettier-ignore
    expect(left(await forgetGone(id, state, 6))?.sort()).toEqual([-1, 0, 6]);
  });

  it.each([
    ['other', 'one', 'two', [0]],
    ['same', 'one', 'one', null],
    ['not named before', undefined, 'two', null],
    ['not named now', 'one', undefined, null],
  ])('is known by the document in it, where that is named: %s', async (_how, told, now, rest) => {
    const named = (documentId?: string) => documentId !== undefined && { documentId };
    const { id, state, left, forgetGone } = await start({ 0: {}, 5: { ...named(told) } }, [
      { frameId: 0 },
      { frameId: 5, ...named(now) },
    ]);
    expect(left(await forgetGone(id, state))).toEqual(rest);
  });

  it('is not asked for where nothing but the page, or one frame alone, has told', async () => {
    const { id, state, asked, forgetGone } = await start({ 5: {} }, [{ frameId: 0 }]);
    expect(await forgetGone(id, state)).toBeNull();
    expect(asked()).toBe(0);
  });

  it('is there as long as the browser does not answer, or knows of no page in the tab', async () => {
    const { fake, id, state, forgetGone } = await start({ 0: {}, 5: {} }, [{ frameId: 6 }]);
    expect(await forgetGone(id, state)).toBeNull();
    for (const fault of ['reject', 'hang'] as const) {
      fake.faults.set('webNavigation.getAllFrames', fault);
      const began = Date.now();
      expect(await forgetGone(id, state)).toBeNull();
      expect(Date.now() - began, fault).toBeLessThan(1_000);
    }
  });

  it('is not what has come into it meanwhile', async () => {
    const { id, state, tell, left, newFrame, forgetGone } = await start({ 0: {}, 5: {}, 6: {} }, [{ frameId: 0 }]);
    await tell(id, { frames: { ...state.frames, 5: newFrame('next', SITE) } });
    expect(left(await forgetGone(id, state))).toEqual([0, 5]);
  }); // prettier-ignore
});

describe('a page that tells nothing, of which a frame tells for the first time', () => {
  const from = (tabId: number, frameId = 7) => ({ tabId, frameId });

  it.each([
    ['another document stands there', 'one', 'two', true],
    ['the same stands there', 'one', 'one', false],
    ['the browser does not say which', 'one', undefined, false],
  ])('is known by its document: %s', async (_how, told, now, gone) => {
    const page = { frameId: 0, ...(now !== undefined && { documentId: now }) };
    const { id, state, answer, isTopGone } = await start({ 0: { documentId: told } }, [page]);
    answer({ doc: 'other' });
    expect(await isTopGone(from(id), 'd7', state)).toBe(gone);
  });

  it('is not thought of where the browser lists nothing', async () => {
    const { id, state, isTopGone } = await start({ 0: { documentId: 'one' } });
    expect(await isTopGone(from(id), 'd7', state)).toBe(false);
  });

  it('is asked itself where the browser names no documents', async () => {
    const { id, state, answer, isTopGone } = await start({ 0: {} });
    answer({ doc: 'd0' });
    expect(await isTopGone(from(id), 'd7', state)).toBe(false);
    answer({ doc: '' });
    expect(await isTopGone(from(id), 'd7', state)).toBe(true);
    answer(null);
    expect(await isTopGone(from(id), 'd7', state)).toBe(false);
  });

  it.each<[string, Told, number]>([
    ['nothing was told of a page before', { 5: {} }, 7],
    ['it tells itself', { 0: {} }, 0],
    ['the frame has told before', { 0: {}, 7: {} }, 7],
    ['the one before has told nothing either', { 0: { doc: '' } }, 7],
    ['a sign-in prompt stands before it', { 0: { acts: { 'auth-prompt': MET } } }, 7],
  ])('is not thought of where %s', async (_why, told, frameId) => {
    const { id, state, answer, isTopGone } = await start(told);
    answer({ doc: 'other' });
    expect(await isTopGone(from(id, frameId), 'd7', state)).toBe(false);
  });

  it('takes the place of the one before, with its address, and is not counted yet', async () => {
    const { state, withSilentTop, newFrame } = await start({ 0: {}, 5: {} });
    const before: TabState = { ...state, level: 'warn', documents: [1, 2] };
    const next = withSilentTop(before, 'd0', `${SITE}next`);
    expect(next).toMatchObject({ level: 'quiet', documents: [1, 2] });
    expect(next.frames).toEqual({ 0: newFrame('', `${SITE}next`) });
  });

  it('does not where another has told meanwhile, or none had', async () => {
    const { state, withSilentTop } = await start({ 0: {}, 5: {} });
    expect(withSilentTop(state, 'old', SITE)).toBe(state);
    expect(withSilentTop(state, undefined, SITE)).toBe(state);
    const none = { ...state, frames: {} };
    expect(withSilentTop(none, undefined, SITE)).toBe(none);
    expect(withSilentTop(none, 'd0', SITE)).toBe(none);
  });
});
