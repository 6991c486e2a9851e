import { describe, expect, it } from 'vitest';
import { readWords } from '../../../../src/detection/frames/read-words';
import { loadRules } from '../../../../src/detection/phrases/rules';

const rules = loadRules();

/** The numbers that a text asks to call, as shown. */
function calledIn(text: string): string[] {
  const sources = { segments: [{ text, prominence: 0.6 }], title: '', actTexts: [], address: '' };
  const { phones } = readWords(sources, rules).words;
  return phones.filter(({ nearCall }) => nearCall).map(({ shown }) => shown);
}

describe('beside a demand to call, no number to call is', () => {
  it.each([
    ['a date with the month first', '09/28/2026'],
    ['the same with a time', '11/25/2026 10:30 PM'],
    ['a Korean date', '2026. 11. 25.'],
    ['a German date with blanks', '25. 11. 2026'],
    ['a year and a time', '25 November 2026, 17:30'],
    ['a short date and a time', '25.12.26 10:30'],
    ['opening hours with points', 'Mo-Fr 08.00-18.00'],
    ['the same with a dash and blanks', '08.00 – 18.00 h'],
    ['the same with a break at noon', '9.00-12.30, 14.00-18.00'],
    ['an amount with cents behind a comma', '345.678,90 EUR'],
    ['an amount of millions', '1.299.000,00 EUR'],
    ['an amount as in India', '23,45,678.00'],
    ['a build of Windows', 'Windows 10.0.19045.2130'],
    ['the id of a Windows', '00330-80000-00000-AA123'],
    ['a Brazilian company', '12.345.678/0001-95'],
    ['a Brazilian person', '123.456.789-09'],
    ['two machines', '8.8.8.8 / 8.8.4.4'],
    ['a machine in brackets', '(203.0.113.202 - - [19/Nov/2026])'],
    ['a British account', 'GB29 NWBK 6016 1331 9268 19'],
    ['a Dutch account', 'NL91 ABNA 0417 1643 00'],
    ['the pages of a list', '« 1 2 3 4 5 6 7 8 9 10 »'],
    ['the number of a case', 'Ref. 842-913-655'],
    ['the same in one German word', 'Ticketnummer: 842-913-655'],
    ['of a customer', 'Kundennummer 842-913-655'],
    ['the same in Portuguese', 'Referência 842-913-655'],
    ['the same in French', 'Dossier n° 842 913 655'],
    ['a French firm', 'SIREN 842 913 655'],
    ['the same in its register', 'RCS Lyon 842 913 655'],
    ['an Australian firm', 'ABN 12 345 678 901'],
    ['an older book', 'ISBN 2-07-036822-8'],
  ])('%s', (_what, text) => {
    expect(calledIn(`Call support now. ${text}`)).toEqual([]);
  });

  it('nor do they keep the number from being told', () => {
    expect(calledIn('Rufen Sie uns an: 0800 000 0123 (08.00-18.00 Uhr)')).toEqual(['0800 000 0123']);
    expect(calledIn('Call us: 1-888-555-0134 10:30')).toEqual(['1-888-555-0134']);
    expect(calledIn('Ring oss: 01632 960 001 eller GB29 NWBK 6016 1331 9268 19')).toEqual(['01632 960 001']);
  });
});

describe('what is written like a telephone number is one, whatever stands before it', () => {
  it.each([
    'Case: 1-888-555-0134',
    'Ticket 888-555-0134',
    'Dossier : 01 99 00 12 34',
    'Ref. +33 1 99 00 12 34',
    'Ticket #482913 - 1-888-555-0134',
    'Ref. 4829103 - 888-555-0134',
    'Case no. 77261 (888) 555-0134',
    'Ticket: 8841 - 1-888-555-0134',
    'Ticket: 8841 1-888-555-0134',
    'Ticket: 8841 01 99 00 12 34',
    'Support ticket: 8885550134',
    'Support ticket: 1-8885550134',
    'Case: 1800 555 013',
    'Ticket: 800 555 013',
    'Ref. 900 555 013',
    'Geben Sie ein: 8005550134',
    'In any case 842-913-655',
  ])('%s', (text) => {
    expect(calledIn(`Call support now. ${text}`)).toHaveLength(1);
  });
});

describe('a number to call', () => {
  it.each([
    ['behind hours that begin a sentence', 'Call us: 24/7 1-888-555-0134', ['1-888-555-0134']],
    ['that goes on in the next line of the source', 'Call us: 01632 960\n   123', ['01632 960 123']],
    ['with hyphens that keep it in one line', 'Call us 212‑555‑0134', ['212‐555‐0134']],
    ['with signs of minus', 'Call us 212−555−0134', ['212−555−0134']],
    ['right behind "TEL"', '今すぐお電話ください TEL0120-000-123', ['0120-000-123']],
    ['right behind the sign for it', '今すぐお電話ください ℡0120-000-123', ['0120-000-123']],
    ['with letters behind a plus', 'Call us: +1 (844) 555-HELP', ['+1 (844) 555-HELP']],
    ['said twice', 'Call us 1-888-555-0134 1-888-555-0134', ['1-888-555-0134']],
    [
      'beside a second one',
      'Appelez-nous 01 99 00 12 34 01 99 00 12 35',
      ['01 99 00 12 34', '01 99 00 12 35'],
    ],
    ['and again and again', `Call us 24/7${' 1-888-555-0134'.repeat(9)}`, ['1-888-555-0134']],
  ])('is one %s', (_what, text, shown) => {
    expect(calledIn(text)).toEqual(shown);
  });

  it.each([
    ['Call us: 1-888-555-0134. 2 of our people wait', '1-888-555-0134'],
    ['Appelez-nous au 01 99 00 12 34. 2 techniciens', '01 99 00 12 34'],
    ['Appelez-nous au 01. 99. 00. 12. 34', '01. 99. 00. 12. 34'],
  ])('ends where its sentence does: %s', (text, shown) => {
    expect(calledIn(text)).toEqual([shown]);
  });

  it('is no card with as many digits on both sides', () => {
    expect(calledIn('Call us, it takes 4111 1111 1111 1111')).toEqual([]);
  });

  it.each([
    '今すぐお電話ください。お客様のコンピューターは安全のためロックされています。 050-0000-0123',
    '请立即联系微软技术支持，否则您的电脑将被永久锁定并且数据将会丢失：400-000-0123',
  ])('is as near to the demand in signs as in words: %s', (text) => {
    expect(calledIn(text)).toHaveLength(1);
  });

  it('is kept behind any number of others that nobody asks to call', () => {
    const others = Array.from({ length: 30 }, (_, at) => ({
      text: `01632 960${at + 100} is a number`,
      prominence: 0.4,
    }));
    const segments = [...others, { text: 'Call Windows support now: 1-888-555-0134', prominence: 0.6 }];
    const { phones } = readWords({ segments, title: '', actTexts: [], address: '' }, rules).words;
    expect(phones).toHaveLength(20);
    expect(phones).toContainEqual(expect.objectContaining({ digits: '18885550134', nearCall: true }));
  });
});
