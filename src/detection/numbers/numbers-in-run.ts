import { digitLetters as lettersAsDigits } from '../../../rules/phones.json';
import { isNoNumber } from './no-number';
import { fitsCountry, fitsWithPlus, LEAST_DIGITS, LEAST_UNKNOWN, MOST_DIGITS } from './number-formats';
import { linesOf, type NumberPart, singlePartsOf, withoutFewDigits } from './number-parts';

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

/** Most characters of a number as shown. */
export const MAX_SHOWN = 40;
/** With fewer figures of its own and letters beside them ("8oo.ooo.o39"), it takes a demand to call. */
const MOST_REAL = 6;
/** So few where all letters look like noughts, one more where some look like ones ("o8 oo ooo 39l"). */
const LEAST_REAL = 3;

const digitLetters = new Map(Object.entries(lettersAsDigits));

function judgeCandidate(raw: string, start: number): PhoneMatch | null {
  const shown = raw.trim().replace(/\s+/g, ' ');
  const lead = raw.length - raw.trimStart().length;
  const real = shown.replace(/\D/g, '').length;
  const plain = [...shown].map((char) => digitLetters.get(char) ?? char).join('');
  const digits = plain.replace(/\D/g, '');
  if (digits.length < LEAST_DIGITS || digits.length > MOST_DIGITS) return null;
  if (real < LEAST_REAL + Number(/[Il|]/.test(shown))) return null;
  if (isNoNumber(shown)) return null;
  if (/^(\d)\1+$/.test(digits)) return null;
  const plus = shown.includes('+');
  const parted = plus || /\d\D{1,4}\d/.test(plain) || shown.startsWith('(');
  const fits = parted && (plus ? fitsWithPlus : fitsCountry)(digits) && /[ +().\-‐–—−/·•]/.test(shown);
  const certain = fits && real >= MOST_REAL;
  if (!fits && (digits.length < LEAST_UNKNOWN || real < MOST_REAL || !/^[+(01869]/.test(shown))) return null;
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
  if (part.text.length < LEAST_DIGITS) return null;
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

/**
 * The numbers in a run of digits that may go over several lines.
 * @param start index of the run in its text
 */
export function numbersIn(run: string, start: number): PhoneMatch[] {
  const lines = linesOf(run);
  if (lines.length > 1 && BROKEN.test(run) && !lines.some(({ text }) => isNoNumber(text))) {
    const whole = inRun(run, start);
    if (whole.some(({ certain }) => certain)) return whole;
  }
  // A column of single figures has thousands of lines, none of them long enough.
  return lines.flatMap(({ text, at }) => (text.length < LEAST_DIGITS ? [] : inRun(text, start + at)));
}
