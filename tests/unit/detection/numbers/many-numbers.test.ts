import { beforeEach, expect, it, vi } from 'vitest';
import { collectPhones } from '../../../../src/detection/numbers/read-phones';
import { readWords } from '../../../../src/detection/frames/read-words';
import { loadRules } from '../../../../src/detection/phrases/rules';

/** How many texts are searched for numbers: most of what the reading of them takes. */
const searched = vi.hoisted(() => vi.fn());
vi.mock('../../../../src/detection/numbers/find-phones', async (original) => {
  const { findPhones } = await original<{ findPhones: (text: string) => unknown }>();
  return { findPhones: (text: string) => (searched(), findPhones(text)) };
});
beforeEach(() => void searched.mockClear());

const rules = loadRules();
const phonesOf = (lines: readonly string[]) => {
  const segments = lines.map((text) => ({ text, prominence: 0.5 }));
  const { words } = readWords({ segments, title: '', actTexts: [], address: 'https://page.example/' }, rules);
  return words.phones.map(({ digits, nearCall }) => [digits, nearCall]);
};

/** A page has no more room for such lines. */
const MANY = 2_000;
const numbers = (before: string): string[] =>
  Array.from({ length: MANY }, (_, index) =>
    `${before}888-${1_000_000 + index}`.replace(/(\d{3})(\d{4})$/, '$1-$2'),
  );
const LONG = 'bread '.repeat(60);

it('of numbers to be called no more are searched for than are told', () => {
  const found = phonesOf(numbers('Call us: '));
  expect([found.length, found.every(([, nearCall]) => nearCall)]).toEqual([20, true]);
  expect(searched.mock.calls.length).toBeLessThan(40);
});

it('behind many numbers that nobody is to call the one to be called is found, and little else searched', () => {
  const found = phonesOf([...numbers(''), LONG, 'Call Microsoft support now: 1-877-555-0199']);
  expect(found.length).toBe(20);
  expect(found[0]).toEqual(['18775550199', true]);
  expect(searched.mock.calls.length).toBeLessThan(80);
});

it('nor is anything put together from boxes where nobody asks to call', () => {
  const boxes = ['888', '555-0134', 'bread'];
  expect(phonesOf(Array.from({ length: MANY }, (_, index) => boxes[index % 3] ?? ''))).toEqual([]);
  expect(searched.mock.calls.length, 'each by itself, and the title').toBe(MANY + 1);
});

it('a number is not set beside each place of a page that asks to call', () => {
  let asked = 0;
  const demands = new Proxy(
    Array.from({ length: MANY }, (_, index) => index),
    { get: (places, name, self): unknown => ((asked += 1), Reflect.get(places, name, self)) },
  );
  const pieces = numbers('').map((text) => ({ text, prominence: 0.5, quoted: false, source: 0 }));
  const first = pieces.map((_, index) => MANY + 30 + index * 3);
  const stream = { tokens: Array.from({ length: 3 * MANY + MANY + 30 }, () => 'x'), owner: [], first };
  collectPhones(pieces, stream, { demands, labels: [], alarmed: new Set() }, '');
  expect(asked).toBeLessThan(50 * MANY);
});
