import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ACT_NAMES, type FrameFacts, type TabFacts } from '../../src/detection/facts';
import { findCodes } from '../../src/detection/find-codes';
import { findPhones } from '../../src/detection/find-phones';
import { emptyLooks, emptyStructure } from '../../src/detection/join-frames';
import { judge } from '../../src/detection/judge';
import { cleanText, foldText, tokensOf } from '../../src/detection/normalise';
import { addressNumbers, hostOf, readAddress } from '../../src/detection/read-address';
import { readWords, type TextSegment } from '../../src/detection/read-words';
import { familyOf, loadRules } from '../../src/detection/rules';
import { scanGate } from '../../src/detection/scan-gate';

const rules = loadRules();
const concepts = [...new Set(rules.labels.filter((label) => !label.brand).map((label) => label.concept))];
const scamConcepts = concepts.filter((concept) => familyOf(concept) !== 'honest');
const share = fc.double({ min: 0, max: 1, noNaN: true });

const conceptHit = (names: readonly string[]) =>
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
const phone = fc.record({
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
  dialogs: fc.array(fc.constantFrom('Call Microsoft now', 'Your computer is infected', 'Hello'), {
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
    length: fc.nat(40_000),
    threatShare: share,
    addressCall: fc.boolean(),
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

const tab: fc.Arbitrary<TabFacts> = fc.record({
  frames: fc
    .array(frame, { minLength: 1, maxLength: 4 })
    .map((frames) => frames.map((facts, at) => ({ ...facts, top: at === 0 }))),
  route: fc.record({
    openedByPage: fc.boolean(),
    redirects: fc.nat(5),
    campaign: fc.boolean(),
    swarm: fc.nat(12),
    reloads: fc.nat(9),
    silentFor: fc.nat(9_000),
  }),
});

function changed(facts: TabFacts, change: (frame: FrameFacts) => void): TabFacts {
  const copy = structuredClone(facts);
  const [first] = copy.frames;
  if (first) change(first);
  return copy;
}

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

const WORDS = 'Warning! Your computer is infected. Do not close this window. Call Microsoft support now: +1 888 555 0101'.split(' '); // prettier-ignore
const read = (segments: TextSegment[]) =>
  readWords({ segments, title: '', dialogs: [], address: 'https://one.example/' }, rules).words;

describe('the words of a page', () => {
  const whole = read([{ text: WORDS.join(' '), prominence: 0.8 }]);

  it('are the same however they are split over nodes', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(WORDS.join(' ').length), { maxLength: 8 }), (cuts) => {
        const text = WORDS.join(' ');
        const places = [0, ...cuts.sort((a, b) => a - b), text.length];
        const segments = places.slice(1).map((end, at) => ({ text: text.slice(places[at], end), prominence: 0.8, glued: at > 0 })); // prettier-ignore
        expect(read(segments)).toEqual(whole);
      }),
    );
  });

  it('are the same with invisible signs between the letters', () => {
    const signs = fc.constantFrom('\u200b', '\u00ad', '\u200d', '\u2060', '\ufeff', '\u202a');
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(100), signs), { maxLength: 20 }), (places) => {
        let text = WORDS.join(' ');
        for (const [at, sign] of places) text = text.slice(0, at) + sign + text.slice(at);
        const { concepts: found, phones, brands } = read([{ text, prominence: 0.8 }]);
        expect({ found, phones, brands }).toEqual({
          found: whole.concepts,
          phones: whole.phones,
          brands: whole.brands,
        });
      }),
    );
  });
});

describe('parsers', () => {
  const anything = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 300 }),
    fc.string({ unit: 'grapheme', maxLength: 300 }),
  );

  it('never throw', () => {
    fc.assert(
      fc.property(anything, (text) => {
        tokensOf(foldText(cleanText(text)));
        findPhones(text);
        findCodes(text);
        addressNumbers(readAddress(text));
        hostOf(text);
        scanGate(text);
        read([{ text, prominence: 1 }]);
      }),
    );
  });
});

describe('hostile text of 10 MB', () => {
  const SIZE = 10_000_000;
  const hostile: Record<string, string> = {
    digits: '1-'.repeat(SIZE / 2),
    dotted: '0.0 '.repeat(SIZE / 4),
    letters: 'a '.repeat(SIZE / 2),
    brackets: '('.repeat(SIZE),
    words: 'call support virus your computer '.repeat(SIZE / 33),
    signs: '警告'.repeat(SIZE / 2),
    marks: 'a\u0301\u200b'.repeat(SIZE / 3),
    mixed: 'Wіndоws '.repeat(SIZE / 8),
    // A pattern that goes back over such a text grows with its square.
    codes: 'code: #'.repeat(SIZE / 7),
  };

  /** Processor time, the best of five: the machine may be busy, the work is not. */
  function bestOf(work: () => unknown): number {
    const times = Array.from({ length: 5 }, () => {
      const before = process.cpuUsage();
      work();
      const { user, system } = process.cpuUsage(before);
      return (user + system) / 1_000;
    });
    return Math.min(...times);
  }

  it.each(Object.keys(hostile))('is scanned within 50 ms: %s', (name) => {
    const text = hostile[name] ?? '';
    const spent = bestOf(() => {
      scanGate(text);
      read([{ text, prominence: 1 }]);
    });
    expect(spent).toBeLessThan(50);
  });
});
