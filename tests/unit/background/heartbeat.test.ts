import type { FrameFacts } from '../../../src/detection/facts';
import type { Level } from '../../../src/detection/verdict';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

const judged = vi.hoisted(() => vi.fn(() => Promise.resolve()));
const session = vi.hoisted(() => ({}) as Record<string, unknown>);
/** What happens while the browser is asked for the tab, and how the page takes a question (a jammed one never does). */
const browserIs = vi.hoisted(() => ({
  meanwhile: () => Promise.resolve(),
  page: () => new Promise<unknown>(() => undefined),
}));

vi.mock('../../../src/background/judge-tab', () => ({ judgeTab: judged }));
vi.mock('../../../src/background/behind-warning', () => ({ watchBehindWarning: () => Promise.resolve() }));
vi.mock('../../../src/browser/api', () => ({
  browser: {
    storage: {
      session: {
        get: (key: string) => Promise.resolve(key in session ? { [key]: session[key] } : {}),
        set: (items: object) => Promise.resolve(void Object.assign(session, items)),
      },
    },
    scripting: { executeScript: () => browserIs.page() },
    tabs: {
      get: async () => {
        await browserIs.meanwhile();
        return { active: true };
      },
    },
  },
}));
const { beat } = await import('../../../src/background/heartbeat');
const { newFrame, tabStates } = await import('../../../src/background/tab-state');

/** Longer than a page may be silent, ms. */
const LONG_MS = 4_000;

beforeEach(() => {
  vi.useFakeTimers();
  browserIs.meanwhile = () => Promise.resolve();
  browserIs.page = () => new Promise(() => undefined);
  judged.mockClear();
});
afterEach(() => vi.useRealTimers());

describe('a suspicious page that was to answer', () => {
  it('is judged once it has been silent', async () => {
    await beat(1, true);
    await vi.advanceTimersByTimeAsync(LONG_MS);
    expect(judged).toHaveBeenCalledTimes(1);
  });

  it('is left alone while it answers', async () => {
    for (let passed = 0; passed < 10_000; passed += 1_000) {
      await beat(2, true);
      await vi.advanceTimersByTimeAsync(1_000);
    }
    expect(judged).not.toHaveBeenCalled();
  });

  it('is left alone while it answers questions, though no beat comes, and not asked for ever', async () => {
    const question = vi.fn(() => Promise.resolve());
    browserIs.page = question;
    await beat(4, true);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(judged).not.toHaveBeenCalled();
    expect(question.mock.calls.length).toBeGreaterThan(3);
    expect(question.mock.calls.length).toBeLessThanOrEqual(20);
  });

  it('is judged when it jams after an answer', async () => {
    const question = vi.fn(() => Promise.resolve<unknown>(undefined));
    browserIs.page = question;
    await beat(5, true);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(question).toHaveBeenCalled();
    browserIs.page = () => new Promise(() => undefined);
    await vi.advanceTimersByTimeAsync(LONG_MS);
    expect(judged).toHaveBeenCalledTimes(1);
  });

  it('stays unwatched when it had hidden before it answered', async () => {
    browserIs.page = () => beat(6, false);
    await beat(6, true);
    await vi.advanceTimersByTimeAsync(LONG_MS);
    expect(judged).not.toHaveBeenCalled();
    expect(session['tab:6']).toMatchObject({ lastBeat: null });
  });

  it.each<[string, object, Level, number]>([
    ['is left alone, read and found quiet, while the person reads its dialog', { facts: {} }, 'quiet', 0],
    ['is judged behind its dialog when it could not be read before', { facts: null }, 'quiet', 1],
    ['is judged behind its dialog when it is warned of', { facts: {} }, 'warn', 1],
  ])('%s', async (_what, frame, level, times) => {
    await beat(7, true);
    const frames = { 0: { ...newFrame('doc', 'https://page.example/'), ...frame } };
    await tabStates.update('7', (state) => ({ ...state, frames, level, dialogAt: Date.now() }));
    await vi.advanceTimersByTimeAsync(LONG_MS);
    expect(judged).toHaveBeenCalledTimes(times);
  });

  it('is judged when it is silent after its dialog was answered', async () => {
    await beat(8, true);
    const frames = { 0: { ...newFrame('doc', 'https://page.example/'), facts: {} as FrameFacts } }; // that it was read is all that counts
    await tabStates.update('8', (state) => ({ ...state, frames, dialogAt: Date.now() }));
    await vi.advanceTimersByTimeAsync(100);
    await beat(8, true);
    await vi.advanceTimersByTimeAsync(LONG_MS);
    expect(judged).toHaveBeenCalledTimes(1);
  });

  it('is not blamed for a browser that hands its answer over late', async () => {
    let asked = 0;
    // Its second look would find it silent.
    browserIs.meanwhile = () => (++asked === 2 ? beat(3, true) : Promise.resolve());
    await beat(3, true);
    await vi.advanceTimersByTimeAsync(3_000);
    expect(asked).toBeGreaterThanOrEqual(2);
    expect(judged).not.toHaveBeenCalled();
  });
});
