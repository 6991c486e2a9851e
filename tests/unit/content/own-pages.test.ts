import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { isScam } from '../../eval/row';
import { buildPages, languageTexts, pageLanguages } from '../../pages/build-pages';

const LANGUAGES = readdirSync('rules/packs')
  .map((name) => name.replace('.json', ''))
  .sort();

/** Ranges kept free for fiction, or numbers of zeros that nobody can have. Short internal numbers are no numbers. */
const FICTION = [
  /555[ -]01\d\d/,
  /01 99 00 \d\d \d\d/,
  /01632 960\d{3}/,
  /030 23125 \d{3}/,
  /08-465 004 \d\d/,
  /(?:0[ -]?){3}/,
];

const NUMBER = /(?<![\dx])\+?\d[\d ()-]{6,}\d/g;

describe('own pages', () => {
  it('there are texts for every language', () => {
    expect([...pageLanguages()].sort()).toEqual(LANGUAGES);
  });

  it.each(LANGUAGES)('%s: enough scam and honest pages, each laid out', (language) => {
    const pages = buildPages(language);
    expect(pages.filter(isScam).length).toBeGreaterThanOrEqual(6);
    expect(pages.filter((page) => !isScam(page)).length).toBeGreaterThanOrEqual(10);
    expect(new Set(pages.map(({ id }) => id)).size).toBe(pages.length);
    for (const page of pages) expect(page.html).not.toMatch(/undefined|\[object/);
  });

  it.each(LANGUAGES)('%s: only invented numbers', (language) => {
    const { scam, honest } = languageTexts(language);
    const numbers = JSON.stringify([scam, honest]).match(NUMBER) ?? [];
    const real = numbers.filter((number) => !FICTION.some((range) => range.test(number)));
    expect(real.filter((number) => number.replace(/\D/g, '').length >= 7)).toEqual([]);
  });
});
