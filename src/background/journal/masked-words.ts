import type { PhoneFact, WordFacts } from '../../detection/facts';
import { lastDigits } from '../../detection/numbers/number-formats';

/** How many signs stay readable of a number or code: its country and kind, too few to call or look up a person. */
const SHOWN = 2;

/** Letters stand for digits, too ("1-800-GET-HELP", "8OO"), and a bar for a one. */
const SIGN = /[\p{L}\p{N}|]/gu;

const plainDigits = ({ digits }: PhoneFact): string => digits.replace(/\D/g, '');

/** A number or code with all but its beginning hidden; length and signs between stay: "+1 8•• •••-••••". */
function maskEnd(shown: string): string {
  let seen = 0;
  return shown.replace(SIGN, (sign) => ((seen += 1) <= SHOWN ? sign : '•'));
}

/**
 * Which number it is among those of the report, in the place of its digits: as long as they are, and one number stays
 * one for the judgement, two stay two.
 */
function standIn(phone: PhoneFact, known: readonly string[]): string {
  const digits = plainDigits(phone);
  const end = lastDigits(digits); // what makes two numbers one
  const before = digits.slice(0, digits.length - end.length);
  const start = before.slice(0, SHOWN).padEnd(before.length, '0');
  const place = String(known.indexOf(end) + 1).padStart(end.length, '0');
  return (phone.digits.startsWith('+') ? '+' : '') + start + place;
}

/**
 * The words of each frame of one tab with numbers and codes that nobody can read or call: an honest page, or a page that
 * was made for one person, may have put private ones there. The judgement is the same as of the whole ones.
 */
export function maskWords(all: readonly WordFacts[]): WordFacts[] {
  const ends = all.flatMap(({ phones }) => phones.map((phone) => lastDigits(phone.digits)));
  const known = [...new Set(ends)];
  return all.map((words) => ({
    ...words,
    phones: words.phones.map((phone) => ({
      ...phone,
      shown: maskEnd(phone.shown),
      digits: standIn(phone, known),
    })),
    codes: words.codes.map(maskEnd),
  }));
}
