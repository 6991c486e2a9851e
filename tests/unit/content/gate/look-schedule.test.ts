// @vitest-environment jsdom
import { describe, expect, it, vi } from 'vitest';
import { shadows } from '../../../../src/content/gate/read-text';
import { sweepTimers } from '../own-time';
import { begin, eachWithItsOwnSchedules } from './schedules';

eachWithItsOwnSchedules();

/** Lets the page change every `every` ms for `ms`. */
async function change(ms: number, every: number): Promise<void> {
  for (let passed = 0; passed < ms; passed += every) {
    document.body.append(document.createElement('p'));
    await vi.advanceTimersByTimeAsync(every);
  }
}

describe('the schedule of looks', () => {
  it('looks once at a page that does not change', async () => {
    const look = vi.fn();
    begin(look);
    await vi.advanceTimersByTimeAsync(120_000);
    expect(look).toHaveBeenCalledTimes(1);
  });

  it('looks less and less often at a page that changes all the time', async () => {
    const look = vi.fn();
    begin(look);
    await change(10_000, 50);
    const early = look.mock.calls.length;
    expect(early).toBeGreaterThanOrEqual(5);
    await change(60_000, 500);
    expect(look.mock.calls.length - early).toBeLessThanOrEqual(5);
  });

  it('looks soon again after a click', async () => {
    const look = vi.fn();
    const schedule = begin(look);
    await change(30_000, 100);
    const before = look.mock.calls.length;
    schedule.restart();
    await change(3_000, 100);
    expect(look.mock.calls.length - before).toBeGreaterThanOrEqual(2);
  });

  it('looks at what a click shows before the page can jam itself, and once more later', async () => {
    const look = vi.fn();
    const schedule = begin(look);
    await vi.advanceTimersByTimeAsync(5_000);
    const before = look.mock.calls.length;
    schedule.restart();
    document.body.append(document.createElement('p'));
    await vi.advanceTimersByTimeAsync(60);
    expect(look.mock.calls.length - before).toBe(1);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(look.mock.calls.length - before).toBe(2);
  });

  it('looks once after a person has typed, not at each key', async () => {
    const look = vi.fn();
    const schedule = begin(look);
    await vi.advanceTimersByTimeAsync(5_000);
    const before = look.mock.calls.length;
    for (let key = 0; key < 30; key += 1) {
      schedule.restart();
      await vi.advanceTimersByTimeAsync(100);
    }
    expect(look.mock.calls.length - before).toBe(0);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(look.mock.calls.length - before).toBe(1);
  });

  it.each([100, 200, 300])(
    'looks at what came before a key, though a key comes every %i ms',
    async (every) => {
      const look = vi.fn();
      const schedule = begin(look);
      await vi.advanceTimersByTimeAsync(5_000);
      const before = look.mock.calls.length;
      document.body.append(document.createElement('p'));
      await vi.advanceTimersByTimeAsync(30);
      for (let passed = 0; passed < 2_500; passed += every) {
        schedule.restart();
        await vi.advanceTimersByTimeAsync(every);
      }
      expect(look.mock.calls.length - before).toBeGreaterThan(0);
    },
  );

  it('puts off what changes with each key for two seconds, no longer', async () => {
    const look = vi.fn();
    const schedule = begin(look);
    await vi.advanceTimersByTimeAsync(500);
    const before = look.mock.calls.length;
    const type = async (ms: number): Promise<void> => {
      for (let passed = 0; passed < ms; passed += 100) {
        schedule.restart();
        document.body.append('a');
        await vi.advanceTimersByTimeAsync(100);
      }
    };
    await type(1_000);
    expect(look.mock.calls.length - before).toBeLessThan(2);
    await type(9_000);
    expect(look.mock.calls.length - before).toBeGreaterThan(3);
    expect(look.mock.calls.length - before).toBeLessThan(8);
  });

  it.each([10, 50, 1_000])('goes on looking at a page that clears all timers every %i ms', async (every) => {
    const look = vi.fn();
    begin(look);
    for (let passed = 0; passed < 60_000; passed += every) {
      if (passed % 500 === 0) document.body.append(document.createElement('p'));
      await vi.advanceTimersByTimeAsync(every - 1);
      sweepTimers();
      await vi.advanceTimersByTimeAsync(1);
    }
    const before = look.mock.calls.length;
    document.body.append(document.createElement('p'));
    for (let passed = 0; passed < 31_000; passed += every) {
      await vi.advanceTimersByTimeAsync(every);
      sweepTimers();
    }
    expect(look.mock.calls.length).toBeGreaterThan(before);
  });

  it('looks at what is put into a blank document, whatever timers its page clears', async () => {
    const look = vi.fn();
    begin(look);
    sweepTimers();
    document.body.append('Call us');
    await vi.advanceTimersByTimeAsync(1);
    sweepTimers();
    await vi.advanceTimersByTimeAsync(200);
    expect(look).toHaveBeenCalledTimes(1);
  });

  it('looks once after shadow roots were attached, which no change tells of', async () => {
    const look = vi.fn();
    const schedule = begin(look);
    await vi.advanceTimersByTimeAsync(5_000);
    look.mockClear();
    for (let root = 0; root < 5; root += 1) schedule.soon();
    await vi.advanceTimersByTimeAsync(200);
    expect(look, 'more may follow untold within a quarter of a second').not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(10_000);
    expect(look).toHaveBeenCalledTimes(1);
    schedule.stop();
    schedule.soon();
    await vi.advanceTimersByTimeAsync(10_000);
    expect(look).toHaveBeenCalledTimes(1);
  });

  it('sees words that change in their place, and what comes in a shadow root that was met before', async () => {
    const look = vi.fn();
    const root = document.createElement('div').attachShadow({ mode: 'closed' });
    shadows.push(root);
    document.body.replaceChildren('Welcome');
    begin(look);
    await vi.advanceTimersByTimeAsync(20_000);
    for (const change of [() => (document.body.firstChild as Text).replaceData(0, 7, 'Call us'), () => root.append('Call us')]) {
      look.mockClear();
      change();
      await vi.advanceTimersByTimeAsync(20_000);
      expect(look).toHaveBeenCalledTimes(1);
    }
    shadows.length = 0;
  }); // prettier-ignore

  it('goes on where the page has put something between its roots that cannot be watched', async () => {
    const look = vi.fn();
    const root = document.createElement('div').attachShadow({ mode: 'closed' });
    shadows.push({} as ShadowRoot, root); // whatever it may be
    begin(look);
    await vi.advanceTimersByTimeAsync(20_000);
    look.mockClear();
    for (const place of [document.body, root]) {
      place.append('Call us');
      await vi.advanceTimersByTimeAsync(20_000);
    }
    expect(look).toHaveBeenCalledTimes(2);
    shadows.length = 0;
  });

  it('is quiet once it was stopped', async () => {
    const look = vi.fn();
    const schedule = begin(look);
    schedule.stop();
    schedule.restart();
    await change(5_000, 100);
    expect(look).not.toHaveBeenCalled();
  });
});
