import { describe, expect, it, vi } from 'vitest';
import type { FrameState, TabState } from '../../../../src/background/state/tab-state';
import type { FrameFacts } from '../../../../src/detection/facts';
import { LONG_MS, beat, browserIs, judged, newFrame, resumeWatches, tabStates } from '../heartbeat-parts';

describe('a suspicious page behind a box of its own', () => {
  const ASKED = { alert: { count: 1, unasked: 1, firstAt: 1, lastAt: 1 } };
  const READ = { facts: {} as FrameFacts }; // that it was read is all that counts
  const WARNED = { level: 'warn', caseId: 'case' } as const;

  it.each<[string, Partial<FrameState>, Partial<TabState>, number]>([
    ['is left alone, read and found quiet, while the person reads its dialog', READ, { dialogAt: 1 }, 0],
    [
      'is left alone, read and warned of, while the person reads its dialog',
      READ,
      { dialogAt: 1, ...WARNED },
      0,
    ],
    ['is left alone behind a dialog that came before it was read', { acts: ASKED }, { dialogAt: 1 }, 0],
    ['is left alone there when it is warned of, too', { acts: ASKED }, WARNED, 0],
    ['is judged when it could not be read and shows no dialog', {}, {}, 1],
  ])('%s', async (_what, frame, is, times) => {
    await beat(7, true);
    const frames = { 0: { ...newFrame('doc', 'https://page.example/'), ...frame } };
    await tabStates.update('7', (state) => ({ ...state, frames, ...is }));
    await vi.advanceTimersByTimeAsync(LONG_MS);
    expect(judged).toHaveBeenCalledTimes(times);
  });

  it('is left alone behind its dialog by the next worker and after the machine slept', async () => {
    await beat(9, true);
    await tabStates.update('9', (state) => ({ ...state, dialogAt: Date.now() }));
    await resumeWatches();
    vi.setSystemTime(Date.now() + 60_000);
    await vi.advanceTimersByTimeAsync(LONG_MS);
    expect(judged).not.toHaveBeenCalled();
  });

  it('is left alone behind a dialog that it opened right after an answer', async () => {
    browserIs.page = async () => {
      await new Promise((resolve) => setTimeout(resolve, 50));
      await tabStates.update('13', (state) => ({ ...state, dialogAt: Date.now() }));
      browserIs.page = () => new Promise(() => undefined);
    };
    await beat(13, true);
    await vi.advanceTimersByTimeAsync(LONG_MS);
    expect(judged).not.toHaveBeenCalled();
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
});
