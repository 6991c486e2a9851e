import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ACT_NAMES, type TabFacts } from '../../src/detection/facts';
import { joinFrames } from '../../src/detection/frames/join-frames';
import { judge } from '../../src/detection/judgement/judge';
import { loadRules } from '../../src/detection/phrases/rules';
import { changed, conceptHit, phone, scamConcepts, tab } from './detection/arbitrary-facts';

const rules = loadRules();
const odds = (facts: TabFacts): number => judge(facts, rules).logOdds;
const onlyBoxes = (facts: TabFacts): boolean => joinFrames(facts, rules).onlyActTexts;
/** The one thing that may speak for a page as it does more: with its first box, nothing but that box is known of it. */
const isBoxNow = (before: TabFacts, after: TabFacts): boolean => onlyBoxes(after) && !onlyBoxes(before);

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
          fc.pre(!isBoxNow(facts, more));
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
        // A second number that the eye meets makes a list of both: neither stands out then.
        fc.pre(number.prominence <= 0.2 || facts.frames.every(({ words }) => words.phones.length === 0));
        const more = changed(facts, (first) => {
          first.looks[look] = true;
          first.words.phones.push(number);
        });
        expect(odds(more)).toBeGreaterThanOrEqual(odds(facts) - 1e-9);
      }),
    );
  });

  it('never falls when what a page shows of a lock grows', () => {
    const share = fc.constantFrom('layerCover', 'layerDepth', 'threatFontPx', 'pictureCover');
    fc.assert(
      fc.property(tab, share, fc.double({ min: 0, max: 50, noNaN: true }), (facts, look, by) => {
        const more = changed(facts, (first) => {
          first.looks[look] += by;
        });
        expect(odds(more)).toBeGreaterThanOrEqual(odds(facts) - 1e-9);
      }),
    );
  });

  it('never falls when the way here gets odder', () => {
    const way = fc.constantFrom('swarm', 'reloads', 'silentFor');
    fc.assert(
      fc.property(tab, way, fc.nat(9_000), (facts, name, by) => {
        const { route } = facts;
        const more = {
          ...facts,
          route: { ...route, [name]: route[name] + by, openedByPage: true, campaign: true },
        };
        expect(odds(more)).toBeGreaterThanOrEqual(odds(facts) - 1e-9);
      }),
    );
  });

  it('never falls when a dialog speaks, a company is named, the threat takes more of the text or it sounds more like a scam', () => {
    const dialog = fc.constantFrom(
      'Call Microsoft support now',
      'Your computer is infected',
      'Do not close this window',
    );
    fc.assert(
      fc.property(tab, dialog, fc.double({ min: 0, max: 1, noNaN: true }), (facts, words, by) => {
        const more = changed(facts, (first) => {
          first.actTexts.push(words);
          first.words.brands.push({ id: 'microsoft', count: 1, prominence: by });
          first.words.threatShare = Math.min(1, first.words.threatShare + by);
          first.words.wording = (first.words.wording ?? 0) + 2 * by;
        });
        fc.pre(!isBoxNow(facts, more));
        expect(odds(more)).toBeGreaterThanOrEqual(odds(facts) - 1e-9);
      }),
    );
  });

  it('counts no silence where nothing but its boxes is known of a page', () => {
    const box = fc.constantFrom('Call Microsoft support now', 'Hello');
    fc.assert(
      fc.property(tab, box, fc.nat(90_000), (facts, words, silentFor) => {
        const boxed = changed(facts, (first) => {
          first.actTexts.push(words);
          first.acts.alert = { count: 1, unasked: 1, firstAt: 0, lastAt: 0 };
        });
        for (const frame of boxed.frames) {
          frame.words.length = 0;
          frame.looks.pictureCover = 0;
        }
        const after = (ms: number) => odds({ ...boxed, route: { ...boxed.route, silentFor: ms } });
        expect(after(silentFor)).toBe(after(0));
      }),
    );
  });

  it('does not depend on the order in which the frames arrive', () => {
    const arrival = tab.chain((facts) =>
      fc.tuple(
        fc.constant(facts),
        fc.shuffledSubarray(facts.frames, { minLength: facts.frames.length, maxLength: facts.frames.length }),
      ),
    );
    fc.assert(
      fc.property(arrival, ([facts, frames]) => {
        expect(judge({ ...facts, frames }, rules)).toEqual(judge(facts, rules));
      }),
    );
  });
});
