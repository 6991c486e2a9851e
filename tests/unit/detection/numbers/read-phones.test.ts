import { describe, expect, it } from 'vitest';
import { readWords } from '../../../../src/detection/frames/read-words';
import { loadRules } from '../../../../src/detection/phrases/rules';

const rules = loadRules();

function wordsOf(lines: readonly string[], address = 'https://page.example/') {
  const segments = lines.map((text) => ({ text, prominence: 0.5 }));
  return readWords({ segments, title: '', actTexts: [], address }, rules).words;
}

/** The numbers that are read, and whether each stands near a demand to call. */
const phones = (lines: readonly string[]) =>
  wordsOf(lines).phones.map(({ digits, nearCall }) => [digits, nearCall]);

const DEMAND = 'Call Microsoft support now';
const LONG = Array.from({ length: 60 }, () => 'bread').join(' ');

describe('a number in boxes beside each other', () => {
  it('is read where the page asks to call', () => {
    expect(phones([DEMAND, '888', '555-0134'])).toEqual([['8885550134', true]]);
  });

  it('is mostly a table where there is a number to call already', () => {
    expect(phones([`${DEMAND} 888-555-0134`, 'or', '877', '555-0199'])).toEqual([['8885550134', true]]);
  });

  it('is none where nobody asks to call', () => {
    expect(phones(['Sizes and weights', '888', '555-0134'])).toEqual([]);
  });

  it('is none where the figures fit no country', () => {
    expect(phones([DEMAND, '22', '22', '222'])).toEqual([]);
  });

  it('is read beside a number that nobody is to call', () => {
    const found = phones(['Our shop: 877-555-0199.', LONG, DEMAND, '888', '555-0134']);
    expect(found).toEqual([
      ['8885550134', true],
      ['8775550199', false],
    ]);
  });
});

describe('a number without a word that asks to call', () => {
  it('is not to be called for a box that only wants something, nor for a threat in the page itself', () => {
    const sources = { segments: [], title: '', address: 'https://page.example/' };
    const { words } = readWords({ ...sources, actTexts: ['Download AnyDesk. 888-555-0134'] }, rules);
    expect(words.phones.map(({ nearCall }) => nearCall)).toEqual([false]);
    expect(phones(['Your computer is infected. 888-555-0134'])).toEqual([['8885550134', false]]);
  });

  it('is to be called where it is said to be free', () => {
    expect(phones(['Toll-free: 888-555-0134'])).toEqual([['8885550134', true]]);
  });
});

describe('of two numbers in one text', () => {
  it.each([
    ['877-555-0199', '8775550199'],
    ['1-800-555-HELP', '18005554357'], // found after the others, whatever its place
  ])('the one at the demand is to be called, not %s', (other, digits) => {
    expect(phones([`Our shop: ${other}. ${LONG} ${DEMAND} 888-555-0134`])).toEqual([
      ['8885550134', true],
      [digits, false],
    ]);
  });
});

describe('an address that hands over a number', () => {
  const asks = (text: string) =>
    wordsOf([], `https://page.example/?q=${encodeURIComponent(text)}`).addressCall;
  it.each([
    [`${DEMAND} 888-555-0134`, true],
    ['Trojan virus found 888-555-0134', false],
    ['bread 888-555-0134', false],
    [DEMAND, false],
  ])('asks to call by its words alone: %s', (text, expected) => {
    expect(asks(text)).toBe(expected);
  });
});
