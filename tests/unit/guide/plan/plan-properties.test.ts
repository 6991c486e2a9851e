import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  HAPPENINGS,
  MEANS,
  SECRETS,
  type Answers,
  type Happening,
} from '../../../../src/ui/guide/plan/answers';
import { BROWSERS, SYSTEMS } from '../../../../src/ui/guide/plan/device';
import { buildPlan, CATALOGUE, type PlanStep, type Situation } from '../../../../src/ui/guide/plan/plan';
import { standing, stepBack, type Mark, type Marks } from '../../../../src/ui/guide/plan/progress';

const anySituation: fc.Arbitrary<Situation> = fc.record({
  answers: fc.record({
    happened: fc.subarray([...HAPPENINGS], { minLength: 1 }),
    means: fc.subarray([...MEANS]),
    secrets: fc.subarray([...SECRETS]),
  }),
  system: fc.constantFrom(...SYSTEMS),
  browser: fc.constantFrom(...BROWSERS),
  country: fc.constantFrom('FR', 'US', 'JP'),
  canCallHelpdesk: fc.boolean(),
  closed: fc.boolean(),
});

/** Must come before, whenever both are in a plan. */
const BEFORE: [string, string][] = [
  ['hang-up', 'bank-today'],
  ['bank-today', 'disconnect'],
  ['disconnect', 'remove-tool'],
  ['keep-proof', 'remove-tool'],
  ['remove-tool', 'remove-others'],
  ['remove-others', 'restart-check'],
  ['restart-check', 'passwords'],
  ['bank-today', 'hold-esc'],
  ['hold-esc', 'our-key'],
  ['force-quit', 'restart'],
  ['restart', 'power-button'],
  ['power-button', 'reopen-clean'],
  ['site-data', 'notifications'],
  ['notifications', 'reset-browser'],
  ['reset-browser', 'full-scan'],
  ['restart-check', 'full-scan'],
  ['full-scan', 'passwords'],
  ['full-scan', 'safe-mode'],
  ['updates', 'safe-mode'],
  ['bank-today', 'letter'],
  ['report', 'call-backs'],
];

function subsets<T>(of: readonly T[]): T[][] {
  return of.reduce<T[][]>((made, one) => [...made, ...made.map((set) => [...set, one])], [[]]);
}

/** Marks steps until none is left; fails when that takes more rounds than there are steps. */
function walk(plan: PlanStep[], choose: (step: PlanStep, round: number) => Mark): Marks {
  let marks: Marks = {};
  for (let round = 0; round <= plan.length; round += 1) {
    const { current } = standing(plan, marks);
    if (current === null) return marks;
    marks = { ...marks, [current.id]: choose(current, round) };
  }
  throw new Error('The walk has no end.');
}

describe('every plan', () => {
  it('keeps the order, repeats nothing, and always has something to do and how', () => {
    fc.assert(
      fc.property(anySituation, (situation) => {
        const plan = buildPlan(situation);
        const ids = plan.map((step) => step.id);
        expect(ids.length).toBeGreaterThan(0);
        expect(new Set(ids).size).toBe(ids.length);
        for (const [first, second] of BEFORE)
          if (ids.includes(first) && ids.includes(second))
            expect(ids.indexOf(first)).toBeLessThan(ids.indexOf(second));
        expect(plan.filter((step) => step.how.length === 0)).toEqual([]);
        // "Or click our button" has the keys it is the other way to before it.
        for (const { how } of plan) {
          const or = how.findIndex((line) => line.key.endsWith('.button'));
          if (or !== -1) expect(how[or - 1]?.keys?.length ?? 0).toBeGreaterThan(0);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('holds what each of its answers needs: mixing loses nothing', () => {
    fc.assert(
      fc.property(anySituation, (situation) => {
        const all = new Set(buildPlan(situation).map((step) => step.id));
        const { happened } = situation.answers;
        const counted = happened.length > 1 ? happened.filter((one) => one !== 'saw') : happened;
        for (const one of counted) {
          const alone = buildPlan({ ...situation, answers: { ...situation.answers, happened: [one] } });
          const lost = alone.filter((step) => !all.has(step.id)).map(({ id }) => id);
          // Who is stuck has the ways out in the place of simply closing the page.
          expect(lost).toEqual(happened.includes('stuck') && lost.length > 0 ? ['close-page'] : []);
          if (lost.length > 0) expect(all.has('hold-esc') || all.has('swipe-away')).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });

  it.each(subsets<Happening>(HAPPENINGS).filter((set) => set.includes('stuck')))(
    '%j: a stuck page is left with the ways out, not closed like any other before them',
    (...happened) => {
      for (const system of SYSTEMS)
        for (const closed of [false, true]) {
          const where = { system, browser: 'chrome', country: 'FR', canCallHelpdesk: false, closed } as const;
          const plan = buildPlan({ answers: { happened, means: [], secrets: [] }, ...where });
          const [first] = plan.filter(({ group }) => group === 'unlock');
          expect(first?.id).toBe(['android', 'iphone'].includes(system) ? 'swipe-away' : 'hold-esc');
        }
    },
  );

  it.each(subsets<Happening>(HAPPENINGS).filter((set) => set.length > 0))(
    '%j reaches an end',
    (...happened) => {
      const answers: Answers = { happened, means: [], secrets: [] };
      for (const system of SYSTEMS) {
        const plan = buildPlan({
          answers,
          system,
          browser: 'firefox',
          country: 'DE',
          canCallHelpdesk: false,
          closed: false,
        });
        expect(
          standing(
            plan,
            walk(plan, () => 'done'),
          ).unsolved,
        ).toEqual([]);
        expect(
          standing(
            plan,
            walk(plan, () => 'failed'),
          ).unsolved,
        ).toEqual(plan);
        expect(
          standing(
            plan,
            walk(plan, () => 'later'),
          ).later,
        ).toEqual(plan);
        walk(plan, (_step, round) => (['done', 'failed', 'later'] as const)[round % 3] ?? 'done');
      }
    },
  );
});

describe('standing', () => {
  const plan = buildPlan({
    answers: { happened: ['stuck'], means: [], secrets: [] },
    system: 'linux',
    browser: 'chrome',
    country: 'US',
    canCallHelpdesk: false,
    closed: false,
  });

  it('skips the other ways once one has worked', () => {
    const state = standing(plan, { 'hold-esc': 'failed', 'our-key': 'done' });
    expect(state.current?.id).toBe('reopen-clean');
    expect(state.unsolved).toEqual([]);
    expect(state.steps.map((step) => step.id)).not.toContain('power-button');
  });

  it('tries the next way when one did not work', () => {
    expect(standing(plan, { 'hold-esc': 'failed' }).current?.id).toBe('our-key');
  });

  it('goes back to the step before, also from the end', () => {
    expect(standing(plan, stepBack(plan, { 'hold-esc': 'failed' })).current?.id).toBe('hold-esc');
    const marks = walk(plan, () => 'later');
    expect(standing(plan, stepBack(plan, marks)).current?.id).toBe('tell-someone');
    expect(stepBack(plan, {})).toEqual({});
  });
});

describe('the catalogue', () => {
  it('names each step once', () => {
    const ids = CATALOGUE.map((step) => step.id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});
