import { describe, expect, it } from 'vitest';
import { worseHonest, worseRows } from '../../bench/locks/kept';
import { rowOf, type Outcome, type Row } from '../../bench/locks/row';
import { lineOf, report } from '../../bench/locks/table';
import { HONEST } from '../../pages/locks/honest';
import { TECHNIQUES } from '../../pages/locks/index';
import { pageOf } from '../../pages/locks/page';

const outcome = (change: Partial<Outcome>): Outcome => ({
  way: 'itself',
  noticed: true,
  trapped: true,
  closedMs: 100,
  windowLost: false,
  cameBack: false,
  real: true,
  asleep: false,
  trouble: '',
  ...change,
});
const asked = (['key', 'toolbar', 'warning'] as const).map((way) => outcome({ way, closedMs: 50 }));
const trap = { traps: true, loop: false };

describe('a row of the locks bench', () => {
  it('takes the times of closing by itself where it does', () => {
    const row = rowOf('x', 'firefox', trap, [
      outcome({ closedMs: 90 }),
      outcome({ closedMs: 200 }),
      ...asked,
    ]);
    expect(row).toMatchObject({ byItself: true, oneClick: true, medianMs: 145, maxMs: 200 });
  });

  it('a browser that died while closing has lost the window, and first tries that failed are counted', () => {
    const died = outcome({ trouble: 'no answer', closedMs: null, windowLost: true, retried: true });
    const row = rowOf('x', 'firefox', trap, [outcome({}), ...asked, died]);
    expect(row).toMatchObject({ windowLost: true, retried: 1 });
  });

  it('one way that does not close is no one click', () => {
    const row = rowOf('x', 'firefox', trap, [outcome({}), ...asked, outcome({ way: 'key', closedMs: null })]);
    expect(row.oneClick).toBe(false);
  });

  it('a way of which no run is sound is no one click', () => {
    const lost = outcome({ way: 'warning', trouble: 'lost' });
    const row = rowOf('x', 'firefox', trap, [outcome({}), ...asked.slice(0, 2), lost]);
    expect(row).toMatchObject({ oneClick: false, troubles: 1 });
  });

  it('a run in which the browser never answered closed nothing, whatever the others show', () => {
    const silent = (way: Outcome['way']) => outcome({ way, trouble: 'no answer' });
    expect(rowOf('x', 'firefox', trap, [outcome({}), ...asked, silent('itself')]).byItself).toBe(false);
    expect(rowOf('x', 'firefox', trap, [outcome({}), ...asked, silent('key')]).oneClick).toBe(false);
  });

  it('takes the mean of the two middle times, and none of none', () => {
    const of = (...times: number[]) => {
      const all = times.map((closedMs) => outcome({ closedMs }));
      return rowOf('x', 'firefox', trap, all).medianMs;
    };
    expect([of(10, 4_001), of(10, 20, 30), of()]).toEqual([2_006, 20, null]);
  });

  it('does not know whether a page comes back that was never opened again', () => {
    const of = (...came: (boolean | null)[]) => {
      const all = came.map((cameBack) => outcome({ cameBack }));
      return rowOf('x', 'firefox', trap, all).cameBack;
    };
    expect([of(null), of(null, false), of(null, true, false)]).toEqual([null, false, true]);
  });

  it('a trap left open is a failure; a loop whose second dialog never came is not', () => {
    const open = [outcome({ closedMs: null, trapped: false }), ...asked];
    expect(rowOf('x', 'firefox', trap, open).byItself).toBe(false);
    expect(rowOf('x', 'firefox', { traps: true, loop: true }, open).byItself).toBe(null);
  });

  it('of a loop counts the runs in which a second dialog came', () => {
    const loop = { traps: true, loop: true };
    const warnedFirst = outcome({ closedMs: null, trapped: false });
    const row = rowOf('x', 'firefox', loop, [warnedFirst, outcome({ closedMs: 70 }), ...asked]);
    expect(row).toMatchObject({ byItself: true, medianMs: 70 });
    const open = [warnedFirst, outcome({ closedMs: null }), ...asked];
    expect(rowOf('x', 'firefox', loop, open).byItself).toBe(false);
  });

  it('says where a request stood in for a button', () => {
    expect(rowOf('x', 'firefox', trap, [outcome({}), ...asked]).real).toBe(true);
    expect(rowOf('x', 'firefox', trap, [outcome({}), outcome({ way: 'toolbar', real: false })]).real).toBe(
      false,
    );
  });

  it('counts the presses that had to wake the worker', () => {
    const row = rowOf('x', 'firefox', trap, [outcome({}), ...asked, outcome({ way: 'key', asleep: true })]);
    expect(row).toMatchObject({ presses: 4, asleep: 1 });
  });

  it('runs with trouble prove nothing', () => {
    const row = rowOf('x', 'firefox', trap, [outcome({ trouble: 'no browser' })]);
    expect(row).toMatchObject({ noticed: false, oneClick: false, byItself: false });
  });
});

describe('what is printed of a row', () => {
  const row: Row = { ...rowOf('x', 'firefox', trap, [outcome({}), ...asked]), runs: 1, build: 'b' };
  const printed = (one: Row) =>
    lineOf(one, [], '1') + report({ rows: [one], honest: [] }, [], { versions: [], date: new Date(0) });

  it('names the runs that were tried again, where there were any', () => {
    expect(printed({ ...row, retried: 2 })).toMatch(
      /2 RUNS TRIED AGAIN[\s\S]*first said nothing: x in firefox \(2\)/,
    );
    const { retried: _none, ...old } = row;
    for (const one of [row, old]) expect(printed(one)).not.toMatch(/tried again|second time/i);
  });
});

describe('what is said of presses that had to wake the worker', () => {
  const wake = [outcome({}), ...asked.map((one) => ({ ...one, asleep: true }))];
  const row: Row = { ...rowOf('x', 'firefox', trap, wake), runs: 1, build: 'b' };
  const { asleepSeen: _seen, ...old } = row;
  const printed = (...rows: Row[]) => report({ rows, honest: [] }, [], { versions: [], date: new Date(0) });

  it('tells those that were looked at from those of before, of which nobody knows', () => {
    const seen = 'in 3 of 3 presses the worker was seen to be stopped right before';
    const unseen = 'up to a second before 3 of 3 presses the worker was stopped, and nobody looked';
    expect(printed(row)).toContain(seen);
    expect(printed(row)).not.toContain('nobody looked');
    expect(printed(old)).toContain(unseen);
    expect(printed(old)).not.toContain('was seen to be stopped');
    expect(printed(row, old, old)).toMatch(new RegExp(`${seen}; ${unseen.replace('3 of 3', '6 of 6')}`));
  });
});

describe('worse rows', () => {
  const good: Row = { ...rowOf('x', 'chromium', trap, [outcome({}), ...asked]), runs: 1, build: 'b' };

  it('names what was lost, and nothing else', () => {
    expect(worseRows([{ ...good, maxMs: 9_000 }], [good])).toEqual([]);
    expect(worseRows([{ ...good, oneClick: false }], [good])).toHaveLength(1);
    expect(worseRows([{ ...good, noticed: false, cameBack: true, windowLost: true }], [good])).toHaveLength(
      3,
    );
    expect(worseRows([{ ...good, byItself: false }], [{ ...good, byItself: null }])).toEqual([]);
  });

  it('are those in which a request had to stand in for a button', () => {
    const why = 'x, chromium: a button did not show, its request stood in for it';
    expect(worseRows([{ ...good, real: false }], [good])).toEqual([why]);
    expect(worseRows([{ ...good, real: false }], [{ ...good, real: false }])).toEqual([]);
  });

  it('are alarms on honest pages too, which were none before', () => {
    const quiet = {
      page: 'p',
      browser: 'firefox',
      does: '',
      leftAlone: true,
      trouble: '',
      build: 'b',
    } as const;
    const alarm = { ...quiet, leftAlone: false };
    const lost = { ...alarm, trouble: 'no answer' };
    expect(worseHonest([quiet], [alarm])).toEqual([]);
    expect(worseHonest([alarm], [alarm])).toEqual([]);
    for (const before of [[], [quiet], [lost], [{ ...alarm, browser: 'chromium' as const }]])
      expect(worseHonest([alarm], before)).toEqual(['p, firefox: ALARM']);
    expect(worseHonest([lost], [quiet])).toEqual(['p, firefox: could not be watched: no answer']);
    expect(worseHonest([lost], [lost])).toEqual([]);
  });
});

describe('the pages', () => {
  it('have names of their own that make a host', () => {
    const ids = [...TECHNIQUES, ...HONEST].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(id).toMatch(/^[a-z][a-z0-9-]*[a-z0-9]$/);
  });

  it('show no telephone number but reserved ones', () => {
    for (const technique of TECHNIQUES)
      for (const [number] of pageOf(technique).matchAll(/\b1-\d{3}-\d{3}-\d{4}\b/g))
        expect(number).toMatch(/^1-\d{3}-555-01\d\d$/);
  });
});
