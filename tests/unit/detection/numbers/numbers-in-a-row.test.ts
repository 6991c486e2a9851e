import { describe, expect, it } from 'vitest';
import { findPhones } from '../../../../src/detection/numbers/find-phones';

const shownIn = (text: string): string[] => findPhones(text).map(({ shown }) => shown);
const certainIn = (text: string): string[] =>
  findPhones(text)
    .filter(({ certain }) => certain)
    .map(({ digits }) => digits);

describe('a number is told from what stands beside it', () => {
  it.each([
    ['24/7 1-888-555-0134', '1-888-555-0134'],
    ['Support 24/7: 1-888-555-0134', '1-888-555-0134'],
    ['Microsoft Support | 1-888-555-0134', '1-888-555-0134'],
    ['Alert | +1-888-555-0134 | Toll Free', '+1-888-555-0134'],
    ['| 01 99 00 12 34 |', '01 99 00 12 34'],
    ['365 - 1-888-555-0134', '1-888-555-0134'],
    ['Microsoft 365 1-888-555-0134', '1-888-555-0134'],
    ['Windows 11 (888) 555-0134', '(888) 555-0134'],
    ['Windows 10 888 555 0134', '888 555 0134'],
    ['Windows 10 01 99 00 12 34', '01 99 00 12 34'],
    ['9-17 h: 01 99 00 12 34', '01 99 00 12 34'],
    ['8:00 - 20:00 01 99 00 12 34', '01 99 00 12 34'],
    ['25.11.2026 - 01 99 00 12 34', '01 99 00 12 34'],
    ['$399.99 1-888-555-0134', '1-888-555-0134'],
    ['1-888-555-0134 - 3 threats', '1-888-555-0134'],
    ['888-555-0134 - 3 threats', '888-555-0134'],
    ['888-555-0134 24 hours', '888-555-0134'],
    ['888-555-0134\n3 threats', '888-555-0134'],
    ['12\n1-888-555-0134', '1-888-555-0134'],
    ['Call 888-555-0134 I will help', '888-555-0134'],
    ['Ligue para o 0800 555 0134', '0800 555 0134'],
    ['Il 01 99 00 12 34', '01 99 00 12 34'],
  ])('%j', (text, shown) => {
    expect(findPhones(text)).toMatchObject([{ shown, certain: true }]);
    expect(findPhones(text)[0]?.start).toBe(text.indexOf(shown));
  });

  it.each([
    '1-888-555-0134 / 1-888-555-0135',
    '1-888-555-0134/1-888-555-0135',
    '1-888-555-0134|1-888-555-0135',
    '1-888-555-0134 • 1-888-555-0135 • 24/7',
    '1-888-555-0134 (1-888-555-0135)',
    '1-888-555-0134 o 1-888-555-0135',
  ])('and from a second one: %s', (text) => {
    expect(certainIn(text)).toEqual(['18885550134', '18885550135']);
  });

  it('in a list as long as one likes', () => {
    const many = Array.from({ length: 12 }, (_, at) => `0800 123 4${at + 10}`);
    expect(shownIn(many.join(', '))).toEqual(many);
  });

  it.each(['978-555-0134', '979-555-0134'])('is no book for its first digits alone: %s', (text) => {
    expect(certainIn(text)).toEqual([text.replaceAll('-', '')]);
  });

  it('goes on in the next line of the source', () => {
    const text = 'Call +1 (888)\n  555-0134 now';
    expect(findPhones(text)).toEqual([
      { shown: '+1 (888) 555-0134', digits: '+18885550134', start: 5, end: 24, certain: true },
    ]);
  });

  it('does not go on where the next line is a price', () => {
    expect(certainIn('+1 888 555\n1,000')).toEqual(['+1888555']);
  });

  it('has a bar for a digit only right between digits', () => {
    expect(certainIn('888-555-0|34')).toEqual(['8885550134']);
    expect(certainIn('| 888-555-0134')).toEqual(['8885550134']);
  });
});

describe('one number stays one', () => {
  it.each([
    '0211 / 960 123 45',
    '+49 - 30 - 960 123 45',
    '+1 888 555 - 0134',
    '01 99 00 12 - 34',
    '0044 (0) 1632 960123',
    '8 8 8 5 5 5 O 1 3 4',
    'Ol 99 OO 12 34',
    '01 99 00 - 12 34',
    '+44. 1632. 96. 00. 01',
  ])('%s', (text) => {
    expect(findPhones(text)).toMatchObject([{ shown: text, certain: true }]);
  });
});

describe('what stands in a row is no number for its parts', () => {
  it.each([
    '12345\n67890',
    '0.123\n0.456\n0.789',
    '10 22 33 44 55 66',
    '23 012 345 678',
    'SIRET 552 012 345 00067',
    'DE89 3704 0044 0532 0130 00',
    'FR76 3000 6000 0112 3456 7890 189',
    'ISBN-13: 978-3-16-148410-0, 24.99',
    '4111 1111 1111 1111 - 12/27 - 123',
    '192.168.100.101, 192.168.100.102, 192.168.100.103',
    '10.20.30.4, 8.8.8.8, 192.168.100.101',
    '48.856614, 2.352222',
    '1,000,000 - 2,000,000',
    '2026-11-25 10:30:59, 12345678',
    '25.11.2026, 26.11.2026, 27.11.2026',
    '10:00 - 11:30, 12:00 - 13:30',
    'Version 10.0 (19045.2130)',
    '0361-2025/01007',
  ])('%j', (text) => {
    expect(certainIn(text)).toEqual([]);
  });
});
