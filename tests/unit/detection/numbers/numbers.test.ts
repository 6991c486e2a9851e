import { describe, expect, it } from 'vitest';
import { findPhones } from '../../../../src/detection/numbers/find-phones';
import { addressNumbers, writtenHost, readAddress } from '../../../../src/detection/numbers/read-address';

const digitsIn = (text: string): string[] => findPhones(text).map(({ digits }) => digits);
const certainIn = (text: string): string[] =>
  findPhones(text)
    .filter(({ certain }) => certain)
    .map(({ digits }) => digits);

describe('a number', () => {
  it('is told with its place in the text, as it is shown', () => {
    const [found] = findPhones('Call +1 888 555 0134 now');
    expect(found).toEqual({
      shown: '+1 888 555 0134',
      digits: '+18885550134',
      start: 5,
      end: 20,
      certain: true,
    });
  });

  it.each([
    ['(888) 555-0134', '8885550134'],
    ['888.555.0134', '8885550134'],
    ['888·555·0134', '8885550134'],
    ['+44 1632 960123', '+441632960123'],
    ['0044 1632 960123', '00441632960123'],
    ['00 33 1 99 00 12 34', '0033199001234'],
    ['٨٨٨-٥٥٥-٠١٣٤', '8885550134'],
    ['۸۸۸-۵۵۵-۰۱۳۴', '8885550134'],
    ['८८८-५५५-०१३४', '8885550134'],
    ['৮৮৮-৫৫৫-০১৩৪', '8885550134'],
    ['௮௮௮-௫௫௫-௦௧௩௪', '8885550134'],
    ['๘๘๘-๕๕๕-๐๑๓๔', '8885550134'],
    ['၈၈၈-၅၅၅-၀၁၃၄', '8885550134'],
    ['+420 800 000 152', '+420800000152'],
    ['00 66 2 000 0114', '006620000114'],
    ['888-555-0134.Then', '8885550134'],
    ['888-555-0134.xyz', '8885550134'],
  ])('written as %s is certain', (text, digits) => {
    expect(certainIn(`x: ${text}.`)).toEqual([digits]);
  });

  it.each([
    ['01 99 00 15 60 (7 j/7, 8 h à 20 h)', '01 99 00 15 60'],
    ['+1 (888) 555-0134 (24/7)', '+1 (888) 555-0134'],
    ['1-888-555-0134 24/7', '1-888-555-0134'],
    ['1-888-555-0134, 24 / 7', '1-888-555-0134'],
    ['01 99 00 15 60, 8-20 h', '01 99 00 15 60'],
    ['01632 960123 (8–20, 7/7)', '01632 960123'],
  ])('is shown without the hours behind it: %s', (text, shown) => {
    const [found] = findPhones(`Call ${text}`);
    expect(found).toMatchObject({ shown, start: 5, end: 5 + shown.length, certain: true });
  });

  it.each(['123-456-78, 012-345', '0888 (555) 0134', '+1 888 555 (0134', '01, 99, 00, 12, 34'])(
    'keeps what is no hours: %s',
    (text) => {
      expect(findPhones(text)).toMatchObject([{ shown: text }]);
    },
  );

  it.each([
    ['too short', '555-0134'],
    ['too long', '+1 888 555 0134 8888 8888'],
    ['one digit only', '888-888-8888'],
    ['a date', '2026-11-25 09'],
    ['a date the other way round', '25.11.2026 555'],
    ['a machine', '192.168.10.254'],
    ['a machine with its port', '192.168.10.254:8080'],
    ['a machine with names of one figure', '10.0.0.1'],
    ['an amount', '3,821,900'],
    ['an amount of thousands', '12 000 000'],
    ['a time', '10:30:59 888'],
    ['a book', '978-3-16-148410-0'],
    ['a decimal', '8885550.134'],
    ['two years', '2019-2026'],
    ['a card', '4111 1111 1111 1111'],
    ['part of a word', 'A888-555-0134'],
    ['part of an address of mail', '@8885550134'],
    ['before a word', '888-555-0134abc'],
    ['a file', 'help/888/555-0134.html'],
    ['a picture', 'See 888-555-0134.jpg, please'],
  ])('is not: %s', (_what, text) => {
    expect(certainIn(text)).toEqual([]);
  });

  it('without any sign between is uncertain, and one only where it begins as numbers do', () => {
    expect(findPhones('8885550134')).toMatchObject([{ digits: '8885550134', certain: false }]);
    expect(findPhones('2885550134')).toEqual([]);
    expect(findPhones('88855501')).toEqual([]);
  });

  it.each([
    ['has an area that begins with 2 to 9, in North America', '1-212-555-0101', true],
    ['may have an area that ends as none begins', '1-201-555-0101', true],
    ['has no area that begins with 1', '1-112-555-0101', false],
    ['has no line there that begins with 1', '1-212-155-0101', false],
  ])('%s: %s', (_what, text, certain) => {
    expect(findPhones(text)).toMatchObject([{ shown: text, certain }]);
  });

  it.each([
    ['as in Spain', '91.555.01.34', 'Llame al 91.555.01.34'],
    ['as in Switzerland', '044.555.01.34', 'Rufen Sie 044.555.01.34 an'],
    ['as in Belgium', '02.555.01.34', 'Bel 02.555.01.34'],
  ])('may stand with full stops between its groups, %s', (_where, shown, text) => {
    expect(findPhones(text)).toMatchObject([{ shown, certain: true }]);
  });

  it.each([
    ['accents', 'Windows : votre ordinateur est bloqué.\nDossier 48213\n01 99 00 12 34\nAppelez le support.'],
    [
      'none',
      'Windows : votre ordinateur est arrêté.'.replaceAll('ê', 'e') +
        '\nDossier 48213\n01 99 00 12 34\nAppelez.',
    ],
  ])('stands in a line of its own, in a text with letters with %s', (_what, text) => {
    expect(digitsIn(text)).toEqual(['0199001234']);
  });

  it('has letters O and I for digits, but six real digits at least', () => {
    expect(digitsIn('888-555-O134')).toEqual(['8885550134']);
    expect(digitsIn('OOO-OOO-O134')).toEqual([]);
  });

  it('in letters of the keypad needs three letters', () => {
    expect(digitsIn('1-800-555-HELP')).toContain('18005554357');
    expect(digitsIn('800 ABC DEFG')).toEqual([]);
    expect(digitsIn('1-800-GET-WXYZ')).toContain('18004389999');
    expect(digitsIn('8005-55HE')).toEqual([]);
  });

  it.each([
    ['one eight eight eight five five five zero one three four', ['18885550134']],
    ['five five five zero one three', []],
    ['five five five five five five five', []],
    ['one two three bread four five six seven', []],
    ['oh one two three four five six seven eight nine one two three four five six', []],
  ])('in words: %s', (text, digits) => {
    expect(digitsIn(text)).toEqual(digits);
  });

  it('in letters of the keypad stands beside others', () => {
    const found = digitsIn('888-555-0134 or 1-800-555-HELP or 877-555-0199');
    expect(found.toSorted()).toEqual(['18005554357', '8775550199', '8885550134']);
  });

  it.each([
    '(24/7)',
    ', 8 to 20',
    ', 8 and so on',
    ' (24 hours)',
    '(8–20)',
    ', 24/7',
    ',  24/7',
    ' 7/7',
    '. 2 of us',
    '. 12 of us',
  ])('has no part in what stands right behind it: %s', (behind) => {
    const found = findPhones(`Call 888-555-0134${behind}`);
    expect(found).toMatchObject([{ shown: '888-555-0134', start: 5, end: 17, certain: true }]);
  });

  it('is one of forty at the most, and forty characters long', () => {
    const many = Array.from({ length: 60 }, (_, at) => `888-555-01${String(at + 10)}`).join(' and ');
    expect(findPhones(many)).toHaveLength(40);
    expect(Math.max(...findPhones('8  -  8  -  8  -  5  -  5  -  5  -  0  -  1  -  3  -  4').map(({ shown }) => shown.length), 0)).toBeLessThanOrEqual(40); // prettier-ignore
  });
});

describe('an address', () => {
  const lines = (address: string): string[] => readAddress(address).split('\n');

  it.each([
    ['https://a.example/one/two?three=four&five#six', ['one', 'two', 'three', 'four', 'five', 'six']],
    ['https://a.example/call+us%20now;x', ['call+us%20now', 'call +us%20now', 'call us now', 'x']],
    ['https://a.example/%2520b', ['%2520b', '%20b', ' b']],
    ['https://a.example/%E0%A4%A', ['%E0%A4%A']],
    ['https://a.example', ['']],
    ['', ['']],
    ['HTTP-S://a.example/x', ['x']],
  ])('%s', (address, pieces) => {
    expect(lines(address)).toEqual(pieces);
  });

  it('is read in base64, of both alphabets, where it is a text', () => {
    expect(lines(`https://a.example/${btoa('call 888')}`)).toContain('call 888');
    expect(lines(`https://a.example/${btoa('a?b>c~d?e>').replaceAll('+', '-').replaceAll('/', '_')}`)).toContain('a?b>c~d?e>'); // prettier-ignore
    expect(lines('https://a.example/AAAAAAAAAAAA')).toEqual(['AAAAAAAAAAAA']);
    expect(lines(`https://a.example/${btoa('abc')}`)).toEqual([btoa('abc').replace(/=+$/, '')]);
  });

  it('is read for 8,000 characters at most', () => {
    expect(readAddress(`https://a.example/${'x'.repeat(9_000)}`)).toHaveLength(8_000);
  });

  it.each([
    ['1-888-555-0134', ['18885550134']],
    ['call 555 0134 and (888) 555.0199', ['5550134', '8885550199']],
    ['12-34-56', []],
    ['1 2 3 4 5 6', []],
    ['none', []],
  ])('has the numbers of %s', (text, numbers) => {
    expect(addressNumbers(text)).toEqual(numbers);
  });

  it.each([
    ['https://A.Example/x', 'a.example'],
    ['https://a.example.:81/x', 'a.example'],
    ['https://me:secret@a.example?x', 'a.example'],
    ['moz-extension://abc#x', 'abc'],
    ['a.example/x', ''],
    ['', ''],
  ])('%s is of the host "%s"', (address, host) => {
    expect(writtenHost(address)).toBe(host);
  });
});
