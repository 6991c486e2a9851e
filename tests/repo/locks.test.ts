import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readKept } from '../bench/locks/kept';
import type { Row } from '../bench/locks/row';
import { HONEST } from '../pages/locks/honest';
import { TECHNIQUES } from '../pages/locks/index';
import { ROOT } from '../rig/dist';

const DOC = readFileSync(join(ROOT, 'docs/locks.md'), 'utf8');
const BROWSERS = ['chromium', 'firefox'] as const;

/** Every page of the bench with every browser that has its call, as the tables begin their rows. */
const expected = [
  ...TECHNIQUES.flatMap(({ id, does, only }) =>
    BROWSERS.filter((browser) => !only || only === browser).map(
      (browser) => `| ${id} | ${does} | ${browser} |`,
    ),
  ),
  ...HONEST.flatMap(({ id, does }) => BROWSERS.map((browser) => `| ${id} | ${does} | ${browser} |`)),
];

describe('docs/locks.md', () => {
  it('has a row for every page of the bench in every browser', () => {
    expect(expected.filter((row) => !DOC.includes(row))).toEqual([]);
  });

  it('has no row that was not measured', () => {
    expect(DOC).not.toContain('not measured');
  });

  it('names every row that fails under "What stays open"', () => {
    const notes = DOC.slice(DOC.indexOf('## What stays open'));
    const failing = readKept()
      .rows.filter(
        (row) => !row.noticed || !row.oneClick || row.byItself === false || row.windowLost || row.cameBack,
      )
      .map(({ technique }) => technique);
    const wrong = readKept().honest.filter(({ leftAlone }) => !leftAlone);
    const named = (id: string): boolean => notes.includes(`\`${id}\``);
    expect([...failing, ...wrong.map(({ page }) => page)].filter((id) => !named(id))).toEqual([]);
  });

  it.each([
    ['Not muted', ({ muted }: Row) => muted === false],
    ['Tab left', ({ tabLeft }: Row) => tabLeft === true],
    ['Sound left', ({ soundLeft }: Row) => soundLeft === true],
  ])('names every such row in the line there that begins with "%s"', (words, isSo) => {
    const notes = DOC.slice(DOC.indexOf('## What stays open'));
    const line = notes.split('\n').find((one) => one.startsWith(`- ${words} `)) ?? '';
    const failing = readKept().rows.filter(isSo);
    expect(failing.map(({ technique }) => technique).filter((id) => !line.includes(`\`${id}\``))).toEqual([]);
  });
});
