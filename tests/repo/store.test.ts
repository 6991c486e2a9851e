import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

/** Chrome: 75 and 132 characters; Firefox cuts names at 50. */
const LONGEST_NAME = 50;
const LONGEST_SUMMARY = 132;
const LONGEST_DESCRIPTION = 15_000;

const languages = readdirSync('src/texts');

/** The text under a heading of level two, by its place: 0 name, 1 summary, 2 description. */
function parts(language: string): string[] {
  const page = readFileSync(`docs/store/${language}.md`, 'utf8');
  return page
    .split(/^## .*\n/m)
    .slice(1)
    .map((part) => part.trim());
}

describe.each(languages)('names in %s', (language) => {
  const texts = JSON.parse(readFileSync(`src/texts/${language}/browser.json`, 'utf8')) as Record<
    string,
    string
  >;

  it('fit into the stores', () => {
    expect(texts.extensionName?.length).toBeLessThanOrEqual(LONGEST_NAME);
    expect(texts.extensionDescription?.length).toBeLessThanOrEqual(LONGEST_SUMMARY);
    expect(texts.extensionName).not.toMatch(/microsoft|windows|google|chrome|apple|firefox|mozilla/i);
  });

  it('are those of the store entry, where there is one', () => {
    if (!existsSync(`docs/store/${language}.md`)) return;
    const [name, summary, description = ''] = parts(language);
    expect(name).toBe(texts.extensionName);
    expect(summary).toBe(texts.extensionDescription);
    expect(description.length).toBeGreaterThan(500);
    expect(description.length).toBeLessThan(LONGEST_DESCRIPTION);
  });
});

it('English and French have store entries', () => {
  expect(existsSync('docs/store/en.md') && existsSync('docs/store/fr.md')).toBe(true);
});
