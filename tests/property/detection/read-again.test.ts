import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAgain, readWords } from '../../../src/detection/frames/read-words';
import { loadRules } from '../../../src/detection/phrases/rules';
import type { TextSegment } from '../../../src/detection/text/text-stream';

const rules = loadRules();

const line = fc.constantFrom(
  'Your computer is infected.',
  'Call Windows Support now: +1 (800) 555-0142',
  'Do not close this window.',
  'Ihr Computer wurde gesperrt.',
  '01 99 00 12 34',
  'Bread and cheese',
  '',
);
const prominence = fc.double({ min: 0, max: 1, noNaN: true });
const sources = fc.record({
  segments: fc.array(fc.record({ text: line, prominence, quoted: fc.boolean() }), { maxLength: 12 }),
  title: line,
  actTexts: fc.array(line, { maxLength: 3 }),
  address: fc.constantFrom('https://page.example/', 'https://page.example/?call=+18005550142'),
});
const padding = fc.constantFrom(0, 0, 9_000, 39_000, 60_000);

describe('a page whose texts are measured after it was read', () => {
  it('says what it says when it is read anew, however long it is', () => {
    let [whole, cut] = [0, 0];
    const isSame = fc.property(sources, fc.infiniteStream(prominence), padding, (read, later, length) => {
      const fill = Array.from({ length: Math.ceil(length / 4_000) }, (): TextSegment => {
        return { text: 'bread '.repeat(666), prominence: 0.4 };
      });
      const segments: TextSegment[] = [...fill, ...read.segments];
      const before = readWords({ ...read, segments }, rules);
      for (const segment of segments) segment.prominence = later.next().value ?? 0;
      const again = readAgain(before, { ...read, segments }, rules);
      if (before.found === null) cut += 1;
      else whole += 1;
      expect(again.words).toEqual(readWords({ ...read, segments }, rules).words);
      expect(again.tellingSegments).toEqual(readWords({ ...read, segments }, rules).tellingSegments);
    });
    fc.assert(isSame, { numRuns: 200 });
    expect(Math.min(whole, cut)).toBeGreaterThan(10);
  });
});
