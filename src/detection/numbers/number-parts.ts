import { digitLetters } from '../../../rules/phones.json';
import { latePattern } from '../text/late-pattern';
import { MOST_DIGITS } from './number-formats';

/** A piece of a run of digits. */
export interface NumberPart {
  text: string;
  /** Index of its first character in the run. */
  at: number;
}

/** Letters that stand for digits anywhere; a bar does so only right between two digits, else it parts numbers. */
export const LETTER_DIGITS = Object.keys(digitLetters).join('').replace('|', '');

/** What parts two numbers, or a number from hours, prices and counts: "24/7: 1-888…", "… / 0199…", "…0134 - 3". */
const BETWEEN = /\s*\n\s*|\s{2,}|[,:]\s|\s[-–—−/•·*]\s|\s(?=\()|(?<=\d{4})\/(?=[+(]?\d[\d\s().-]{6})|\|/g;
const LINE_END = /\s*\n\s*/g;

/**
 * Hours, a price or a few digits in front: "24/7 1-888…", "Windows 11 (888)…". An amount or a column of figures, whose
 * groups are all alike, is not begun so.
 */
const FEW_BEFORE =
  /^(?:\d{1,3}[/:.,–-]\d{1,2}\s+|(?!\d{1,3}(?: \d{3})+(?: \d{5})?$)\d{1,3}\s+(?=[+(0]|1[\s.-]|1[38]00\s|\d{3}[\s.-]\d{3}[\s.-]\d{4}$))/;
/** "888-555-0134 24 hours", "888-555-0134 10:30". */
const FEW_BEHIND = /(?<=\d{3})\s\d{1,2}(?::\d\d)?$/;

function cutAt(run: string, between: RegExp): NumberPart[] {
  const parts: NumberPart[] = [];
  let at = 0;
  for (const match of run.matchAll(between)) {
    parts.push({ text: run.slice(at, match.index), at });
    at = match.index + match[0].length;
  }
  parts.push({ text: run.slice(at), at });
  return parts.filter(({ text }) => text !== '');
}

/** The lines of a run of digits; one where it has no line end. */
export const linesOf = (run: string): NumberPart[] => cutAt(run, LINE_END);

/** Two numbers of one shape with a blank between: "1-888-555-0134 1-888-555-0135". */
const TWICE = /(?<!\S)((?:[^0]{0,4}0){9,15}?)(?=\s\1(?!\S))/;

/** A part cut into numbers that are written alike; digits that each stand alone are not. */
function alike(part: NumberPart): NumberPart[] {
  const { text, at } = part;
  if (text.length <= MOST_DIGITS) return [part];
  const shape = text.replace(/\d/g, '0');
  const isLong = shape.includes('00') && shape.split('0').length - 1 > MOST_DIGITS;
  const twice = isLong ? TWICE.exec(shape) : null;
  if (!twice?.[1]) return [part];
  const end = twice.index + twice[1].length;
  const rest = { text: text.slice(end + 1), at: at + end + 1 };
  return [{ text: text.slice(0, end), at }, ...alike(rest)];
}

/** A run of digits cut at every character that can part two numbers; one part where there is none. */
export const partsOf = (run: string): NumberPart[] => cutAt(run, BETWEEN);

/** The same, cut also between two numbers with no more than a blank between them. */
export const singlePartsOf = (run: string): NumberPart[] => partsOf(run).flatMap(alike);

/** The part without the few digits in front of it or behind it, where there are some. */
export function withoutFewDigits({ text, at }: NumberPart): NumberPart[] {
  const before = FEW_BEFORE.exec(text)?.[0].length ?? 0;
  const behind = text.search(FEW_BEHIND);
  const cut: NumberPart[] = [];
  if (before > 0) cut.push({ text: text.slice(before), at: at + before });
  if (behind > 0) cut.push({ text: text.slice(0, behind), at });
  return cut;
}

/** A letter alone is a word ("0800 … o 0800 …"), but between single digits ("8 8 8 5 5 5 O 1 3 4") it is one of them. */
const WORDS = new RegExp(
  `(?<![^\\s])(?<!(?:^|\\s)\\d\\s)(?:[${LETTER_DIGITS}]|Il|lo)(?![^\\s])(?!\\s\\d(?:\\s|$))`,
  'gu',
);

/** Numbers of bank accounts (IBAN): the last groups of "NL91 ABNA 0417 1643 00" look like a telephone number. */
const ACCOUNT = latePattern(
  String.raw`(?<![\p{L}\p{N}])(?:A[ET]|BE|CH|D[EK]|ES|F[IR]|GB|I[ET]|N[LO]|P[LT]|S[AE]|TR)\d\d(?: ?[A-Z]{4})?(?: ?\d{4}){2,7}(?: ?\d{1,3})?(?![\p{L}\p{N}])`,
  'gu',
);
const MAY_BE_ACCOUNT = /[A-Z]{2}\d\d/;
const KIND = String.raw`[ -]?(?:nummer|number|id|n[or])`;
/** "Case" and "ticket" are everyday words where nothing says that a number follows; "ein" is a German one. */
const CASE = String.raw`(?:r[eé]f(?:[eé]r[eê]n(?:ce|cia|z|tie)|erenza)?|dossier|aktenzeichen|expediente)(?:${KIND})?|(?:case|ticket|fall|vorgangs?|kunden|zaak)(?:${KIND}|(?= ?(?:[:#]|n°)))`;
const REGISTERED = String.raw`sire[nt]|tva|vat|abn|ein(?= \d\d-)|is[bs]n|nif|kvk|hrb|nip|regon`;
const TO_FIGURE = '[ .:#°no-]{1,5}';
/** Without it no such number is there: a plain pattern, because the classes in the next one take a new page some ms. */
const MAY_BE_REFERENCE = new RegExp(`(?<![a-z\\d])(?:(?:${CASE}|${REGISTERED})${TO_FIGURE}\\d|rcs )`, 'i');
/** The number of a case, a firm or a book, whole or not at all: "Ref. 842-913-655" is nothing to call. */
const REFERENCE = latePattern(
  // The digit first: what may stand before it is looked for at no other place.
  String.raw`(?=\d)(?!0|1?[ .-]?\d{3}[ .-]\d{3}[ .-]?\d{4}(?!\d))(?<=(?<![\p{L}\p{N}])(?:(?<ofCase>${CASE})|${REGISTERED}|rcs [\p{L}-]+)${TO_FIGURE})\d(?:[ .-]?\d){5,17}(?![ .-]?\d)`,
  'giu',
);
/** What a case's number does not hold: better read one as a number to call than lose one. */
const LIKE_PHONE =
  /(?<!\d)(?:1?[ .-]?\d{3}[ .-]?\d{3}[ .-]?\d{4}(?!\d)|0\d(?:[ .-]\d\d){4}|0\d{3,4}[ .-]|1?(?:8(?:00|([2-8])\1)|900))/;

/** The text with account and case numbers, and words that look like digits, made unlike them; its length does not change. */
export function withoutLetterWords(text: string): string {
  const unlike = (word: string): string => 'x'.repeat(word.length);
  let plain = text.replace(WORDS, unlike);
  if (MAY_BE_REFERENCE.test(plain))
    plain = plain.replace(REFERENCE(), (run, ofCase?: string) =>
      ofCase && LIKE_PHONE.test(run) ? run : unlike(run),
    );
  return MAY_BE_ACCOUNT.test(plain) ? plain.replace(ACCOUNT(), unlike) : plain;
}
