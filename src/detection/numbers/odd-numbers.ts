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
/** Figure dash, bar, bullet, and the Japanese mark for a long vowel, as they stand between digits. */
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

/** The text with a hyphen for each of these characters; its length does not change. */
export const withoutOrnaments = (text: string): string =>
  text
    .replace(AMOUNT, (amount) => 'x'.repeat(amount.length))
    .replace(ORNAMENT, (signs) => '-'.repeat(signs.length))
    .replace(OPENED, ' ');
