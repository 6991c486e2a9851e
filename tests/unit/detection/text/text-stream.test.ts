import { describe, expect, it } from 'vitest';
import {
  collectPieces,
  streamOf,
  wordsIn,
  type TextSegment,
} from '../../../../src/detection/text/text-stream';

const pieces = (segments: TextSegment[], title = '', actTexts: string[] = []) =>
  collectPieces({ segments, title, actTexts, address: 'https://page.example/' });
const lengths = (segments: TextSegment[], title = '') =>
  pieces(segments, title).map(({ text }) => text.length);
const seen = (text: string): TextSegment => ({ text, prominence: 0.5 });
const many = (count: number, length: number): TextSegment[] =>
  Array.from({ length: count }, () => seen('x'.repeat(length)));

describe('pieces', () => {
  it('are the title and the dialogs, in full sight and never quoted, then the segments', () => {
    expect(pieces([{ text: 'c', prominence: 0.2, quoted: true }], 'a', ['b'])).toEqual([
      { text: 'a', prominence: 1, quoted: false, source: -1 },
      { text: 'b', prominence: 1, quoted: false, source: -1, isActText: true },
      { text: 'c', prominence: 0.2, quoted: true, source: 0 },
    ]);
  });

  it('are cut at 8,000 characters, the title as well', () => {
    expect(lengths([seen('x'.repeat(9_000))], 'x'.repeat(9_000))).toEqual([8_000, 8_000]);
  });

  it('are 40,000 characters in all, the last one cut', () => {
    expect(lengths(many(6, 7_000))).toEqual([0, 7_000, 7_000, 7_000, 7_000, 7_000, 5_000]);
  });

  it('that meet the eye leave the others what is left', () => {
    const small = { text: 'small', prominence: 0.4 };
    expect(lengths([small, ...many(5, 8_000)])).toEqual([0, 8_000, 8_000, 8_000, 8_000, 8_000]);
    expect(lengths([small, ...many(5, 7_999)])).toEqual([0, 5, 7_999, 7_999, 7_999, 7_999, 7_999]);
    expect(lengths([...many(5, 7_999), small]), 'below them').toEqual([
      0, 7_999, 7_999, 7_999, 7_999, 7_999, 5,
    ]);
  });
});

describe('the stream', () => {
  it('has the words of each piece, and knows whose they are', () => {
    const { tokens, owner, first } = streamOf(pieces([seen('butter'), seen('tea honey')], 'bread'));
    expect(tokens.filter((token) => /^[a-z]+$/.test(token))).toEqual(['bread', 'butter', 'tea', 'honey']);
    expect(tokens.map((token, at) => [token, owner[at]])).toEqual(
      expect.arrayContaining([
        ['bread', 0],
        ['butter', 1],
        ['honey', 2],
      ]),
    );
    expect(owner).toHaveLength(tokens.length);
    expect(first.map((at) => tokens[at])).toEqual(['bread', 'butter', 'tea']);
  });
});

describe('words that are spelt out', () => {
  it.each([
    ['a b c d', ['abcd']],
    ['a b c', ['a', 'b', 'c']],
    ['x, yes: a b c d no z', ['x', 'yes', 'abcd', 'no', 'z']],
    ['1 2 3 4', ['1', '2', '3', '4']],
    ['a-z.b c 警', ['azbc', '警']],
    ['', []],
  ])('%s', (text, words) => {
    expect(wordsIn(text)).toEqual(words);
  });

  it('are parted where there are more blanks than one, and short ones are words, too', () => {
    expect(wordsIn('Y O U R   C O M P U T E R   I S \n S T O P P E D, b y  u s')).toEqual([
      'your',
      'computer',
      'is',
      'stopped',
      'by',
      'us',
    ]);
    expect(wordsIn('I N\n  F E C T E D'), 'a line of the source').toEqual(['infected']);
    expect(wordsIn('W  A  R  N'), 'as many blanks everywhere').toEqual(['warn']);
  });
});
