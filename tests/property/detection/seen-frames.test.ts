import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TabFacts } from '../../../src/detection/facts';
import { judge, mayBeTempered } from '../../../src/detection/judgement/judge';
import { loadRules } from '../../../src/detection/phrases/rules';
import { LEVELS, type Verdict } from '../../../src/detection/verdict';
import { tab } from './arbitrary-facts';

const rules = loadRules();
const options = { sensitivity: 'balanced' } as const;
const rank = ({ level }: Verdict): number => LEVELS.indexOf(level);
const share = fc.constantFrom(0, 0.005, 0.1, 0.4, 1);

/** A tab, and how much of each of its frames is in view. */
const looked = tab
  .filter(({ frames }) => frames.length > 1)
  .chain((facts) =>
    fc
      .array(share, { minLength: facts.frames.length, maxLength: facts.frames.length })
      .map((shares): [TabFacts, TabFacts] => [
        facts,
        { ...facts, frames: facts.frames.map((frame, at) => ({ ...frame, shown: shares[at] ?? 1 })) },
      ]),
  );

describe('a tab whose frames are asked how much of them is in view', () => {
  it('was one of those that may be judged worse, wherever it is', () => {
    fc.assert(
      fc.property(looked, ([told, seen]) => {
        const verdict = judge(told, rules, options);
        if (rank(judge(seen, rules, options)) > rank(verdict))
          expect(mayBeTempered(told, verdict, options)).toBe(true);
      }),
    );
  });

  it('is never judged milder for it', () => {
    fc.assert(
      fc.property(looked, ([told, seen]) => {
        expect(rank(judge(seen, rules, options))).toBeGreaterThanOrEqual(rank(judge(told, rules, options)));
      }),
    );
  });
});
