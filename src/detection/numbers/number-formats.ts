import { countries, international, otherCodes } from '../../../rules/phones.json';
import { late } from '../late';
import { latePattern } from '../text/late-pattern';

/** How countries write their telephone numbers (rules/phones.json). */

/** Fewest and most digits of a number: fewer are internal ones, more has none (ITU-T E.164). */
export const LEAST_DIGITS = 7;
export const MOST_DIGITS = 15;
/** So many at least where no country's way of writing speaks for it. */
export const LEAST_UNKNOWN = 9;

const patternOf = (format: string): string => format.replaceAll('x', '\\d').replaceAll('Z', '[2-9]');
/** How many digits a format has: what stands in brackets is one. */
const lengthOf = (format: string): number => format.replace(/\[[^\]]*\]/g, 'x').length;

/** All formats by how many digits they have: one pattern of all of them takes a new page a ms to get ready. */
const national = late(() => {
  const byLength = new Map<number, string[]>();
  for (const format of Object.values(countries).flatMap(({ formats }) => formats)) {
    const length = lengthOf(format);
    byLength.set(length, [...(byLength.get(length) ?? []), patternOf(format)]);
  }
  return new Map([...byLength].map(([length, all]) => [length, latePattern(`^(?:${all.join('|')})$`, '')]));
});

/** Of countries whose own way of writing is not known, too: behind a plus or an international beginning that is enough. */
const codes = late(() => {
  const all = new Set([...Object.values(countries).map(({ code }) => code), ...otherCodes]);
  return new RegExp(`^(?:${[...all].join('|')})\\d{6,13}$`);
});
const INTERNATIONAL = new RegExp(`^(?:${international.join('|')})`);

/** True where the digits of a number with a plus in front begin like one of a country, or like one at home. */
export const fitsWithPlus = (digits: string): boolean =>
  codes().test(digits) || (digits.startsWith('0') && digits.length >= LEAST_UNKNOWN);

/** True where the digits fit a country's way of writing, or the number carries an international beginning. */
export function fitsCountry(digits: string): boolean {
  if (national().get(digits.length)?.().test(digits)) return true;
  const rest = digits.replace(INTERNATIONAL, '');
  return rest !== digits && codes().test(rest);
}

/** A number written with its country and without has so many digits in common, the last ones. */
const SAME_DIGITS = 9;

/** What tells one number from another, however it is written. */
export const lastDigits = (number: string): string => number.replace(/\D/g, '').slice(-SAME_DIGITS);
