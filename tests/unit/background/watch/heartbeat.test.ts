import { describe, expect, it, vi } from 'vitest';
import {
  LONG_MS,
  alarmCame,
  alarms,
  beat,
  browserIs,
  expectBeats,
  judged,
  ordered,
  session,
  endSilence,
  tabStates,
} from '../heartbeat-parts';

/** A page sends its next beat at the latest this long after the last one, ms. */
const BEAT_MS = 500;

describe('a suspicious page that was to answer', () => {
  it('keeps the worker awake no longer once it is left alone', async () => {
    await beat(14, true);
    await tabStates.update('14', (state) => ({ ...state, lastBeat: null }));
    await vi.advanceTimersByTimeAsync(LONG_MS);
    alarms.mockClear();
    alarmCame();
    expect(alarms).not.toHaveBeenCalled();
  });

  it('is judged once it has been silent', async () => {
    await beat(1, true);
    await vi.advanceTimersByTimeAsync(LONG_MS);
    expect(judged).toHaveBeenCalledTimes(1);
  });

  it('is judged as soon where the clock is put back by an hour meanwhile', async () => {
    await beat(6, true);
    vi.setSystemTime(Date.now() - 3_600_000);
    await vi.advanceTimersByTimeAsync(2 * LONG_MS);
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

describe('a page whose silence was judged, and that tells what it shows after all', () => {
  const silent = async (tabId: number) => {
    await beat(tabId, true);
    await vi.advanceTimersByTimeAsync(LONG_MS);
    expect(judged).toHaveBeenCalledTimes(1);
  };

  it('is silent no more, has to look again, and is watched anew', async () => {
    await silent(10);
    expect(await endSilence(10)).toBe(true);
    expect(session['tab:10']).toMatchObject({ silentFor: 0 });
    expect(ordered).toHaveBeenCalledExactlyOnceWith(10);
    await vi.advanceTimersByTimeAsync(LONG_MS);
    expect(judged, 'it jams again').toHaveBeenCalledTimes(2);
  });

  it('owes no beat behind another tab', async () => {
    await silent(11);
    browserIs.inFront = false;
    await endSilence(11);
    expect(session['tab:11']).toMatchObject({ silentFor: 0, lastBeat: null });
  });

  it('is taken at its word where it never was silent', async () => {
    await beat(12, true);
    expect(await endSilence(12)).toBe(false);
    expect(ordered).not.toHaveBeenCalled();
    await beat(12, false);
  });
});

describe('a machine that sleeps', () => {
  /** The clock on the wall goes on, no timer does. */
  const sleepFor = (ms: number) => vi.setSystemTime(Date.now() + ms);

  it.each([
    ['right after a beat', 100],
    ['while an answer is waited for', 900],
  ])('%s is not the fault of its page, which goes on when it wakes', async (_when, awake) => {
    await beat(20, true);
    await vi.advanceTimersByTimeAsync(awake);
    sleepFor(3_600_000);
    for (let passed = 0; passed < LONG_MS; passed += BEAT_MS) {
      await vi.advanceTimersByTimeAsync(BEAT_MS);
      await beat(20, true);
    }
    expect(judged).not.toHaveBeenCalled();
    await beat(20, false);
  });

  it('leaves a page its full time to answer after it woke', async () => {
    await beat(21, true);
    await vi.advanceTimersByTimeAsync(900);
    sleepFor(60_000);
    await vi.advanceTimersByTimeAsync(1_700); // the timer that was waiting comes now, a minute late
    const woke = Date.now();
    await vi.advanceTimersByTimeAsync(2_000);
    expect(judged, `${Date.now() - woke} ms after it woke`).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(2_500);
    expect(judged, 'a page that stays jammed').toHaveBeenCalledTimes(1);
  });
});

describe('a page behind another tab, whose timers the browser slows down', () => {
  it('is not watched once it has said that it went behind, however late it answers', async () => {
    await beat(30, true);
    await beat(30, false);
    browserIs.inFront = false;
    await vi.advanceTimersByTimeAsync(60_000);
    expect(judged).not.toHaveBeenCalled();
  });

  it('is not judged when it was slowed down before it could say so', async () => {
    await beat(31, true);
    browserIs.inFront = false;
    await vi.advanceTimersByTimeAsync(60_000);
    expect(judged).not.toHaveBeenCalled();
    expect(session['tab:31']).toMatchObject({ silentFor: 0 });
  });

  it('has its full time to answer once it is in front, though it was opened there long ago', async () => {
    let runAgain = (): void => undefined;
    const timers = new Promise<void>((done) => (runAgain = done)); // a question asked meanwhile is answered then
    browserIs.page = () => timers;
    browserIs.inFront = false;
    await expectBeats(32);
    await vi.advanceTimersByTimeAsync(60_000);
    browserIs.inFront = true;
    await vi.advanceTimersByTimeAsync(2_400); // looked at within 2 s
    expect(judged).not.toHaveBeenCalled();
    runAgain();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(judged).not.toHaveBeenCalled();
  });

  it('is given up after an hour', async () => {
    browserIs.inFront = false;
    await expectBeats(34);
    await vi.advanceTimersByTimeAsync(3_500_000);
    expect(session['tab:34']).not.toMatchObject({ lastBeat: null });
    await vi.advanceTimersByTimeAsync(200_000);
    expect(session['tab:34']).toMatchObject({ lastBeat: null, silentFor: 0 });
  });

  it('is watched again from the beat it sends in front', async () => {
    await beat(33, true);
    browserIs.inFront = false;
    await vi.advanceTimersByTimeAsync(10_000);
    browserIs.inFront = true;
    await vi.advanceTimersByTimeAsync(1_000);
    expect(judged).not.toHaveBeenCalled();
    await beat(33, true);
    await vi.advanceTimersByTimeAsync(LONG_MS);
    expect(judged).toHaveBeenCalledTimes(1);
  });
});
