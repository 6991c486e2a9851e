import phoneRules from '../../rules/phones.json';
import { cleanText, foldText, tokensOf } from './normalise';

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

const digitLetters = new Map(Object.entries(phoneRules.digitLetters));
const LETTER_DIGITS = [...digitLetters.keys()].join('');
/** What is no number but a file: 06070000.html */
const FILE_ENDING =
  '\\.(?:x?html?|xhp|php|aspx?|jsp|pdf|docx?|odt|txt|csv|json|xml|js|css|zip|exe|jpe?g|png|gif|svg|webp|mp[34])(?![\\w-])';
/** Digits (or letters that stand for them) with at most three signs between; bounded, so linear. */
const CANDIDATE = new RegExp(
  `(?<![A-Za-z\\u00c0-\\u024f\\d@#])[+(]{0,2} ?[\\d${LETTER_DIGITS}](?:[\\d${LETTER_DIGITS}]|[ .\\-/()·•–—−‐‑_*,:]{1,4}(?=[\\d${LETTER_DIGITS}])){6,30}(?![A-Za-z\\u00c0-\\u024f\\d]|${FILE_ENDING})`,
  'gu',
);
/** 1-800-GET-HELP: a toll-free beginning, then capital letters in place of digits. */
const VANITY =
  /(?<![\p{L}\p{N}])(?:\+?1[ .-]{0,2})?\(?8\d\d\)?[ .-]{1,3}[A-Z\d][A-Z\d-]{5,9}(?![\p{L}\p{N}])/gu;
const KEYPAD = '22233344455566677778889999';

/** Dates, times, addresses of machines, amounts, versions: digits, but no number to call. */
const NOT_A_NUMBER = [
  /^\(?(?:19|20)\d\d[-./ ](?:0?\d|1[0-2])[-./ ][0-3]?\d(?!\d)/,
  /^[0-3]?\d[-./ ](?:0?\d|1[0-2])[-./ ](?:19|20)\d\d(?!\d)/,
  /^\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3}(?:[:/]\d+)?$/,
  /^\d{1,3}(?:[,. ]000)+$/,
  /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/,
  /\d:\d\d:\d\d|^\d{1,2}:\d\d\b/,
  /^97[89][- ]?\d/,
  /^\d+[.,]\d+$/,
  /^(?:19|20)\d\d\s?[-–—/]\s?(?:19|20)\d\d$/,
];

function formatPattern(format: string): string {
  return format.replaceAll('x', '\\d').replaceAll('N', '[1-9]').replaceAll('Z', '[2-9]');
}

const countries = Object.values(phoneRules.countries);
const NATIONAL = new RegExp(`^(?:${countries.flatMap((c) => c.formats.map(formatPattern)).join('|')})$`);
const CODES = new RegExp(`^(?:${[...new Set(countries.map((c) => c.code))].join('|')})\\d{6,13}$`);
const INTERNATIONAL = new RegExp(`^(?:${phoneRules.international.join('|')})`);

/** Digits of other scripts (Arabic, Persian, Devanagari) as 0–9; the length of the text does not change. */
function plainDigits(text: string): string {
  return text.replace(/[\u0660-\u0669\u06f0-\u06f9\u0966-\u096f]/g, (char) => {
    const code = char.charCodeAt(0);
    return String(code - (code >= 0x966 ? 0x966 : code >= 0x6f0 ? 0x6f0 : 0x660));
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
  const shown = raw.trim();
  const lead = raw.length - raw.trimStart().length;
  const real = shown.replace(/\D/g, '').length;
  const digits = [...shown].map((char) => digitLetters.get(char) ?? (/\d/.test(char) ? char : '')).join('');
  if (digits.length < MIN_DIGITS || digits.length > MAX_DIGITS || real < 6) return null;
  if (NOT_A_NUMBER.some((pattern) => pattern.test(shown))) return null;
  if (/^(\d)\1+$/.test(digits)) return null;
  const plus = shown.includes('+');
  const parted = plus || /\d\D{1,4}\d/.test(shown) || shown.startsWith('(');
  const certain = parted && fitsCountry(digits, plus) && /[ +().\-–/‑·•]/.test(shown);
  if (!certain && (digits.length < 9 || !/^[+(01869]/.test(shown))) return null;
  const end = start + raw.length;
  return {
    shown: shown.slice(0, MAX_SHOWN),
    digits: (plus ? '+' : '') + digits,
    start: start + lead,
    end,
    certain,
  };
}

/** Hours right behind a number: "… (24/7", "…, 8–20", "… 7/7". Two digits a group: no part of a number stands so. */
const HOURS = /(?:\s*(?:\(|,\s)\s*\d{1,2}(?:\D{1,3}\d{1,2}){0,3}|,?\s+(?:24|7) ?\/ ?7)$/;

/** A candidate without the hours behind it where that fits a country, else as a whole. */
function judgeWithoutHours(raw: string, start: number): PhoneMatch | null {
  const part = HOURS.test(raw) ? judgeCandidate(raw.replace(HOURS, ''), start) : null;
  return part?.certain ? part : judgeCandidate(raw, start);
}

function vanityNumbers(text: string): PhoneMatch[] {
  return [...text.matchAll(VANITY)].flatMap((match) => {
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

const digitWords = new Map<string, string>();
for (const words of Object.values(phoneRules.digitWords))
  words.forEach((choices, digit) => {
    for (const word of choices.split('|')) digitWords.set(foldText(word), String(digit));
  });

/** Numbers written out ("one eight five five …"): at least seven words that are digits, nothing between. */
function spokenNumbers(clean: string): PhoneMatch[] {
  const found: PhoneMatch[] = [];
  let run = '';
  for (const token of [...tokensOf(foldText(clean)), '']) {
    const digit = digitWords.get(token);
    if (digit !== undefined) {
      run += digit;
      continue;
    }
    if (run.length >= MIN_DIGITS && run.length <= MAX_DIGITS && !/^(\d)\1+$/.test(run))
      found.push({ shown: run, digits: run, start: 0, end: 0, certain: fitsCountry(run, false) });
    run = '';
  }
  return found;
}

/**
 * Finds telephone numbers in a text as it stands on the page (any of the countries in rules/phones.json, letters O
 * for 0, zero-width signs between, other scripts' digits, vanity numbers, numbers in words).
 * Takes raw or cleaned text; returns at most 40 matches.
 */
export function findPhones(text: string): PhoneMatch[] {
  const clean = plainDigits(cleanText(text));
  const found: PhoneMatch[] = [];
  for (const match of clean.matchAll(CANDIDATE)) {
    const phone = judgeWithoutHours(match[0], match.index);
    if (phone) found.push(phone);
    if (found.length >= MAX_MATCHES) break;
  }
  return [...found, ...vanityNumbers(clean), ...spokenNumbers(clean)].slice(0, MAX_MATCHES);
}
