import { describe, expect, it } from 'vitest';
import { featuresOf } from '../../../../src/detection/features/features';
import { sumOf } from '../../../../src/detection/judgement/given-locks';
import type { JoinedFacts } from '../../../../src/detection/frames/joined-facts';
import type { Weights } from '../../../../src/detection/judgement/sum';
import { joined } from '../joined-facts';

const WEIGHTS: Weights = {
  bias: -2,
  warn: { careful: 1, balanced: 0, strict: -1 },
  officialWarn: 3,
  dialogWarn: 1.5,
  actScamWords: 0.5,
  lesson: -1.5,
  honestAct: -4,
  honestWording: -1,
  givenLocks: 1,
  actMargin: 1,
  weights: {
    infected: 2,
    fullscreen: 3,
    'asks-fullscreen': 3,
    'keyboard-lock': 3,
    'before-unload': 3,
    'pointer-lock': 3,
    'block-keys': 3,
    'block-menu': 3,
    'sound-unasked': 3,
  },
};
const THREAT = { infected: 1, 'no-close': 1, 'system-voice': 1 };
const weighed = (facts: JoinedFacts) => sumOf(facts, featuresOf(facts), WEIGHTS);
const withActs = (acts: Parameters<typeof joined>[0]['acts'], rest: Parameters<typeof joined>[0] = {}) =>
  weighed(joined({ concepts: THREAT, acts, ...rest }));

describe('locks that a click gives', () => {
  it('count in full up to their limit', () => {
    const { sum, withoutLocks } = sumOf(
      joined({ concepts: THREAT, acts: { beforeunload: 1 } }),
      featuresOf(joined({ concepts: THREAT, acts: { beforeunload: 1 } })),
      { ...WEIGHTS, givenLocks: 9 },
    );
    expect(withoutLocks).toBeCloseTo(0, 9);
    expect(sum.logOdds).toBeGreaterThan(2);
    expect(sum.over).toBe(0);
  });

  it.each([
    ['full screen asked for', { acts: { fullscreen: 1 } }],
    ['full screen that is there', { looks: { fullscreen: true } }],
    ['locked keys', { acts: { 'keyboard-lock': 1 } }],
    ['a locked pointer', { acts: { 'pointer-lock': 1 } }],
    ['blocked keys', { acts: { 'block-key': 1 } }],
    ['a blocked menu', { acts: { 'block-menu': 1 } }],
    ['a question at leaving', { acts: { beforeunload: 2 } }],
    [
      'all of them',
      { acts: { fullscreen: 3, 'keyboard-lock': 1, beforeunload: 1 }, looks: { fullscreen: true } },
    ],
  ] as const)('add no more than that: %s', (_what, given) => {
    const { sum, withoutLocks } = weighed(joined({ concepts: THREAT, ...given }));
    expect(withoutLocks).toBeCloseTo(0, 9);
    expect(sum.logOdds).toBeCloseTo(1, 9);
    expect(sum.over).toBeLessThan(0);
    expect(WEIGHTS.bias + sum.words + sum.looks + sum.acts + sum.honest + sum.over).toBeCloseTo(1, 9);
  });

  it('are told from what a page does unasked, which counts in full', () => {
    const { sum, withoutLocks } = withActs({ sound: 1 }, { unasked: true });
    expect(sum.logOdds).toBe(withoutLocks);
    expect(sum.logOdds).toBeGreaterThan(2);
    const both = withActs({ sound: 1, 'keyboard-lock': 1 }, { unasked: true });
    expect(both.withoutLocks).toBeCloseTo(withoutLocks, 9);
    expect(both.sum.logOdds).toBeCloseTo(withoutLocks + 1, 9);
  });

  it("leave a trap in the name of a company's support what its words weigh, whatever small print stands beside them", () => {
    const weights = { ...WEIGHTS, weights: { ...WEIGHTS.weights, refutes: -3, advice: -3 } };
    const sure = {
      infected: 1,
      locked: 1,
      'no-restart': 1,
      call: 1,
      'official-support': 1,
      'system-voice': 1,
    };
    const acts = { 'keyboard-lock': 1, 'block-key': 3, beforeunload: 2 };
    const locker = (
      brands: Record<string, number>,
      concepts: Record<string, number> = sure,
      locks: Parameters<typeof joined>[0]['acts'] = acts,
    ) =>
      joined({
        concepts: { ...concepts, refutes: 1, advice: 1 },
        acts: locks,
        looks: { fullscreen: true },
        brands,
      });
    const film = locker({ microsoft: 1 }, sure, { fullscreen: 1, 'block-key': 3, 'block-menu': 1 });
    const inName = locker({ microsoft: 1 });
    const inNone = locker({});
    const { 'official-support': _, ...unsaid } = sure;
    expect(featuresOf(inName).trap, 'the page is a trap').toBe(true);
    const kept = sumOf(inName, featuresOf(inName), weights).withoutLocks;
    for (const other of [inNone, locker({ microsoft: 1 }, unsaid), film])
      expect(kept).toBeGreaterThan(sumOf(other, featuresOf(other), weights).withoutLocks + 1);
  });

  it.each([
    ['a quoted alarm', { structure: { quotedShare: 0.5 } }],
    ['an exam', { concepts: { 'for-learning': 0.3 } }],
    ['what a customer says', { concepts: { 'reported-speech': 0.3 } }],
    ["a trial alarm of one's own firm", { concepts: { 'own-business': 0.3 } }],
  ] as const)('leave no trap to %s', (_what, told) => {
    const weights = { ...WEIGHTS, weights: { ...WEIGHTS.weights, refutes: -3 } };
    const concepts = { ...THREAT, call: 1, 'official-support': 1, refutes: 1 };
    const locker = (more: Parameters<typeof joined>[0]) =>
      joined({
        acts: { 'keyboard-lock': 1, 'block-key': 3, beforeunload: 2 },
        looks: { fullscreen: true },
        brands: { microsoft: 1 },
        ...more,
        concepts: { ...concepts, ...more.concepts },
      });
    const [bare, other] = [locker({}), locker(told)].map((facts) => sumOf(facts, featuresOf(facts), weights));
    expect(bare?.withoutLocks).toBeGreaterThan((other?.withoutLocks ?? 0) + 1);
  });

  it('change nothing where there are none', () => {
    const { sum, withoutLocks } = withActs({ alert: 1 });
    expect(sum.over).toBe(0);
    expect(sum.logOdds).toBe(withoutLocks);
  });
});
