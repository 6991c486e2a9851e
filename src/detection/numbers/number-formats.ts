import phoneRules from '../../../rules/phones.json';

/** How countries write their telephone numbers (rules/phones.json). */

/** Fewest and most digits of a number: fewer are internal ones, more has none (ITU-T E.164). */
export const LEAST_DIGITS = 7;
export const MOST_DIGITS = 15;
/** So many at least where no country's way of writing speaks for it. */
export const LEAST_UNKNOWN = 9;

function formatPattern(format: string): string {
  return format.replaceAll('x', '\\d').replaceAll('Z', '[2-9]');
}

const countries = Object.values(phoneRules.countries);
const NATIONAL = new RegExp(`^(?:${countries.flatMap((c) => c.formats.map(formatPattern)).join('|')})$`);
/** Of countries whose own way of writing is not known, too: behind a plus or an international beginning that is enough. */
const codes = new Set([...countries.map(({ code }) => code), ...phoneRules.otherCodes]);
const CODES = new RegExp(`^(?:${[...codes].join('|')})\\d{6,13}$`);
const INTERNATIONAL = new RegExp(`^(?:${phoneRules.international.join('|')})`);

/** True where the digits of a number with a plus in front begin like one of a country, or like one at home. */
export const fitsWithPlus = (digits: string): boolean =>
  CODES.test(digits) || (digits.startsWith('0') && digits.length >= LEAST_UNKNOWN);

/** True where the digits fit a country's way of writing, or the number carries an international beginning. */
export function fitsCountry(digits: string): boolean {
  if (NATIONAL.test(digits)) return true;
  const rest = digits.replace(INTERNATIONAL, '');
  return rest !== digits && CODES.test(rest);
}

/** A number written with its country and without has so many digits in common, the last ones. */
const SAME_DIGITS = 9;

/** What tells one number from another, however it is written. */
export const lastDigits = (number: string): string => number.replace(/\D/g, '').slice(-SAME_DIGITS);
