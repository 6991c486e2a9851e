import { describe, expect, it } from 'vitest';
import { curve } from '../../bench/bench/document';
import { exponentsOf } from '../../bench/bench/growth';
import { BENCH_PAGES } from '../../bench/bench/pages';
import type {
  FiguresResult,
  GrowthResult,
  PagesResult,
  Result,
  TimesResult,
} from '../../bench/bench/results';
import { overFloor, rowsOf } from '../../bench/bench/run-pages';
import { emptySample, type Sample } from '../../bench/bench/sample';
import { growthExponent, pairedDifference, pairedRatio } from '../../bench/bench/statistics';
import { UNMEASURED, verdict } from '../../bench/bench/target';
import { CLOSED, targetsOf, timeName, WAKE_UPS } from '../../bench/bench/targets';
import { linesOf } from '../../bench/bench/printed';
import { HEAD } from './bench-head';

function samples(...scripts: number[]): Sample[] {
  return scripts.map((script) => ({ ...emptySample(), script }));
}

describe('the statistics of the bench', () => {
  it('finds the exponent of a power law', () => {
    const points = (power: number) => [1, 10, 100].map((size) => ({ size, cost: 3 * size ** power }));
    expect(growthExponent(points(1))).toBeCloseTo(1);
    expect(growthExponent(points(2))).toBeCloseTo(2);
    expect(growthExponent(points(0))).toBeCloseTo(0);
    expect(growthExponent([{ size: 1, cost: -1 }])).toBeNaN();
  });

  it('takes the median of the differences of pairs, without those that are not whole', () => {
    expect(pairedDifference([3, 9, 4, NaN], [1, 2, 2, 1]).value).toBe(2);
    expect(pairedDifference([NaN], [NaN]).value).toBeNaN();
  });

  it('takes the ratio of pairs in the same way', () => {
    const ours = [10, NaN, 30, 50, 20];
    expect(pairedRatio(ours, [10, 1, 30, 50, NaN])).toEqual({ ratio: 1, low: 1, high: 1 });
    expect(pairedRatio([NaN], [1])).toEqual({ ratio: NaN, low: NaN, high: NaN });
  });
});

/** The targets that a result tells of. */
const measured = (result: Result) => targetsOf([result]).filter(({ missedBy }) => missedBy !== null);

describe('the rows of the bench', () => {
  const all = { none: samples(1, 1, 1), empty: samples(1, 1, 2), ours: samples(2, 2, 4) };

  it('are one a variant and known metric, with the ratio to no extension', () => {
    const rows = rowsOf('chromium', 'tiny', all);
    expect(rows.map(({ variant, metric }) => `${variant} ${metric}`)).toEqual([
      'none script',
      'empty script',
      'ours script',
    ]);
    expect(rows[2]).toMatchObject({ median: 2, ratioToNone: 2, low: 2, high: 4 });
    expect(overFloor(all).script).toMatchObject({ value: 1, low: 1, high: 2 });
  });

  it('leave out what the browser did not tell in one round', () => {
    const some = { ...all, ours: samples(10, NaN, 30, 50), none: samples(10, 20, 30, 50) };
    expect(rowsOf('chromium', 'tiny', some)[2]).toMatchObject({
      median: 30,
      ratioToNone: 1,
      low: 1,
      high: 1,
    });
  });

  it('say by how much a target is missed', () => {
    const result: PagesResult = {
      kind: 'pages',
      ...HEAD,
      rows: rowsOf('chromium', 'tiny', all),
      overFloor: overFloor(all),
    };
    expect(measured(result)[0]).toMatchObject({ asked: '≤ 0.5 ms', missedBy: 0.5 });
    const times: TimesResult = {
      kind: 'closing',
      ...HEAD,
      missed: 0,
      times: { [timeName(CLOSED, true)]: [80, 90, 500] },
    };
    expect(measured(times).map(({ missedBy }) => missedBy)).toEqual([-10, 100]);
    const idle: FiguresResult = {
      kind: 'idle',
      ...HEAD,
      how: '',
      figures: { [WAKE_UPS]: { empty: 0, ours: 2 } },
    };
    expect(measured(idle)).toMatchObject([{ what: WAKE_UPS, browser: 'chromium', asked: '0', missedBy: 2 }]);
    expect(linesOf(idle).split('\n').slice(-1)).toEqual([`MISSED   ${WAKE_UPS}: 2, asked 0`]);
  });

  it('name every target in both browsers, also where nobody has measured it', () => {
    const all = targetsOf([]);
    expect(all.filter(({ missedBy, measured: found }) => missedBy !== null || found !== '–')).toEqual([]);
    for (const browser of ['chromium', 'firefox']) {
      const asked = all.filter((one) => one.browser === browser).map(({ what }) => what);
      expect(asked).toEqual(expect.arrayContaining([WAKE_UPS, `${timeName(CLOSED, true)}: longest`]));
      for (const page of Object.keys(BENCH_PAGES)) expect(asked).toContain(`${page}: load to no extension`);
      expect(new Set(asked).size).toBe(asked.length);
    }
  });
});

describe('a target of times', () => {
  const name = timeName(CLOSED, true);
  const of = (...times: number[]): TimesResult => ({
    kind: 'closing',
    ...HEAD,
    rounds: 5,
    missed: 0,
    times: { [name]: times },
  });

  it('counts a round without a time as longer than any, and says so', () => {
    const [median, longest] = measured(of(50, 60, 70, 80));
    expect(median).toMatchObject({ what: `${name}: median of 5`, measured: '70 ms', missedBy: -30 });
    expect(longest).toMatchObject({ measured: '80 ms of 4', missedBy: Infinity });
    const but = '1 of 5 not seen to close by themselves in time';
    expect([median, longest].map((one) => one && verdict(one))).toEqual([
      `reached; ${but}`,
      `missed; ${but}`,
    ]);
    expect(linesOf(of(50, 60, 70, 80))).toContain(
      `MISSED   ${name}: longest of 5: 80 ms of 4, asked ≤ 400 ms; ${but}`,
    );
  });

  it('is missed where no round at all has one', () => {
    expect(measured(of()).map(verdict)).toEqual([
      'missed; 5 of 5 not seen to close by themselves in time',
      'missed; 5 of 5 not seen to close by themselves in time',
    ]);
  });

  it('has nothing to add where every round has one', () => {
    expect(measured(of(50, 60, 70, 80, 90)).map(verdict)).toEqual(['reached', 'reached']);
  });
});

describe('a target of growth', () => {
  const of = (...costs: number[]): GrowthResult => {
    const points = costs.map((cost, index) => ({ size: 10 ** index, cost }));
    return { kind: 'growth', ...HEAD, name: 'frames', unit: 'ms', points, ...exponentsOf(points) };
  };
  const verdicts = (result: GrowthResult) => {
    const all = targetsOf([result]).filter((one) => one.measured !== UNMEASURED);
    return all.map((one) => `${one.measured}: ${verdict(one)}`);
  };
  const out = '1 of 3 points left out, their cost is not above 0';

  it('is not reached where an exponent could not be computed', () => {
    expect(of(1, -25, 187)).toMatchObject({ tail: null });
    expect(verdicts(of(1, -25, 1))).toEqual([`0, at the end –: not measured; ${out}`]);
    expect(linesOf(of(1, -25, 1))).toContain(`UNKNOWN  growth with frames: 0, at the end –`);
  });

  it('is missed all the same where the other exponent is too steep', () => {
    expect(verdicts(of(1, -25, 100_000))).toEqual([`2.5, at the end –: missed by 1.4; ${out}`]);
  });

  it('says how many points the exponents leave out', () => {
    expect(verdicts(of(-1, 10, 10))).toEqual([`0, at the end 0: reached; ${out}`]);
    expect(verdicts(of(10, 10, 10))).toEqual(['0, at the end 0: reached']);
  });
});

it('a curve shows each point with a bar of its cost', () => {
  expect(
    curve({
      points: [
        { size: 1, cost: 1 },
        { size: 2, cost: 2 },
      ],
    }),
  ).toMatch(/1\.00 {2}#{20}\n.*2\.00 {2}#{40}$/);
});
