import phoneRules from '../../../rules/phones.json';
import { foldText, placesOf, tokensOf } from '../text/normalise';
import { LEAST_DIGITS, MOST_DIGITS } from './number-formats';

/** Numbers written in ways that people read and rules for numbers do not. */

/** Where the digits of other scripts begin: Arabic, Persian, nine scripts of India, Thai, Lao, Burmese, Khmer (Unicode, "Nd"). */
const ZEROS = [
  0x660, 0x6f0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xe50, 0xed0, 0x1040, 0x17e0,
];
const OTHER_DIGIT = new RegExp(
  `[${ZEROS.map((zero) => `${String.fromCharCode(zero)}-${String.fromCharCode(zero + 9)}`).join('')}]`,
  'g',
);

/** The text with digits of other scripts as 0–9; its length does not change. */
export function plainDigits(text: string): string {
  return text.replace(OTHER_DIGIT, (char) => {
    const code = char.charCodeAt(0);
    return String(code - (ZEROS.find((zero) => code >= zero && code <= zero + 9) ?? code));
  });
}

/** White on black and twice circled: ❶, ➀, ➊, ⓵; other circled digits are plain after NFKC. */
const RINGED = /[\u2776-\u277e\u2780-\u2788\u278a-\u2792\u24f5-\u24fd\u24ff]/g;
const RINGED_ONES = [0x2776, 0x2780, 0x278a, 0x24f5];
/** Figure dash, bar, bullet, and the Japanese sign for a long vowel, as they stand between digits. */
const DASHES = /(?<=[\d)]\s?)[\u2012\u2015\u2043\u30fc](?=\s?[\d(])/g;
const DOTS = /(?<=[\d)]\s?)[\u2027\u2219\u22c5\u30fb](?=\s?[\d(])/g;

function ringed(char: string): string {
  const code = char.charCodeAt(0);
  const one = RINGED_ONES.find((first) => code >= first && code < first + 9);
  return one === undefined ? '0' : String(code - one + 1);
}

/** The text with each of these as a plain digit, hyphen or point; its length does not change. */
export const withPlainSigns = (text: string): string =>
  text.replace(RINGED, ringed).replace(DASHES, '-').replace(DOTS, '·');

/** What may be put between groups of digits for its looks: 1~888~…, [888] 555…, 1 ☎ 888 ☎ … */
const ORNAMENT = /(?<=\d\s?)[~'’‘"“”«»‹›[\]{}<>+=;\\^\u2190-\u21ff\u25a0-\u25ff\u301c\p{Extended_Pictographic}]{1,3}(?=\s?[\d(])/gu; // prettier-ignore
/** "[888] 555…" */
const OPENED = /[[{<](?=\d)/g;
/** 12'345'678: an amount. */
const AMOUNT = /(?<!\d)\d{1,3}(?:['’]\d{3})+(?!['’]?\d)/g;

/** The text with a hyphen for every sign of these; its length does not change. */
export const withoutOrnaments = (text: string): string =>
  text
    .replace(AMOUNT, (amount) => 'x'.repeat(amount.length))
    .replace(ORNAMENT, (signs) => '-'.repeat(signs.length))
    .replace(OPENED, ' ');

/** Words of one language, each with its choices, folded all at once: one at a time they would cost each page some ms. */
function foldChoices(words: readonly string[]): string[][] {
  const folded = foldText(words.join('\n').replaceAll('|', '/')); // a bar beside letters would be read as one
  return folded.split('\n').map((choices) => choices.split('/'));
}

const digitWords = new Map<string, string>();
for (const words of Object.values(phoneRules.digitWords))
  foldChoices(words).forEach((choices, digit) => {
    for (const word of choices) digitWords.set(word, String(digit));
  });
for (const word of foldChoices(phoneRules.hundredWords).flat()) digitWords.set(word, '00');

/** Of a number in words and digits so many are words at least; else it is one in digits. */
const LEAST_WORDS = 3;

interface Run {
  digits: string;
  words: number;
  /** Index of its first word. */
  from: number;
}

/** Digits in words, digits between them, and nothing else between. */
function runsOf(tokens: readonly string[]): Run[] {
  const runs: Run[] = [];
  let run: Run | null = null;
  tokens.forEach((token, index) => {
    const word = digitWords.get(token);
    const digits = word ?? (/^\d{1,4}$/.test(token) ? token : undefined);
    if (digits === undefined) return void (run = null);
    if (!run) runs.push((run = { digits: '', words: 0, from: index }));
    run.digits += digits;
    if (word !== undefined) run.words += 1;
  });
  return runs;
}

/** Numbers written out: "one eight five five …", "one eight hundred 555 …". */
export function spokenNumbers(clean: string): { digits: string; start: number }[] {
  const runs = runsOf(tokensOf(foldText(clean))).filter(
    ({ digits, words }) =>
      words >= LEAST_WORDS &&
      digits.length >= LEAST_DIGITS &&
      digits.length <= MOST_DIGITS &&
      !/^(\d)\1+$/.test(digits),
  );
  if (runs.length === 0) return [];
  const places = placesOf(clean);
  return runs.map(({ digits, from }) => ({ digits, start: places[from] ?? 0 }));
}
