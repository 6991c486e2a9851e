// @vitest-environment jsdom
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Visibility, visibleTexts } from '../../src/content/detector/page-text';
import { toBlocks } from '../../src/content/detector/text-blocks';
import { readText } from '../../src/content/gate/read-text';
import { readWords } from '../../src/detection/frames/read-words';
import { loadRules } from '../../src/detection/phrases/rules';

const rules = loadRules();
const TEXT =
  'Warning! Your computer is infected. Do not close this window. Call Microsoft support now: +1 888 555 0101';

/** A text with some of its parts, and parts of those, put into elements of a line. */
type Split = string | { tag: string; parts: Split[] };

function split(text: string, depth: number): fc.Arbitrary<Split[]> {
  if (depth === 0 || text.length < 2) return fc.constant([text]);
  return fc.uniqueArray(fc.integer({ min: 1, max: text.length - 1 }), { maxLength: 4 }).chain((cuts) => {
    const places = [0, ...cuts.sort((a, b) => a - b), text.length];
    const parts = places.slice(1).map((end, at) => text.slice(places[at], end));
    return fc.tuple(
      ...parts.map((part) =>
        fc
          .tuple(fc.constantFrom('', 'span', 'b', 'i', 'a', 'font'), split(part, depth - 1))
          .map(([tag, inner]): Split => (tag === '' ? part : { tag, parts: inner })),
      ),
    );
  });
}

function grow(part: Split): Node {
  if (typeof part === 'string') return document.createTextNode(part);
  const element = document.createElement(part.tag);
  element.append(...part.parts.map(grow));
  return element;
}

function wordsShown() {
  const segments = toBlocks(visibleTexts(new Visibility())).map(({ text }) => ({
    text,
    prominence: 0.8,
  }));
  return readWords({ segments, title: '', actTexts: [], address: '' }, rules).words;
}

describe('a text split over nodes of a page', () => {
  it('says the same, however deep its parts lie', () => {
    document.body.replaceChildren(TEXT);
    const whole = wordsShown();
    const told = readText().text;
    fc.assert(
      fc.property(split(TEXT, 3), (parts) => {
        document.body.replaceChildren(...parts.map(grow));
        expect(wordsShown()).toEqual(whole);
        expect(readText().text).toBe(told);
      }),
      { numRuns: 40 }, // each builds a page
    );
  });
});
