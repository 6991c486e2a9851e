import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ACT_NAMES, type TabFacts } from '../../src/detection/facts';
import { judge } from '../../src/detection/judge';
import { loadRules } from '../../src/detection/rules';
import { changed, conceptHit, phone, scamConcepts, tab } from './detection/arbitrary-facts';

const rules = loadRules();
const odds = (facts: TabFacts): number => judge(facts, rules).logOdds;

describe('a verdict', () => {
  it('never falls when a scam word is added', () => {
    fc.assert(
      fc.property(tab, conceptHit(scamConcepts), (facts, hit) => {
        expect(odds(changed(facts, (first) => first.words.concepts.push(hit)))).toBeGreaterThanOrEqual(
          odds(facts) - 1e-9,
        );
      }),
    );
  });

  it('never falls when an act is added', () => {
    fc.assert(
      fc.property(
        tab,
        fc.constantFrom(...ACT_NAMES),
        fc.integer({ min: 1, max: 50 }),
        (facts, name, count) => {
          const more = changed(facts, ({ acts: known }) => {
            const before = known[name] ?? { count: 0, unasked: 0, firstAt: 0, lastAt: 0 };
            known[name] = { ...before, count: before.count + count, unasked: before.unasked + count };
          });
          expect(odds(more)).toBeGreaterThanOrEqual(odds(facts) - 1e-9);
        },
      ),
    );
  });

  it('never falls when a number to call or a look is added', () => {
    const looks = fc.constantFrom(
      'fullscreen',
      'systemWindow',
      'fakeScan',
      'cursorHidden',
      'flashing',
      'scrollLocked',
    );
    fc.assert(
      fc.property(tab, looks, phone, (facts, look, number) => {
        const more = changed(facts, (first) => {
          first.looks[look] = true;
          first.words.phones.push(number);
        });
        expect(odds(more)).toBeGreaterThanOrEqual(odds(facts) - 1e-9);
      }),
    );
  });

  it('does not depend on the order of the frames', () => {
    fc.assert(
      fc.property(tab, (facts) => {
        const turned = { ...facts, frames: [...facts.frames].reverse() };
        expect(judge(turned, rules)).toEqual(judge(facts, rules));
      }),
    );
  });
});
