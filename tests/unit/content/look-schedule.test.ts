// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { LookSchedule } from '../../../src/content/gate/look-schedule';

const parser = vi.hoisted(() => ({ isAtWork: false }));
vi.mock('../../../src/content/safe-document', async (original) => ({
  ...(await original<object>()),
  isLoading: () => parser.isAtWork,
}));

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

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
    new LookSchedule(look).start();
    await vi.advanceTimersByTimeAsync(120_000);
    expect(look).toHaveBeenCalledTimes(1);
  });

  it('looks less and less often at a page that changes all the time', async () => {
    const look = vi.fn();
    new LookSchedule(look).start();
    await change(10_000, 50);
    const early = look.mock.calls.length;
    expect(early).toBeGreaterThanOrEqual(5);
    await change(60_000, 500);
    expect(look.mock.calls.length - early).toBeLessThanOrEqual(5);
  });

  it('looks soon again after a click', async () => {
    const look = vi.fn();
    const schedule = new LookSchedule(look);
    schedule.start();
    await change(30_000, 100);
    const before = look.mock.calls.length;
    schedule.restart();
    await change(3_000, 100);
    expect(look.mock.calls.length - before).toBeGreaterThanOrEqual(2);
  });

  it('looks at what a click shows before the page can jam itself, and once more later', async () => {
    const look = vi.fn();
    const schedule = new LookSchedule(look);
    schedule.start();
    await vi.advanceTimersByTimeAsync(5_000);
    const before = look.mock.calls.length;
    schedule.restart();
    document.body.append(document.createElement('p'));
    await vi.advanceTimersByTimeAsync(60);
    expect(look.mock.calls.length - before).toBe(1);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(look.mock.calls.length - before).toBe(2);
  });

  it('is quiet once it was stopped', async () => {
    const look = vi.fn();
    const schedule = new LookSchedule(look);
    schedule.start();
    schedule.stop();
    schedule.restart();
    await change(5_000, 100);
    expect(look).not.toHaveBeenCalled();
  });
});

describe('while the page is parsed', () => {
  beforeEach(() => {
    document.body.replaceChildren();
    parser.isAtWork = true;
  });
  afterEach(() => (parser.isAtWork = false));

  /** The parser puts elements in; a microtask later the change is told. */
  async function parse(...names: string[]): Promise<void> {
    for (const name of names) {
      const element = document.createElement(name);
      if (name === 'p') element.textContent = 'words';
      document.body.append(element);
    }
    await vi.advanceTimersByTimeAsync(0);
  }

  it('looks at the words before a script that follows them can jam the page', async () => {
    const look = vi.fn();
    new LookSchedule(look).start();
    await parse('p', 'script');
    expect(look).toHaveBeenCalledTimes(1);
  });

  it('lets words without a script wait, and looks once they have stood for a while', async () => {
    const look = vi.fn();
    new LookSchedule(look).start();
    await parse('p');
    await parse('p');
    expect(look).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(60);
    expect(look).toHaveBeenCalledTimes(1);
  });

  it('does not wait for a script for ever, on a page of many pieces', async () => {
    const look = vi.fn();
    new LookSchedule(look).start();
    for (let piece = 0; piece < 4; piece += 1) await parse('p');
    expect(look).toHaveBeenCalledTimes(1);
  });

  it('waits for words where only a script has come', async () => {
    const look = vi.fn();
    new LookSchedule(look).start();
    await parse('script');
    expect(look).not.toHaveBeenCalled();
    await parse('p');
    expect(look).toHaveBeenCalledTimes(1);
  });
});
