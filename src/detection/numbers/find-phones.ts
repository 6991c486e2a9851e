import { latePattern } from '../text/late-pattern';
import { cleanText } from '../text/normalise';
import { fitsCountry } from './number-formats';
import { LETTER_DIGITS, partsOf, withoutLetterWords } from './number-parts';
import { MAX_SHOWN, numbersIn, type PhoneMatch } from './numbers-in-run';
import { plainDigits, withoutOrnaments, withPlainSigns } from './odd-numbers';
import { spokenNumbers } from './spoken-numbers';

/** Most numbers of a text. */
const MAX_MATCHES = 40;

const DIGIT = `[\\d${LETTER_DIGITS}]`;
const SIGN = '[\\s.\\-/()·•–—−‐‑_*,:]';
/** What is no number but a file: 06070000.html */
const FILE_ENDING =
  '\\.(?:x?html?|xhp|php|aspx?|jsp|pdf|docx?|odt|txt|csv|json|xml|js|css|zip|exe|jpe?g|png|gif|svg|webp|mp[34])(?![\\w-])';
/** Digits (or letters that stand for them) with at most three signs between; bounded, so linear. */
const CANDIDATE = new RegExp(
  `(?:(?<=\\b[Tt][Ee][Ll])|(?<![A-Za-z\\u00c0-\\u024f\\d@#]))(?:[+(]{1,2}\\s?)?${DIGIT}(?:${DIGIT}|(?<=\\d)\\|(?=\\d)|${SIGN}{1,4}(?=${DIGIT})){6,45}(?![A-Za-z\\u00c0-\\u024f\\d]|${FILE_ENDING})`,
  'gu',
);
/** A run that was cut short: its last part may go on. */
const GOES_ON = new RegExp(`${SIGN}{1,4}[+(]{0,2}${DIGIT}`, 'uy');
/** 1-800-GET-HELP: a toll-free beginning, then capital letters in place of digits. */
const VANITY = latePattern(
  String.raw`(?<![\p{L}\p{N}])(?:\+?1[ .-]{0,2})?\(?8\d\d\)?[ .-]{1,3}[A-Z\d][A-Z\d-]{5,9}(?![\p{L}\p{N}])`,
  'gu',
);
const MAY_BE_VANITY = /8\d\d\)?[ .-]{1,3}[\d-]{0,9}[A-Z]/;
/** With fewer figures of its own nothing is a number that is not all in words; most texts of a page have none. */
const FIGURES = /\d\D*\d\D*\d/;
/** With fewer letters it is a number and a letter. */
const LEAST_LETTERS = 3;
/** The digit of each letter from A to Z. */
const KEYPAD = '22233344455566677778889999';

/** How much of a run that was cut short is read: all but its last part, which is read again. */
function lengthRead(run: string, isCut: boolean): number {
  const last = isCut ? partsOf(run).at(-1) : undefined;
  return last && last.at > 0 ? last.at : run.length;
}

function writtenNumbers(text: string): PhoneMatch[] {
  const found: PhoneMatch[] = [];
  const plain = withoutLetterWords(text);
  CANDIDATE.lastIndex = 0;
  for (let run = CANDIDATE.exec(plain); run && found.length < MAX_MATCHES; run = CANDIDATE.exec(plain)) {
    GOES_ON.lastIndex = CANDIDATE.lastIndex;
    const end = run.index + lengthRead(run[0], GOES_ON.test(plain));
    CANDIDATE.lastIndex = end;
    for (const phone of numbersIn(run[0], run.index)) if (phone.start < end) found.push(phone);
  }
  return found;
}

function vanityNumbers(text: string): PhoneMatch[] {
  if (!MAY_BE_VANITY.test(text)) return [];
  return [...text.matchAll(VANITY())].flatMap((match) => {
    const letters = match[0].replace(/[^A-Z]/g, '').length;
    if (letters < LEAST_LETTERS) return [];
    const digits = match[0]
      .replace(/[^A-Z\d]/g, '')
      .replace(/[A-Z]/g, (char) => KEYPAD[char.charCodeAt(0) - 'A'.charCodeAt(0)] ?? '');
    const start = match.index;
    return [
      { shown: match[0].slice(0, MAX_SHOWN), digits, start, end: start + match[0].length, certain: true },
    ];
  });
}

function numbersInWords(text: string): PhoneMatch[] {
  return spokenNumbers(text).map(({ digits, start }) => {
    return { shown: digits, digits, start, end: start, certain: fitsCountry(digits) };
  });
}

/** Numbers between whose groups stand signs that say nothing, as shown: only where a text asks to call are they any. */
function ornateNumbers(text: string): PhoneMatch[] {
  const plain = withoutOrnaments(text);
  if (plain === text) return [];
  return writtenNumbers(plain)
    .filter(({ certain }) => certain)
    .map((phone) => ({
      ...phone,
      shown: text
        .slice(phone.start, phone.end)
        .replace(/[[\]{}<>\s]+/g, ' ')
        .trim()
        .slice(0, MAX_SHOWN),
      certain: false,
    }));
}

/**
 * Finds telephone numbers in a text as it stands on the page (any of the countries in rules/phones.json, letters O
 * for 0, zero-width signs between, other scripts' digits, vanity numbers, numbers in words).
 * Takes raw or cleaned text; returns at most MAX_MATCHES.
 */
export function findPhones(text: string): PhoneMatch[] {
  const clean = withPlainSigns(plainDigits(cleanText(text)));
  const said = numbersInWords(clean);
  if (!FIGURES.test(clean)) return said.slice(0, MAX_MATCHES);
  const vanity = vanityNumbers(clean);
  // "+1 (888) 555" is no number in front of "-HELP".
  const alone = ({ start }: PhoneMatch) => !vanity.some((one) => one.start <= start && start < one.end);
  const written = [...writtenNumbers(clean).filter(alone), ...vanity, ...said];
  return (written.length > 0 ? written : ornateNumbers(clean)).slice(0, MAX_MATCHES);
}
