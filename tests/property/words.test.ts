// @vitest-environment jsdom
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toBlocks } from '../../src/content/detector/text-blocks';
import { findCodes } from '../../src/detection/numbers/find-codes';
import { findPhones } from '../../src/detection/numbers/find-phones';
import { cleanText, foldText, tokensOf } from '../../src/detection/text/normalise';
import { addressNumbers, writtenHost, readAddress } from '../../src/detection/numbers/read-address';
import { readWords } from '../../src/detection/frames/read-words';
import { loadRules } from '../../src/detection/phrases/rules';
import { scanGate } from '../../src/detection/scan-gate';
import type { TextSegment } from '../../src/detection/text/text-stream';

const rules = loadRules();
const WORDS = 'Warning! Your computer is infected. Do not close this window. Call Microsoft support now: +1 888 555 0101'.split(' '); // prettier-ignore
const read = (segments: TextSegment[]) =>
  readWords({ segments, title: '', actTexts: [], address: 'https://one.example/' }, rules).words;

describe('the words of a page', () => {
  const whole = read([{ text: WORDS.join(' '), prominence: 0.8 }]);

  it('are the same however they are split over nodes', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(WORDS.join(' ').length), { maxLength: 8 }), (cuts) => {
        const text = WORDS.join(' ');
        const places = [0, ...cuts.sort((a, b) => a - b), text.length];
        const element = document.body;
        const texts = places.slice(1).map((end, at) => ({ text: text.slice(places[at], end), glued: at > 0, element })); // prettier-ignore
        const segments = toBlocks(texts).map((block) => ({ text: block.text, prominence: 0.8 }));
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

describe('the gate', () => {
  it('opens for the same words with invisible signs between the letters', () => {
    const signs = fc.constantFrom('\u200b', '\u00ad', '\u200d', '\u2060', '\ufeff', '\u202a');
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(100), signs), { maxLength: 60 }), (places) => {
        let text = WORDS.join(' ');
        for (const [at, sign] of places) text = text.slice(0, at) + sign + text.slice(at);
        expect(scanGate(text)).toBe(true);
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
        writtenHost(text);
        scanGate(text);
        read([{ text, prominence: 1 }]);
      }),
    );
  });
});
