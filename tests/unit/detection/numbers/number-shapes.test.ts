import { describe, expect, it } from 'vitest';
import { findPhones } from '../../../../src/detection/numbers/find-phones';

const found = (text: string) => findPhones(`Call ${text} now`);
const shapes = (text: string) => found(text).map(({ digits, certain }) => [digits, certain]);

describe('what is no number to call', () => {
  it.each([
    '192.168.100.101',
    '192.168.100.101:8080',
    '10.155.101.34:8080/',
    '1,000,000,000',
    '1.000.000.000',
    '1 000 000 000',
    '100,000,000,000',
    '1,234,567,890',
    '123,456,789',
    '12,345,678.90',
    '12:30:45.123456',
    '1999 10:20:30',
    '12:30 1234567',
    '9:30 12345678',
    '978-3-16-148410-0',
    '9783161484100',
    '979 10 90636 07 1',
    '4111 1111 1111 1111',
    '+1 888 555 0134 5678 90',
    '(888) 888-8888',
    'OII-555-OIOI',
    '33199001234',
    '06070000.html',
  ])('%s', (text) => {
    expect(found(text)).toEqual([]);
  });
});

describe('what looks a little like that and is one', () => {
  it.each([
    ['+33 1 99 00 2011-1-2', '+3319900201112', true],
    ['+44 1632 9609785', '+4416329609785', true],
    ['01632 960 000', '01632960000', true],
    ['(888) 555-0100', '8885550100', true],
    ['800 000 0134', '8000000134', true],
    ['888-555-OOOl', '8885550001', true],
    ['888*555*0134', '8885550134', false],
    ['019900123', '019900123', false],
    ['8885550134', '8885550134', false],
    ['(8885550134', '8885550134', true],
    ['00 33 1 99 00 12 34', '0033199001234', true],
    ['+01 99 00 123', '+019900123', true],
    ['+999 555 0134', '+9995550134', false],
  ])('%s', (text, digits, certain) => {
    expect(shapes(text)).toEqual([[digits, certain]]);
  });

  it('eight digits after a plus are too few without a country', () => {
    expect(found('+01 99 00 12')).toEqual([]);
  });
});

describe('how it is shown', () => {
  it('from its first digit to its last', () => {
    const text = 'Call  888-555-0134 now';
    const [phone] = findPhones(text);
    expect(text.slice(phone?.start, phone?.end)).toBe('888-555-0134');
  });

  it('40 characters at the most', () => {
    expect(found([...'8885550134'].join(' -- '))[0]?.shown).toHaveLength(40);
  });

  it('without hours two spaces behind it', () => {
    expect(found('888-555-0134  24/7')[0]?.shown).toBe('888-555-0134');
  });

  it('40 of them at the most', () => {
    const many = Array.from({ length: 50 }, (_, index) => `(888) 555-01${index + 10}`);
    expect(findPhones(many.join('\n'))).toHaveLength(40);
    const spoken = 'five five five zero one three four, stop, '.repeat(50);
    expect(findPhones(spoken)).toHaveLength(40);
  });
});

describe('letters for digits', () => {
  it.each([
    ['1-800-555-HELP', '18005554357'],
    ['(800) 555-HELP', '8005554357'],
    ['1800-555-HELP', '18005554357'],
    ['1 - 800 - 555-HELP', '8005554357'],
    ['800 - 555-HELP', '8005554357'],
    ['800-5550HEL', '8005550435'],
  ])('%s', (shown, digits) => {
    const [phone] = found(shown).slice(-1);
    expect(phone).toMatchObject({ digits, certain: true });
    expect(phone?.end).toBe((phone?.start ?? 0) + (phone?.shown.length ?? 0));
  });

  it('three at the least', () => {
    expect(found('800-55501HE')).toEqual([]);
  });
});

describe('numbers in words', () => {
  const WORDS = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];
  const spoken = (digits: string): string => [...digits].map((digit) => WORDS[Number(digit)]).join(' ');

  it.each([
    ['5550134', false],
    ['8885550134', true],
    ['133333333', true],
    ['333333331', true],
    ['123456789012345', false],
  ])('%s', (digits, certain) => {
    expect(shapes(spoken(digits))).toEqual([[digits, certain]]);
  });

  it.each(['555013', '1234567890123456', '1111111111'])('%s is none', (digits) => {
    expect(found(spoken(digits))).toEqual([]);
  });
});
