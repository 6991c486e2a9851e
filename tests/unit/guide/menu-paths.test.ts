import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

type Texts = Record<string, string>;

const stepsIn = (language: string): Texts =>
  JSON.parse(readFileSync(`src/texts/${language}/guide-steps.json`, 'utf8')) as Texts; // our own flat files

/** Ways through the settings that are written menu after menu, with commas between. */
const PATHS = [
  'step.remove-tool.windows-11',
  'step.remove-tool.windows-10',
  'step.safe-mode.windows-path',
  'step.safest.windows-11',
  'step.safest.windows-10',
];

const menus = (path = ''): number => (path.split('.')[0] ?? '').split(',').length;

/** Japanese has other commas, and more of them. */
const languages = readdirSync('src/texts').filter((language) => language !== 'ja');

describe.each(PATHS)('the way through the menus of %s', (key) => {
  it.each(languages)('leaves out none in %s', (language) => {
    expect(menus(stepsIn(language)[key])).toBe(menus(stepsIn('en')[key]));
  });
});
