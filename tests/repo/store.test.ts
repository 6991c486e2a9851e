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

/** Width and height of a PNG file: the first two numbers of its header. */
function sizeOf(file: string): number[] {
  const bytes = readFileSync(file);
  expect(bytes.toString('latin1', 1, 4), file).toBe('PNG');
  return [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
}

describe('pictures', () => {
  const page = readFileSync('docs/store/README.md', 'utf8');

  it.each(['English', 'French'])('of the %s entry have the size both stores take', (language) => {
    const [, line = ''] = new RegExp(`^ {2}- ${language}: (.*)$`, 'm').exec(page) ?? [];
    const files = [...line.matchAll(/`([\w-]+\.png)`/g)].map(([, name]) => `docs/screenshots/${name}`);
    expect(files.length).toBeGreaterThan(2);
    expect(files.length).toBeLessThanOrEqual(5);
    for (const file of files) expect(sizeOf(file), file).toEqual([1280, 800]);
  });

  it('of the icon and the tile have theirs', () => {
    for (const size of [16, 32, 48, 128])
      expect(sizeOf(`src/static/icons/icon-${size}.png`)).toEqual([size, size]);
    expect(sizeOf('docs/store/tile.png')).toEqual([440, 280]);
  });
});
