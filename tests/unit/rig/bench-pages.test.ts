import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { linesOf } from '../../bench/bench/printed';
import type { PagesResult } from '../../bench/bench/results';
import { visit } from '../../bench/bench/run-pages';
import { emptySample, type Sample } from '../../bench/bench/sample';
import { UNMEASURED, verdict } from '../../bench/bench/target';
import { targetsOf } from '../../bench/bench/targets';
import { HEAD } from './bench-head';

describe('a target over the floor, of 0.5 ms', () => {
  const of = (value: number, low: number, high: number): PagesResult => ({
    kind: 'pages',
    ...HEAD,
    rows: [],
    overFloor: { script: { value, low, high } },
  });
  const verdicts = (result: PagesResult) =>
    targetsOf([result]).filter((one) => one.measured !== UNMEASURED).map(verdict); // prettier-ignore

  it('is reached or missed where the whole interval is on one side', () => {
    expect(verdicts(of(0.4, 0.3, 0.5))).toEqual(['reached']);
    expect(verdicts(of(0.7, 0.6, 0.9))).toEqual(['missed by 0.2']);
  });

  it('is so within noise where the interval holds the limit', () => {
    expect(verdicts(of(0.4, 0.3, 0.6))).toEqual(['reached; within noise']);
    expect(verdicts(of(0.6, 0.5, 0.7))).toEqual(['missed by 0.1; within noise']);
    expect(linesOf(of(0.4, 0.3, 0.6))).toMatch(/^reached .* asked ≤ 0\.5 ms; within noise$/m);
  });
});

describe('a visit of the bench', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => {
    vi.useRealTimers();
    vi.restoreAllMocks();
  });
  const wanted = { url: 'http://bench.test/tiny', again: 0, watch: 700, busy: false };

  /** A visit whose first so many tries fail; what it came to, and what was printed. */
  async function visited(fails: number): Promise<{ end: Sample | string; lines: string[] }> {
    const lines: string[] = [];
    vi.spyOn(console, 'log').mockImplementation((line: string) => void lines.push(line));
    let tries = 0;
    const once = () =>
      (tries += 1) <= fails ? Promise.reject(new Error(`lost ${tries}`)) : Promise.resolve(emptySample());
    const going = visit({ kind: 'firefox', visit: once }, wanted, 'ours').catch(
      ({ message }: Error) => message,
    );
    await vi.advanceTimersByTimeAsync(10_000);
    return { end: await going, lines };
  }

  it('that is made again is printed, each time with its reason', async () => {
    expect(await visited(2)).toEqual({
      end: emptySample(),
      lines: ['lost 1', 'lost 2'].map((why) => `firefox ours: ${wanted.url} is visited again: ${why}`),
    });
    expect((await visited(0)).lines).toEqual([]);
  });

  it('that fails each time throws what the last one threw', async () => {
    expect((await visited(3)).end).toBe('lost 3');
  });
});
