import { describe, expect, it } from 'vitest';
import { splitNumbers } from '../../../../src/detection/numbers/split-numbers';

/** What is found: the number, and which texts it goes over. */
const found = (texts: readonly string[]) => splitNumbers(texts).map(({ text, from, to }) => [text, from, to]);

const LONG = 'and this sentence goes on for a good while before it ends';

describe('a number that goes over several texts', () => {
  it.each<[string, string[], [string, number, number]]>([
    ['two parts', ['1-888', '555-0134'], ['1-888 555-0134', 0, 1]],
    ['a box for each digit', [...'8885550134'], ['8 8 8 5 5 5 0 1 3 4', 0, 9]],
    ['signs in boxes of their own', ['888', '-', '555', ' - ', '0134'], ['888-555-0134', 0, 4]],
    ['brackets', ['(888)', '555', '0134'], ['(888)555 0134', 0, 2]],
    ['a plus', ['+1 888', '555-0134'], ['+1 888 555-0134', 0, 1]],
    ['dots, slashes and dashes', ['888.5', '5/5–0', '1·34'], ['888.5 5/5–0 1·34', 0, 2]],
    ['the end of a text and a part', ['Call now 1-888', '555-0134'], ['1-888 555-0134', 0, 1]],
    ['the end of a long text', [`${LONG} +1`, '888 555 0134'], ['+1 888 555 0134', 0, 1]],
    ['a bracket at the end of a text', ['Call (888', ') 555-0134'], ['(888)555-0134', 0, 1]],
    ['the beginning of a text', ['888', '555-0134 now'], ['888 555-0134', 0, 1]],
    ['the beginning of a long text', ['888', `555-0134 ${LONG}`], ['888 555-0134', 0, 1]],
    ['a bracket there', ['1', ' (888) 555-0134, today'], ['1(888)555-0134', 0, 1]],
    ['an end, a part and a beginning', ['Ring 888', '555', '0134 today'], ['888 555 0134', 0, 2]],
    ['texts before and after', ['Hello', '888', '555-0134', 'bye'], ['888 555-0134', 1, 2]],
    ['seven digits', ['555', '0134'], ['555 0134', 0, 1]],
    ['fifteen digits', ['12345678', '9012345'], ['12345678 9012345', 0, 1]],
    ['a part of sixteen signs', [`888${' '.repeat(13)}`, '5550134'], [`888${' '.repeat(14)}5550134`, 0, 1]],
    ['four that grow', ['88', '555', '1013', '2014'], ['88 555 1013 2014', 0, 3]],
    ['five, of which one does not', ['8', '88', '555', '01', '34'], ['8 88 555 01 34', 0, 4]],
    ['the same digit again and again', [...'5555555'], ['5 5 5 5 5 5 5', 0, 6]],
  ])('%s', (_what, texts, expected) => {
    expect(found(texts)).toEqual([expected]);
  });

  it('and another one after it', () => {
    expect(found(['888', '555-0134', 'or', '800', '555-0199'])).toEqual([
      ['888 555-0134', 0, 1],
      ['800 555-0199', 3, 4],
    ]);
  });

  it('and another one that begins in the text where it ends', () => {
    expect(found(['888', '555-0134 or 800', '555-0199'])).toEqual([
      ['888 555-0134', 0, 1],
      ['800 555-0199', 1, 2],
    ]);
  });
});

describe('no number that goes over several texts', () => {
  it.each<[string, string[]]>([
    ['nothing', []],
    ['one text alone', ['8885550134']],
    ['one after words', ['Call', '8885550134']],
    ['one before words', ['8885550134', 'is the number']],
    ['six digits', ['555', '013']],
    ['sixteen digits', ['12345678', '90123456']],
    ['a part of seventeen signs', [`888${' '.repeat(14)}`, '5550134']],
    ['signs without a digit first', ['-', '5550134']],
    ['words with digits at their end', ['abc888', '555-0134']],
    ['words that begin with digits', ['888', '5550x']],
    ['words between', ['888', 'call', '5550134']],
    ['the pages of a list', ['1', '2', '3', '4', '5', '6', '7', '8', '9', '10']],
    ['five that grow', ['1', '22', '333', '4444', '55555']],
    ['the same with signs between', ['1', '-', '2', '-', '3', '-', '4', '-', '5', '-', '6', '-', '7']],
  ])('%s', (_what, texts) => {
    expect(found(texts)).toEqual([]);
  });
});
