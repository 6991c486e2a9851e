import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { contrast } from './contrast';

const css = readFileSync('src/ui/shared/tokens.css', 'utf8');

/** Colours of one theme: those of :root, overlaid by those of the media block whose head holds every given word. */
function colours(...words: string[]): Map<string, string> {
  const found = new Map<string, string>();
  const blocks = [{ head: '', body: css.split('@media')[0] ?? '' }];
  for (const block of css.split('@media').slice(1)) {
    const [head = '', body = ''] = [block.slice(0, block.indexOf('{')), block.slice(block.indexOf('{'))];
    const conditions = head.match(/\([^)]*\)/g) ?? [];
    if (conditions.every((condition) => words.some((word) => condition.includes(word))))
      blocks.push({ head, body });
  }
  for (const { body } of blocks)
    for (const [, name = '', value = ''] of body.matchAll(/--([\w-]+): (#[\da-f]{6})/g))
      found.set(name, value);
  return found;
}

const TEXT_ON_GROUND: [string, string][] = [
  ['text', 'ground'],
  ['text', 'surface'],
  ['text-quiet', 'ground'],
  ['text-quiet', 'surface'],
  ['link', 'ground'],
  ['link', 'surface'],
  ['on-main', 'main'],
  ['on-main', 'main-hover'],
  ['on-good', 'good'],
  ['on-note', 'note'],
  ['on-care', 'care'],
  ['undo', 'surface'],
];
const EDGES: [string, string][] = [
  ['edge', 'ground'],
  ['edge', 'surface'],
  ['focus', 'ground'],
];

describe.each([
  ['light', ['light']],
  ['dark', ['scheme: dark']],
  ['high contrast, light', ['contrast']],
  ['high contrast, dark', ['contrast', 'scheme: dark']],
])('colours, %s', (_name, words) => {
  const theme = colours(...words);
  const at = (name: string): string => theme.get(name) ?? '#000000';

  it.each(TEXT_ON_GROUND)('%s on %s: 7 to 1', (text, ground) => {
    expect(contrast(at(text), at(ground))).toBeGreaterThanOrEqual(7);
  });

  it.each(EDGES)('%s on %s: 3 to 1', (edge, ground) => {
    expect(contrast(at(edge), at(ground))).toBeGreaterThanOrEqual(3);
  });
});

it('our own style sheets use tokens, never a colour of their own', () => {
  for (const name of ['popup', 'options', 'welcome']) {
    expect(readFileSync(`src/ui/${name}/${name}.css`, 'utf8')).not.toMatch(
      /#[\da-f]{3,8}\b|rgb|hsl|(?:left|right):/i,
    );
  }
});
