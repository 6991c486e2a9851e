import { AS_CYRILLIC, LATIN_TWINS } from '../latin-twins';
import lookAlikes from '../../../rules/look-alikes.json';
import { latePattern } from './late-pattern';

/**
 * Two forms of a text. `cleanText` keeps case and digits (numbers and codes are read from it), `foldText` brings
 * every way of writing a word to one form (words are compared in it; phrases of the packs are folded the same way).
 */

/** Soft hyphen, zero-width signs, direction controls, variation selectors, fillers: nothing the eye sees; rings and key caps around letters. */
const INVISIBLE = /[\p{Default_Ignorable_Code_Point}\u20d0-\u20f0]/gu;
/** Accents of Latin, Greek and Cyrillic letters, Arabic vowel signs, hamza marks and the tatweel. */
// eslint-disable-next-line no-misleading-character-class -- the combining marks themselves are meant
const MARKS = /[\u0300-\u036f\u0610-\u061a\u0640\u064b-\u065f\u0670]/g;
const HAS_MARKS = /[^\0-\x7f]/;
/** Letters that pass for Latin ones in a word that has such: Greek and Cyrillic, Armenian, Cherokee, Lisu. */
const PASSING = /[\u0370-\u058f\u13a0-\u13ff\ua4d0-\ua4ff\uab70-\uabbf]/;
/** Greek capitals whose small form looks like another letter than they do, in a word that has Latin ones. */
const GREEK_CAPITAL = /[ΗΜΝΥ]/;
const CAPITALS_AS: Record<string, string> = { Η: 'H', Μ: 'M', Ν: 'N', Υ: 'Y' };
const WORD = latePattern(String.raw`[\p{L}\p{N}]+`, 'gu');

/** "the", "and the", "with the", "for the": Arabic writes them onto the word. */
const ARABIC_ARTICLE = latePattern(
  String.raw`(?<!\p{sc=Arabic})(?:[وف]?[بك]?ال|[وف]?لل)(?=\p{sc=Arabic}{3})`,
  'gu',
);
const HAS_ARABIC_ARTICLE = /[ال]ل/;

const letters = new Map(Object.entries(lookAlikes.letters));
const mixed = new Map(Object.entries(lookAlikes.mixed));
const digits = new Map(Object.entries(lookAlikes.digits));
const LETTERS = new RegExp(`[${[...letters.keys()].join('')}]`, 'g');
/** Everyday words that l for i would make another word: "los" is not "iOS", "muita" no "multa". */
const APART = new RegExp(`(?<![a-z])(?:${lookAlikes.apart.join('|')})(?![a-z])`, 'g');
/** A digit or symbol that stands for a letter: right before a letter (v1rus, supp0rt, Micr@soft). */
const DIGIT_IN_WORD = /[0134578@$|](?=[a-z])/g;

/** From a character that turns what follows round, to the one that ends it or to the end of the line. */
const TURNED = /\u202e([^\u202c\u2029\n]*)/g;
const BRACKETS: Record<string, string> = { '(': ')', ')': '(' };
const turn = (_all: string, text: string): string =>
  [...text]
    .reverse()
    .map((char) => BRACKETS[char] ?? char)
    .join('');

/** Removes what the eye does not see and brings full-width, circled and mathematical forms to plain ones. */
export function cleanText(text: string): string {
  if (!HAS_MARKS.test(text)) return text;
  return text
    .replace(TURNED, turn)
    .replace(INVISIBLE, '')
    .normalize('NFKC')
    .replace(INVISIBLE, '')
    .replace(/[^\S\n]/g, ' '); // a number in the next line stays one of its own
}

/** Signs whose shape is exactly that of a Latin letter: a whole word of them is a disguise in a Latin text. */
const TWINS = /^[асеорхуіѕјвнкмтοανιτκ]+$/u;

/** Greek capitals of a word that has Latin letters, too ("ΜΙCROSOFT"), as what they look like. */
const unmixCapitals = (word: string): string =>
  GREEK_CAPITAL.test(word) && /[a-z]/i.test(word)
    ? word.replace(/[ΗΜΝΥ]/g, (char) => CAPITALS_AS[char] ?? char)
    : word;

/** A word of Cyrillic letters, one at least with a shape of its own, in which all Latin ones are such twins. */
const CYRILLIC_WORD = /^(?=.*[a-z])(?=.*(?![асеорхуіѕјвнкмт])[\u0400-\u04ff])[abcehkmoptxy\u0400-\u04ff]+$/u;

/** Maps a word written in two alphabets to the one it means ("Місrоsоft" Latin, "кoмпьютep" not); one of one alphabet stays. */
function unmix(word: string, latinText: boolean): string {
  if (!PASSING.test(word)) return word;
  if (CYRILLIC_WORD.test(word))
    return word.replace(/[a-z]/g, (char) => AS_CYRILLIC[LATIN_TWINS.indexOf(char)] ?? char);
  if (!/[a-z]/.test(word) && !(latinText && TWINS.test(word))) return word;
  return [...word].map((char) => mixed.get(char) ?? char).join('');
}

/** A text is a Latin one where it has so many times more of its letters than of the others'. */
const LATIN_TO_OTHERS = 4;

/** True where Latin letters outnumber Greek and Cyrillic ones so far. */
function mostlyLatin(text: string): boolean {
  const others = text.match(/[\u0370-\u052f]/g)?.length ?? 0;
  return (text.match(/[a-z]/g)?.length ?? 0) > others * LATIN_TO_OTHERS;
}

/**
 * Folds a cleaned text for comparing words: lower case, no accents, no Arabic articles, look-alike letters and digits
 * as Latin letters, and l as i (capital I and small l cannot be told apart by eye), but for words that stay APART: theirs
 * are capitals. Not for showing.
 */
export function foldText(clean: string): string {
  let text = (GREEK_CAPITAL.test(clean) ? clean.replace(WORD(), unmixCapitals) : clean).toLowerCase();
  if (HAS_MARKS.test(text)) {
    text = text.normalize('NFKD').replace(MARKS, '').normalize('NFC');
    if (HAS_ARABIC_ARTICLE.test(text)) text = text.replace(ARABIC_ARTICLE(), '');
    text = text.replace(LETTERS, (char) => letters.get(char) ?? char);
    if (PASSING.test(text)) {
      const latinText = mostlyLatin(text);
      text = text.replace(WORD(), (word) => unmix(word, latinText));
    }
  }
  return text
    .replace(DIGIT_IN_WORD, (char) => digits.get(char) ?? char)
    .replace(APART, (word) => word.replaceAll('l', 'L').replaceAll('i', 'I'))
    .replaceAll('l', 'i');
}

/** A folded word in which l and i are one letter even where it stays APART. */
export const withoutApart = (token: string): string => token.replace(/[IL]/g, 'i');

const CJK = '\\p{sc=Han}\\p{sc=Hiragana}\\p{sc=Katakana}\\u30fc';
const LETTERS_IN_A_ROW = `(?:(?![${CJK}])[\\p{L}\\p{M}\\p{N}])+`;
const TOKEN = latePattern(`[${CJK}]|${LETTERS_IN_A_ROW}`, 'gu');

/** The same for a text without accents and other alphabets: classes of all letters on earth take ms to get ready. */
const PLAIN_TOKEN = /[\dA-Z]+/gi;
/**
 * What may be a letter or a figure outside ASCII: all but quotes, dashes, dots and signs of money, arrows, boxes and
 * pictures (of these U+1F400 to U+1F7FF), which stand in many a text that is plain otherwise.
 */
const MAY_BE_LETTER =
  /[^\ud83d\0-\x7f\xa0-\xa9\xab-\xb1\xb4\xb6-\xb8\xbb\xbf\u2010-\u205e\u20a0-\u20bf\u2190-\u23ff\u2500-\u2775\u2794-\u27bf\udc00-\udfff]/;

/** Cuts a folded text into words; Chinese and Japanese signs are a token each. */
export function tokensOf(folded: string): string[] {
  return folded.match(MAY_BE_LETTER.test(folded) ? TOKEN() : PLAIN_TOKEN) ?? [];
}

/** Where the words of a text that is not folded begin. */
export function placesOf(clean: string): number[] {
  return [...clean.matchAll(MAY_BE_LETTER.test(clean) ? TOKEN() : PLAIN_TOKEN)].map(({ index }) => index);
}

/** Stands between two sentences in a stream of words; no phrase goes across it. */
export const SENTENCE_END = '.';
/**
 * A full stop after a word and before a space: "Do not call. Restart it" forbids no restart. French puts a blank before
 * "!", Chinese and Japanese none behind it, Hindi ends with a danda.
 */
const AFTER = `[\\p{L}\\p{M}]{2}["'»”)]?`;
const STOP = `\\.(?<=${AFTER}.)(?=\\s|$)|[!?؟](?:(?<=${AFTER}\\s?.)(?=[!?؟]*(?:\\s|$))|(?<=[${CJK}].))`;
const WORD_OR_END = latePattern(`[${CJK}。।]|${LETTERS_IN_A_ROW}|${STOP}`, 'gu');
const PLAIN_WORD_OR_END =
  /[\dA-Z]+|\.(?<=[A-Z]{2}["'»”)]?.)(?=\s|$)|[!?](?<=[A-Z]{2}["'»”)]?\s?.)(?=[!?]*(?:\s|$))/gi;

/** The same with SENTENCE_END where a sentence ends. */
export function sentenceTokens(folded: string): string[] {
  const words = MAY_BE_LETTER.test(folded) ? WORD_OR_END() : PLAIN_WORD_OR_END;
  return (folded.match(words) ?? []).map((token) => (/^[.!?。।؟]$/.test(token) ? SENTENCE_END : token));
}
