import { describe, expect, it } from 'vitest';
import { curve } from '../../bench/bench/document';
import { BENCH_PAGES } from '../../bench/bench/pages';
import type { FiguresResult, PagesResult, Result, TimesResult } from '../../bench/bench/results';
import { overFloor, rowsOf } from '../../bench/bench/run-pages';
import { emptySample, type Sample } from '../../bench/bench/sample';
import { growthExponent, pairedDifference } from '../../bench/bench/statistics';
import { CLOSED, targetsOf, timeName, WAKE_UPS } from '../../bench/bench/targets';
import { linesOf } from '../../bench/bench/printed';

const HEAD = {
  browser: 'chromium',
  name: 'tiny',
  date: '',
  version: '',
  machine: '',
  load: 0,
  rounds: 3,
} as const;

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
