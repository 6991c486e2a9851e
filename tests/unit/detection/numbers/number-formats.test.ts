import { describe, expect, it } from 'vitest';
import { countries } from '../../../../rules/phones.json';
import { fitsCountry } from '../../../../src/detection/numbers/number-formats';

const formats = Object.values(countries).flatMap((country) => country.formats);
/** Digits that are written so: the first that a place allows, elsewhere nothing but zeros. */
const written = (format: string): string =>
  format
    .replace(/\[(\d)[^\]]*\]/g, '$1')
    .replaceAll('Z', '2')
    .replaceAll('x', '0');

describe('how a country writes its numbers', () => {
  it.each(formats)('%s is one', (format) => {
    expect(fitsCountry(written(format))).toBe(true);
  });

  it.each([
    ['2025550134', true],
    ['20255501345', false],
    ['0199001234', true],
    ['01632960123', true],
  ])('%s: %s', (digits, fits) => {
    expect(fitsCountry(digits)).toBe(fits);
  });
});
