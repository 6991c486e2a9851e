import { describe, expect, it } from 'vitest';
import {
  linesOf,
  partsOf,
  singlePartsOf,
  withoutFewDigits,
  withoutLetterWords,
  type NumberPart,
} from '../../../../src/detection/numbers/number-parts';

const A = '888-555-0134';
const B = '01632 960123';
const texts = (parts: NumberPart[]) => parts.map(({ text }) => text);

/** Each part stands in the run where it says. */
function isInPlace(run: string, parts: NumberPart[]): void {
  for (const { text, at } of parts) expect(run.slice(at, at + text.length)).toBe(text);
}

describe('a run of digits', () => {
  it.each([
    '\n', ' \n ', '\n\n', '  ', '   ', ', ', ': ', ' - ', ' – ', ' — ', ' − ', ' / ', ' • ', ' · ', ' * ', '|',
  ])('is cut at %j', (between) => {
    const run = `${A}${between}${B}`;
    expect(texts(partsOf(run))).toEqual([A, B]);
    isInPlace(run, partsOf(run));
  }); // prettier-ignore

  it.each(['-', ' ', '.', '/', ',', ':', '*', ' -', '- '])('is not cut at %j', (within) => {
    const run = `888${within}555${within}0134`;
    expect(texts(partsOf(run))).toEqual([run]);
  });

  it('is cut before a bracket, and at a slash that follows four digits and has a number behind it', () => {
    expect(texts(partsOf('24 (888) 555-0134'))).toEqual(['24', '(888) 555-0134']);
    expect(texts(partsOf('888-555-0134/01632 960123'))).toEqual([A, B]);
    expect(texts(partsOf('888-555-0134/+44 1632 960123'))).toEqual([A, '+44 1632 960123']);
    expect(texts(partsOf('888-555-0134/(888) 555-0135'))).toEqual([A, '(888) 555-0135']);
    expect(texts(partsOf('888-555-0134/35'))).toEqual(['888-555-0134/35']);
    expect(texts(partsOf('0134/01632 9'))).toEqual(['0134', '01632 9']);
    expect(texts(partsOf('24/888-555-0134'))).toEqual(['24/888-555-0134']);
  });

  it('has no empty parts', () => {
    expect(texts(partsOf(`${A}, , ${B}|`))).toEqual([A, B]);
    expect(partsOf('')).toEqual([]);
  });

  it('has its lines, whatever else could part them', () => {
    const run = `${A}, ${B} \n 24/7`;
    expect(texts(linesOf(run))).toEqual([`${A}, ${B}`, '24/7']);
    isInPlace(run, linesOf(run));
    expect(texts(linesOf(A))).toEqual([A]);
  });
});

describe('numbers with no more than a blank between them', () => {
  it.each([
    [['1-888-555-0134', '1-888-555-0135']],
    [['1-888-555-0134', '1-888-555-0135', '1-888-555-0136']],
    [['01632 960123', '01632 960124']],
    [['(888)555-0134', '(888)555-0135']],
    [['888-555-0134', '888-555-0135']],
  ])('are cut where they are written alike: %j', (numbers) => {
    const run = numbers.join(' ');
    expect(texts(singlePartsOf(run))).toEqual(numbers);
    isInPlace(run, singlePartsOf(run));
  });

  it.each([
    '1-888-555-0134 01632 960123', // not alike
    '8 8 8 5 5 5 0 1 3 4 8 8 8 5 5 5 0 1 3 5', // each digit alone
    '01 99 00 12 34', // one number of groups that are alike
    '8885550 1348885', // too few digits for two numbers
    '1-888-555-0134-1-888-555-0135', // no blank
  ])('are one part: %j', (run) => {
    expect(texts(singlePartsOf(run))).toEqual([run]);
  });

  it('are cut at signs first', () => {
    expect(texts(singlePartsOf(`${A} ${A}, ${B}`))).toEqual([A, A, B]);
  });
});

describe('a few digits beside a number', () => {
  const cut = (text: string, at = 0) => withoutFewDigits({ text, at });

  it.each([
    ['24/7 888-555-0134', '888-555-0134'],
    ['10:30 888-555-0134', '888-555-0134'],
    ['9.99 888-555-0134', '888-555-0134'],
    ['8-20 01632 960123', '01632 960123'],
    ['11 (888) 555-0134', '(888) 555-0134'],
    ['11 +1 888 555 0134', '+1 888 555 0134'],
    ['365 01632 960123', '01632 960123'],
    ['11 1-888-555-0134', '1-888-555-0134'],
    ['11 1300 555 0134', '1300 555 0134'],
    ['11 1800 555 0134', '1800 555 0134'],
    ['11 888-555-0134', '888-555-0134'],
    ['11 888.555.0134', '888.555.0134'],
  ])('before it: %s', (text, number) => {
    expect(cut(text, 7)).toEqual([{ text: number, at: 7 + text.length - number.length }]);
  });

  it.each([
    ['888-555-0134 24', '888-555-0134'],
    ['888-555-0134 7', '888-555-0134'],
    ['888-555-0134 10:30', '888-555-0134'],
  ])('behind it: %s', (text, number) => {
    expect(cut(text, 7)).toEqual([{ text: number, at: 7 }]);
  });

  it('on both sides, each cut by itself', () => {
    const parts = cut('24/7 888-555-0134 24');
    expect(texts(parts)).toEqual(['888-555-0134 24', '24/7 888-555-0134']);
  });

  it.each([
    '1 000 000 000',
    '123 456 789 01234',
    '888-555-0134',
    '2011 888-555-0134',
    '11 888 555 01345',
    '888-555-0134 247',
    '888-555-0134 10:305',
    '01 99 00 12 34',
  ])('there are none in %s', (text) => {
    expect(cut(text)).toEqual([]);
  });
});

describe('words that look like digits', () => {
  it.each([
    ['0800 123 o 0800 124', '0800 123 x 0800 124'],
    ['0800 123 o 0800 124 o 0800 125', '0800 123 x 0800 124 x 0800 125'],
    ['0800 123 Il 0800 124', '0800 123 xx 0800 124'],
    ['0800 123 lo 0800 124', '0800 123 xx 0800 124'],
    ['8 8 8 5 5 5 O 1 3 4', '8 8 8 5 5 5 O 1 3 4'],
    ['888-555-OI34', '888-555-OI34'],
  ])('%s', (text, told) => {
    expect(withoutLetterWords(text)).toBe(told);
  });
});

describe('account numbers', () => {
  it.each([
    'NL91 ABNA 0417 1643 00',
    'DE89 3704 0044 0532 0130 00',
    'GB29NWBK60161331926819',
    'AT61 1904 3002 3457 3201',
    'BE68 5390 0754 7034',
    'FR14 2004 1010 0505',
    'IE29 AIBK 9311 5212 3456 78',
    'PL61 1090 1014 0000 0712 1981 2874',
    'SE45 5000 0000 0583 9825 7466',
    'TR33 0006 1005 1978 6457 8413 26',
  ])('%s', (text) => {
    expect(withoutLetterWords(text)).toBe('x'.repeat(text.length));
  });

  it.each([
    'XDE89 3704 0044 0532',
    '1DE89 3704 0044 0532',
    'DE89 3704',
    'US12 3456 7890 1234',
    'DE8 3704 0044 0532',
    'DE89370400440532013000A',
    'DE893704004405320130001234567890123456',
  ])('is none: %s', (text) => {
    expect(withoutLetterWords(text)).toBe(text);
  });
});
