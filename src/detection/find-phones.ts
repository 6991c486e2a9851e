import phoneRules from '../../rules/phones.json';
import { latePattern } from './late-pattern';
import { cleanText } from './normalise';
import {
  LETTER_DIGITS,
  linesOf,
  type NumberPart,
  partsOf,
  singlePartsOf,
  withoutFewDigits,
  withoutLetterWords,
} from './number-parts';
import { isNoNumber } from './no-number';
import { spokenNumbers, withoutOrnaments, withPlainSigns } from './odd-numbers';

/** A telephone number found in a text: where it stands (indices into the cleaned text) and what it is. */
export interface PhoneMatch {
  shown: string;
  /** Digits only, with a leading + where it was written. */
  digits: string;
  start: number;
  end: number;
  /** True where it fits the way a country writes its numbers; false where only its length and shape speak for it. */
  certain: boolean;
}

const MAX_SHOWN = 40;
const MAX_MATCHES = 40;
const MIN_DIGITS = 7;
const MAX_DIGITS = 15;
/** With fewer figures of its own and letters beside them ("8oo.ooo.o39"), it takes a demand to call. */
const MOST_REAL = 6;
/** So few where all letters look like noughts, one more where some look like ones ("o8 oo ooo 39l"). */
const LEAST_REAL = 3;

const digitLetters = new Map(Object.entries(phoneRules.digitLetters));
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
const KEYPAD = '22233344455566677778889999';

function formatPattern(format: string): string {
  return format.replaceAll('x', '\\d').replaceAll('Z', '[2-9]');
}

const countries = Object.values(phoneRules.countries);
const NATIONAL = new RegExp(`^(?:${countries.flatMap((c) => c.formats.map(formatPattern)).join('|')})$`);
/** Of countries whose own way of writing is not known, too: behind a plus or an international beginning that is enough. */
const codes = new Set([...countries.map(({ code }) => code), ...phoneRules.otherCodes]);
const CODES = new RegExp(`^(?:${[...codes].join('|')})\\d{6,13}$`);
const INTERNATIONAL = new RegExp(`^(?:${phoneRules.international.join('|')})`);

/** Where the digits of other scripts begin: Arabic, Persian, nine scripts of India, Thai, Lao, Burmese, Khmer (Unicode, "Nd"). */
const ZEROS = [
  0x660, 0x6f0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xe50, 0xed0, 0x1040, 0x17e0,
];
const OTHER_DIGIT = new RegExp(
  `[${ZEROS.map((zero) => `${String.fromCharCode(zero)}-${String.fromCharCode(zero + 9)}`).join('')}]`,
  'g',
);

/** Digits of other scripts as 0–9; the length of the text does not change. */
function plainDigits(text: string): string {
  return text.replace(OTHER_DIGIT, (char) => {
    const code = char.charCodeAt(0);
    return String(code - (ZEROS.find((zero) => code >= zero && code <= zero + 9) ?? code));
  });
}

/** True where the digits fit a country's way of writing, or the number carries an international beginning. */
function fitsCountry(digits: string, plus: boolean): boolean {
  if (plus) return CODES.test(digits) || (digits.startsWith('0') && digits.length >= 9);
  if (NATIONAL.test(digits)) return true;
  const rest = digits.replace(INTERNATIONAL, '');
  return rest !== digits && CODES.test(rest);
}

function judgeCandidate(raw: string, start: number): PhoneMatch | null {
  const shown = raw.trim().replace(/\s+/g, ' ');
  const lead = raw.length - raw.trimStart().length;
  const real = shown.replace(/\D/g, '').length;
  const plain = [...shown].map((char) => digitLetters.get(char) ?? char).join('');
  const digits = plain.replace(/\D/g, '');
  if (digits.length < MIN_DIGITS || digits.length > MAX_DIGITS) return null;
  if (real < LEAST_REAL + Number(/[Il|]/.test(shown))) return null;
  if (isNoNumber(shown)) return null;
  if (/^(\d)\1+$/.test(digits)) return null;
  const plus = shown.includes('+');
  const parted = plus || /\d\D{1,4}\d/.test(plain) || shown.startsWith('(');
  const fits = parted && fitsCountry(digits, plus) && /[ +().\-‐–—−/·•]/.test(shown);
  const certain = fits && real >= MOST_REAL;
  if (!fits && (digits.length < 9 || real < MOST_REAL || !/^[+(01869]/.test(shown))) return null;
  const end = start + raw.length;
  return {
    shown: shown.slice(0, MAX_SHOWN),
    digits: (plus ? '+' : '') + digits,
    start: start + lead,
    end,
    certain,
  };
}

/**
 * Hours right behind a number, and the next sentence's first digits: "… (24/7", "…, 8–20", "… 7/7", "…0134. 2 of us". Two
 * digits a group: no part of a number stands so, but where every group ends with a full stop.
 */
const HOURS =
  /(?:\s*(?:\(|,\s)\s*\d{1,2}(?:\D{1,3}\d{1,2}){0,3}|,?\s+(?:24|7) ?\/ ?7|\.\s\d{1,2}(?<!\.\s.*\.\s.*))$/;

/** A candidate without the hours behind it where that fits a country, else as a whole. */
function judgeWithoutHours(raw: string, start: number): PhoneMatch | null {
  const part = HOURS.test(raw) ? judgeCandidate(raw.replace(HOURS, ''), start) : null;
  return part?.certain ? part : judgeCandidate(raw, start);
}

/** A number without the few digits beside it that keep it from being certain. */
function judgePart(part: NumberPart, start: number): PhoneMatch | null {
  if (part.text.length < MIN_DIGITS) return null;
  const whole = judgeWithoutHours(part.text, start + part.at);
  if (whole?.certain) return whole;
  const cut = withoutFewDigits(part).map(({ text, at }) => judgeWithoutHours(text, start + at));
  return cut.find((phone) => phone?.certain) ?? whole;
}

/** From so many digits on a part can be a whole number, where the run fits a country as well. */
const FULL_DIGITS = 10;

/** The numbers in a run of digits: the run itself, or those of its parts that are certain. */
function inRun(run: string, start: number): PhoneMatch[] {
  const cut = singlePartsOf(run);
  const areNone = cut.length > 1 && cut.every(({ text }) => isNoNumber(text));
  const whole = areNone ? null : judgePart({ text: run, at: 0 }, start);
  if (cut.length === 1) return whole ? [whole] : [];
  const parts = cut.map((part) => judgePart(part, start));
  const [first] = parts;
  // "0211 / 960 123 45" is one number although its end could be one; "888-555-0134 - 3" is not.
  if (whole?.certain && !(first?.certain && first.digits.length >= FULL_DIGITS)) return [whole];
  const certain = parts.flatMap((phone) => (phone?.certain ? [phone] : []));
  return certain.length > 0 || whole === null ? certain : [whole];
}

/** How a number begins that may go on in the next line, where the source of a page breaks it; a column of figures may not. */
const BROKEN = /^(?:[+(0]|1[\s.-]|.{1,4}\()/;

/** The numbers in a run of digits that may go over several lines. */
function numbersIn(run: string, start: number): PhoneMatch[] {
  const lines = linesOf(run);
  if (lines.length > 1 && BROKEN.test(run) && !lines.some(({ text }) => isNoNumber(text))) {
    const whole = inRun(run, start);
    if (whole.some(({ certain }) => certain)) return whole;
  }
  // A column of single figures has thousands of lines, none of them long enough.
  return lines.flatMap(({ text, at }) => (text.length < MIN_DIGITS ? [] : inRun(text, start + at)));
}

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
    if (letters < 3) return [];
    const digits = match[0]
      .replace(/[^A-Z\d]/g, '')
      .replace(/[A-Z]/g, (char) => KEYPAD[char.charCodeAt(0) - 65] ?? '');
    const start = match.index;
    return [
      { shown: match[0].slice(0, MAX_SHOWN), digits, start, end: start + match[0].length, certain: true },
    ];
  });
}

function numbersInWords(text: string): PhoneMatch[] {
  return spokenNumbers(text, MIN_DIGITS, MAX_DIGITS).map(({ digits, start }) => {
    return { shown: digits, digits, start, end: start, certain: fitsCountry(digits, false) };
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
 * Takes raw or cleaned text; returns at most 40 matches.
 */
export function findPhones(text: string): PhoneMatch[] {
  const clean = withPlainSigns(plainDigits(cleanText(text)));
  const vanity = vanityNumbers(clean);
  // "+1 (888) 555" is no number in front of "-HELP".
  const alone = ({ start }: PhoneMatch) => !vanity.some((one) => one.start <= start && start < one.end);
  const written = [...writtenNumbers(clean).filter(alone), ...vanity, ...numbersInWords(clean)];
  return (written.length > 0 ? written : ornateNumbers(clean)).slice(0, MAX_MATCHES);
}
