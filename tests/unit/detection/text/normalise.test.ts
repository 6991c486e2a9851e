import { describe, expect, it } from 'vitest';
import { cleanText, foldText, sentenceTokens, tokensOf } from '../../../../src/detection/text/normalise';

const fold = (text: string): string => foldText(cleanText(text));

describe('words of Greek and Cyrillic letters', () => {
  it.each([
    [
      'a disguised word in a Latin text',
      'Press сору now to go on with it',
      'press copy now to go on with it',
    ],
    ['a word of two alphabets anywhere', 'нажмите соpy теперь', 'нажмите copy теперь'],
    [
      'a word that has other letters, too',
      'Press сорж now to go on with it',
      'press сорж now to go on with it',
    ],
    ['and where they come last', 'Press жсор now to go on with it', 'press жсор now to go on with it'],
    ['a Russian word with Latin letters in it', 'нaжмитe cюдa, кoмпьютep', 'нажмите сюда, компьютер'],
    ['a Latin word with Russian letters in it', 'нажмите Місrоsоft', 'нажмите microsoft'],
    ['a Russian word in a Russian text', 'нажмите сору теперь', 'нажмите сору теперь'],
    ['a text of half and half', 'сору сору and sort', 'сору сору and sort'],
    ['four times as many Latin letters', 'сору and that is four few', 'сору and that is four few'],
    ['more than that', 'сору and that is just five', 'copy and that is just five'],
  ])('%s', (_, text, folded) => {
    expect(fold(text)).toBe(folded.replaceAll('l', 'i'));
  });
});

describe('letters of other alphabets in Latin words', () => {
  it.each([
    ['Greek capitals', 'ΜΙCRΟSΟFΤ ΗΑCΚΕD by ΝΟRTΟN', 'microsoft hacked by norton'],
    ['a Greek capital that looks like a Y', 'ΥOUR BANK', 'your bank'],
    ['small Greek letters', 'νirus', 'virus'],
    ['Armenian', 'Micrօsօft virսs', 'microsoft virus'],
    ['Cherokee', 'MiᏟrosofᎢ viᎡus', 'microsoft virus'],
    ['Lisu', 'MꓲꓚꓣOSOꓝꓔ VꓲꓣUS', 'microsoft virus'],
    ['small capitals', 'ᴍɪᴄʀᴏꜱᴏꜰᴛ ᴠɪʀᴜꜱ', 'microsoft virus'],
    ['capitals of mathematics', '𝐌𝐈𝐂𝐑𝐎𝐒𝐎𝐅𝐓 𝐕𝐈𝐑𝐔𝐒', 'microsoft virus'],
    ['a Greek text', 'Η ΜΑΜΑ και ο ΝΟΜΟΣ', 'η μαμα και ο νομος'],
    ['an Armenian text', 'օգնություն Windows', 'օգնություն windows'],
  ])('%s', (_, text, folded) => {
    expect(fold(text)).toBe(folded.replaceAll('l', 'i'));
  });
});

describe('other scripts', () => {
  it('an Arabic article goes, and nothing beside it', () => {
    expect(fold('مع للدعم')).toBe('مع دعم');
    expect(fold('مع وللدعم')).toBe('مع دعم');
    expect(fold('الحاسوب الجديد')).toBe('حاسوب جديد');
  });
});

describe('what the eye reads otherwise than it is written', () => {
  it('letters behind a sign that turns them round', () => {
    expect(cleanText('\u202e(888) 1 won llac\u202c, please')).toBe('call now 1 (888), please');
    expect(cleanText('\u202ewon\nllac')).toBe('now\nllac');
  });

  it('letters in rings', () => {
    expect(fold('v\u20ddi\u20ddr\u20ddu\u20dds\u20dd')).toBe('virus');
  });
});

describe('l and i', () => {
  it('are one letter, but in everyday words that would be others', () => {
    expect(fold('MlCROSOFT, IocaI')).toBe(fold('Microsoft, local'));
    for (const [word, other] of [
      ['los', 'iOS'],
      ['muita', 'multa'],
      ['bei', 'bel'],
      ['voient', 'volent'],
      ['había', 'habla'],
    ] as const)
      expect(fold(word), word).not.toBe(fold(other));
    expect(fold('Los lost, LOS')).toBe('Los iost, Los');
  });
});

describe('words beside signs', () => {
  /** Every sign there is below the planes of rare scripts and emoji, and in these. */
  const ALL = Array.from({ length: 0x20000 - 0x80 }, (_, at) => 0x80 + at).filter(
    (code) => code < 0xd800 || code > 0xdfff,
  );
  const CJK = String.raw`\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\u30fc`;
  const WORD = new RegExp(`[${CJK}]|(?:(?![${CJK}])[\\p{L}\\p{M}\\p{N}])+`, 'gu');

  it('are the same whichever pattern reads them: no letter is taken for a quote or a box', () => {
    const wrong = ALL.map((code) => `ab${String.fromCodePoint(code)}cd`).filter(
      (text) => tokensOf(text).join(' ') !== (text.match(WORD) ?? []).join(' '),
    );
    expect(wrong).toEqual([]);
  });

  it.each([
    '“now”. do it',
    '«now». do it',
    '(now). do it',
    "now'. do it",
    'now ! do it',
    'now… do it',
    '→ now? ✕ do it',
  ])('and sentences end alike: %s', (text) => {
    // A letter of another alphabet far off has the text read by the pattern of all letters.
    expect(sentenceTokens(text)).toEqual(sentenceTokens(`${text} я`).slice(0, -1));
  });
});

describe('sentences', () => {
  it('are told apart by what ends them, between words', () => {
    expect(sentenceTokens('do not caii. restart it! now')).toEqual([
      'do',
      'not',
      'caii',
      '.',
      'restart',
      'it',
      '.',
      'now',
    ]);
    expect(sentenceTokens('警告。今')).toEqual(['警', '告', '.', '今']);
    expect(sentenceTokens('version 3.5 of it')).toEqual(['version', '3', '5', 'of', 'it']);
    expect(sentenceTokens('')).toEqual([]);
    expect(tokensOf('')).toEqual([]);
  });
});
