import { describe, expect, it } from 'vitest';
import { readWords } from '../../../../src/detection/frames/read-words';
import { loadRules } from '../../../../src/detection/phrases/rules';

const rules = loadRules();

/** The numbers of a page whose boxes say these texts: digits, and whether one is asked to call them. */
function numbersOf(...texts: string[]): [string, boolean][] {
  const segments = texts.map((text) => ({ text, prominence: 0.6 }));
  const { words } = readWords({ segments, title: '', actTexts: [], address: '' }, rules);
  return words.phones.map(({ digits, nearCall }) => [digits, nearCall]);
}

const TO_CALL = [['18885550134', true]];

describe('a number to call with other signs between its groups', () => {
  it.each([
    ['figure dashes', '1‒888‒555‒0134'],
    ['bars', '1―888―555―0134'],
    ['the sign for a long vowel', '1ー888ー555ー0134'],
    ['points of Japanese', '1・888・555・0134'],
    ['points of mathematics', '1 ⋅ 888 ⋅ 555 ⋅ 0134'],
    ['tildes', '1~888~555~0134'],
    ['apostrophes', "1'888'555'0134"],
    ['brackets', '1 [888] 555-0134'],
    ['arrows', '1→888→555→0134'],
    ['little pictures', '1 ☎ 888 ☎ 555 ☎ 0134'],
    ['white on black digits', '1 ❽❽❽ ❺❺❺ ⓿❶❸❹'],
    ['digits in two rings', '⓵ ⓼⓼⓼ 555 0134'],
  ])('is one: %s', (_what, number) => {
    expect(numbersOf(`Call support now: ${number}`)).toEqual(TO_CALL);
  });

  it('is shown without half of its brackets', () => {
    const { words } = readWords(
      {
        segments: [{ text: 'Call support now: [888] 555-0134', prominence: 1 }],
        title: '',
        actTexts: [],
        address: '',
      },
      rules,
    );
    expect(words.phones.map(({ shown }) => shown)).toEqual(['888 555-0134']);
  });

  it.each([
    ['where nobody asks to call', 'The sum of 1~888~555~0134 is told in a table'],
    ['an amount', "Call us now, it costs 12'345'678'901"],
    ['no way in which a country writes one', 'Call us now: 1~234~567~890~12'],
    ['beside a number that is written plainly', 'Call us now: 01632 960 001, or see 1~888~555~0134'],
  ])('is none: %s', (_what, text) => {
    expect(numbersOf(text).filter(([digits]) => digits !== '01632960001')).toEqual([]);
  });
});

describe('a number with letters in the place of its noughts', () => {
  it.each(['8oo . ooo . o39', '8OO OOO O39', '8oo-ooo-o39'])(
    'is one where the text asks to call: %s',
    (number) => {
      expect(numbersOf(`Chiami subito il numero verde: ${number}`)).toEqual([['800000039', true]]);
    },
  );

  it('may have ones among them, where there are four figures', () => {
    expect(numbersOf('Jetzt anrufen: o8 oo ooo o3 9l')).toEqual([]);
    expect(numbersOf('Jetzt anrufen: 08 oo ooo o3 9l')).toEqual([['08000000391', true]]);
  });

  it('is none anywhere else', () => {
    expect(numbersOf('Il codice del ricambio: 8oo . ooo . o39')).toEqual([]);
    expect(numbersOf('Chiami subito: oo . ooo . oo')).toEqual([]);
    expect(numbersOf('Jetzt anrufen: OII-555-OIOI')).toEqual([]);
    expect(numbersOf('Chiami subito: 8oo ooo ooo o39'), 'longer than any country has them').toEqual([]);
  });
});

describe('a number in words', () => {
  it.each([
    ['with "hundred"', 'one eight hundred five five five zero one three four', '18005550134'],
    ['with digits between', 'eight eight eight, 555, 0 1 3 4', '8885550134'],
    ['with hyphens', '1-eight-eight-eight-555-0134', '18885550134'],
    ['in Japanese signs', '〇一二〇 九九〇 一二三', '0120990123'],
    ['in Chinese, as on the telephone', '四零零 零零零 零幺五八', '4000000158'],
    ['in Korean', '공팔공 공공공 공일오팔', '0800000158'],
    ['in Korean, syllable by syllable', '공 팔 공 공 공 공 공 일 오 팔', '0800000158'],
    ['in Russian', 'восемь восемь ноль ноль ноль ноль ноль ноль один пять восемь', '88000000158'],
    ['in Turkish', 'sıfır sekiz yüz, sıfır sıfır sıfır, bir beş sekiz üç', '08000001583'],
    ['in Arabic', 'ثمانية صفر صفر صفر صفر صفر صفر واحد خمسة ثمانية', '8000000158'],
    ['in Hindi', 'एक आठ शून्य शून्य शून्य शून्य शून्य शून्य एक पाँच आठ', '18000000158'],
    ['with "double" and "triple"', 'zero one six three two, nine six zero, double zero one', '01632960001'],
    ['with "triple"', 'one triple eight, triple five, zero one three four', '18885550134'],
    ['with "three times"', 'zero due, tre volte zero, zero uno sei due', '020000162'],
    ['in French, digit by digit', 'zéro un neuf neuf zéro zéro un deux trois quatre', '0199001234'],
    [
      'in French, in pairs',
      'zéro un, quatre-vingt-dix-neuf, zéro zéro, soixante-trois, zéro huit',
      '0199006308',
    ],
    [
      'in French, of hard pairs',
      'zéro un quatre-vingt-dix-neuf zéro zéro soixante et onze quatre-vingt-un',
      '0199007181',
    ],
    [
      'in French, of easy ones',
      'zéro un quatre vingt dix neuf zéro zéro vingt et un quarante-cinq',
      '0199002145',
    ],
    [
      'in French, of ten to nineteen',
      'zéro un quatre-vingt-dix-neuf zéro zéro dix-sept treize',
      '0199001713',
    ],
    [
      'in French, after a four',
      'zéro un, quatre-vingt-dix-neuf, zéro zéro, zéro quatre, vingt-deux',
      '0199000422',
    ],
    ['in the French of Belgium', 'zéro un nonante-neuf zéro zéro septante-deux huitante', '0199007280'],
  ])('%s', (_what, words, digits) => {
    expect(numbersOf(`Call support now: ${words}`)).toEqual([[digits, true]]);
  });

  it('is one to call also at the end of a long text', () => {
    const long = 'The river runs past the old mill and children play there. '.repeat(5);
    const words = 'one eight eight eight five five five zero one three four';
    expect(numbersOf(`${long} Call support now: ${words}`)).toEqual(TO_CALL);
    expect(numbersOf(`Call support now. ${long} ${words}`)).toEqual([['18885550134', false]]);
  });

  it.each([
    ['a year and a word', 'Call us now: two 2024 11 times'],
    ['too few words', 'Call us now: one 888 two 5550134'],
  ])('is none: %s', (_what, text) => {
    expect(numbersOf(text)).toEqual([]);
  });
});

describe('a number in several boxes', () => {
  it('is one to call, in two parts or with a box for each digit', () => {
    expect(numbersOf('Call support now', '1-888', '555-0134')).toEqual(TO_CALL);
    expect(numbersOf('Call support now: 1-888-', '555-0134 (toll free)')).toEqual(TO_CALL);
    expect(numbersOf('Call support now', ...'18885550134')).toEqual(TO_CALL);
    expect(numbersOf('Call support now', ...'1-(888)-555-0134')).toEqual(TO_CALL);
  });

  it.each<[string, string[]]>([
    ['where nobody asks to call', ['The table', '1-888', '555-0134']],
    ['the pages of a list', ['Call us now', '1', '2', '3', '4', '5', '6', '7', '8', '9', '10']],
    ['some of them', ['Call us now', '1', '2', '3', '…', '.', '98', '99', '100', '101']],
    ['the days of a month', ['Call us now', ...Array.from({ length: 30 }, (_, day) => String(day + 1))]],
    ['a table of many figures', ['Call us now', '120', '888', '555', '134', '120', '888']],
    ['a clock', ['Call us now', '00', ':', '14', ':', '59', ':', '33']],
  ])('is none: %s', (_what, texts) => {
    expect(numbersOf(...texts)).toEqual([]);
  });

  it('is not looked for where a number is written plainly', () => {
    expect(numbersOf('Call us now: 01632 960 001', '1-888', '555-0134')).toEqual([['01632960001', true]]);
  });
});
