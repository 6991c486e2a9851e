import fc from 'fast-check';
import { ACT_NAMES, type FrameFacts, type TabFacts } from '../../../src/detection/facts';
import { emptyLooks, emptyStructure } from '../../../src/detection/frames/empty-facts';
import { familyOf, loadRules } from '../../../src/detection/phrases/rules';

/** Facts of any tab, however unlikely, for the property tests of the judgement. */

const rules = loadRules();
const concepts = [...new Set(rules.labels.filter((label) => !label.brand).map((label) => label.concept))];
export const scamConcepts = concepts.filter((concept) => familyOf(concept) !== 'honest');
const share = fc.double({ min: 0, max: 1, noNaN: true });

/** A concept seen, of the names given. */
export const conceptHit = (names: readonly string[]) =>
  fc.record({
    concept: fc.constantFrom(...names),
    language: fc.constantFrom('en', 'fr'),
    count: fc.integer({ min: 1, max: 9 }),
    prominence: share,
  });
const tally = fc.record({
  count: fc.nat(80),
  unasked: fc.nat(80),
  firstAt: fc.nat(9_000),
  lastAt: fc.nat(9_000),
});
const acts = fc.dictionary(fc.constantFrom(...ACT_NAMES), tally, { maxKeys: 6 });
/** A number, invented. */
export const phone = fc.record({
  shown: fc.constantFrom('555-0101', '01 99 00 00 01'),
  digits: fc.constantFrom('5550101', '0199000001'),
  count: fc.integer({ min: 1, max: 9 }),
  prominence: share,
  fromAddress: fc.boolean(),
  nearCall: fc.boolean(),
});

const frame: fc.Arbitrary<FrameFacts> = fc.record({
  top: fc.constant(false),
  address: fc.constantFrom('https://one.example/', 'https://www.microsoft.com/', 'not an address'),
  title: fc.string(),
  language: fc.constantFrom('en', ''),
  acts,
  actTexts: fc.array(fc.constantFrom('Call Microsoft now', 'Your computer is infected', 'Hello'), {
    maxLength: 2,
  }),
  words: fc.record({
    concepts: fc.array(conceptHit(concepts), { maxLength: 12 }),
    brands: fc.array(
      fc.record({
        id: fc.constantFrom('microsoft', 'apple', 'nobody'),
        count: fc.constant(1),
        prominence: share,
      }),
      { maxLength: 2 },
    ),
    phones: fc.array(phone, { maxLength: 3 }),
    codes: fc.array(fc.constantFrom('0x80070001', 'ER-77'), { maxLength: 2 }),
    length: fc.oneof(fc.nat(1_500), fc.nat(40_000)),
    threatShare: share,
    addressCall: fc.boolean(),
    addressSays: fc.subarray(['advice', 'refutes', 'official-support', 'microsoft']),
    wording: fc.double({ min: -4, max: 4, noNaN: true }),
  }),
  looks: fc.record({
    ...Object.fromEntries(
      Object.entries(emptyLooks()).map(([key, value]) => [
        key,
        typeof value === 'boolean' ? fc.boolean() : key.startsWith('viewport') ? fc.nat(2_000) : fc.double({ min: 0, max: 4, noNaN: true }), // prettier-ignore
      ]),
    ),
  }) as unknown as fc.Arbitrary<FrameFacts['looks']>, // built from the keys of emptyLooks()
  structure: fc.record({
    ...Object.fromEntries(
      Object.entries(emptyStructure()).map(([key, value]) => [
        key,
        typeof value === 'boolean'
          ? fc.boolean()
          : key === 'article' || key === 'quotedShare'
            ? share
            : fc.nat(4_000),
      ]),
    ),
  }) as unknown as fc.Arbitrary<FrameFacts['structure']>, // built from the keys of emptyStructure()
  area: share,
  excerpt: fc.constant(''),
});

/** A whole tab: the first frame is the top one. */
export const tab: fc.Arbitrary<TabFacts> = fc.record({
  frames: fc
    .array(frame, { minLength: 1, maxLength: 4 })
    .map((frames) => frames.map((facts, at) => ({ ...facts, top: at === 0 }))),
  route: fc.record({
    openedByPage: fc.boolean(),
    campaign: fc.boolean(),
    swarm: fc.nat(12),
    reloads: fc.nat(9),
    silentFor: fc.nat(9_000),
  }),
});

/** A copy in which the top frame was changed. */
export function changed(facts: TabFacts, change: (frame: FrameFacts) => void): TabFacts {
  const copy = structuredClone(facts);
  const [first] = copy.frames;
  if (first) change(first);
  return copy;
}
