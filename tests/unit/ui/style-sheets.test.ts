import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

/** Every style sheet of our pages, without its comments. */
const SHEETS = readdirSync('src/ui', { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.css'))
  .map((name) => [name, readFileSync(`src/ui/${name}`, 'utf8').replace(/\/\*[\s\S]*?\*\//g, '')] as const);

interface Declaration {
  /** The at-rules and selectors around it, outermost first. */
  inside: string[];
  name: string;
  value: string;
}

/** Splits a sheet into its declarations; enough of CSS for sheets that prettier has formatted. */
function declarations(css: string): Declaration[] {
  const found: Declaration[] = [];
  const inside: string[] = [];
  for (const [, text = '', end] of css.matchAll(/([^{};]*)([{};])/g)) {
    const words = text.trim();
    const colon = words.indexOf(':');
    if (end === '{') inside.push(words);
    else if (colon > 0)
      found.push({
        inside: [...inside],
        name: words.slice(0, colon).trim(),
        value: words.slice(colon + 1).trim(),
      });
    if (end === '}') inside.pop();
  }
  return found;
}

/** Sides and measures of the screen instead of those of the text: a right-to-left page would be wrong. */
const PHYSICAL =
  /^(?:(?:min-|max-)?(?:width|height)|top|bottom|left|right|(?:margin|padding|border|inset)-(?:top|bottom|left|right)(?:-.*)?)$/;
const PHYSICAL_VALUE = /^(?:left|right)$/;

describe.each(SHEETS)('%s', (_name, css) => {
  const all = declarations(css);

  it('was read', () => {
    expect(all.length > 0 || /^\s*@import/.test(css)).toBe(true);
  });

  it('speaks of start and end, never of left and right', () => {
    const wrong = all.filter(
      ({ name, value }) =>
        PHYSICAL.test(name) || (/^(?:text-align|float|clear)$/.test(name) && PHYSICAL_VALUE.test(value)),
    );
    expect(wrong.map(({ name, value }) => `${name}: ${value}`)).toEqual([]);
  });

  it('draws no sign that would be read out with the words beside it', () => {
    const signs = all.filter(({ name, value }) => name === 'content' && /^["']/.test(value));
    expect(signs.map(({ value }) => value).filter((value) => !/\S\s*\/ (["'])\1$/.test(value))).toEqual([]);
  });

  it('moves only for those who did not ask for less motion, and never flashes', () => {
    const moving = all.filter(({ name }) => /^(?:transition|animation|scroll-behavior)/.test(name));
    const always = moving.filter(({ inside }) => !inside.some((rule) => rule.includes('no-preference')));
    expect(always.map(({ name, value }) => `${name}: ${value}`)).toEqual([]);
    expect(css).not.toMatch(/@keyframes|animation-iteration-count/);
  });
});
