import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const PAGE = readFileSync('docs/companion.md', 'utf8');

/** The named tests: file and title, as they stand in the file. */
const TESTS = [...PAGE.matchAll(/^- `(tests\/[\w/.-]+\.test\.ts)` › (.+)$/gm)].map(
  ([, file = '', title = '']) => [file, title] as const,
);
const PICTURES = [...PAGE.matchAll(/`(docs\/screenshots\/[\w.-]+)`/g)].map(([, file = '']) => file);

describe('docs/companion.md', () => {
  it.each(TESTS)('%s has the test "%s"', (file, title) => {
    const source = readFileSync(file, 'utf8');
    expect(["'", '"', '`'].some((sign) => source.includes(sign + title + sign))).toBe(true);
  });

  it.each(PICTURES)('%s is there', (file) => {
    expect(existsSync(file)).toBe(true);
  });

  it('has a moving picture of twenty seconds', () => {
    const bytes = readFileSync('docs/screenshots/demo.gif');
    const stays: number[] = [];
    // Each picture's own head: 21 F9 04, flags, how long it stays in hundredths of a second.
    const head = Buffer.from([0x21, 0xf9, 0x04]);
    for (let at = bytes.indexOf(head); at >= 0; at = bytes.indexOf(head, at + 1))
      stays.push(bytes.readUInt16LE(at + 4));
    expect(stays.reduce((sum, one) => sum + one, 0)).toBe(2_000);
  });

  it('proves something in every part but the last two: what was not tried, and what is measured', () => {
    const parts = PAGE.split(/^## /m).slice(1, -2);
    expect(parts.length).toBeGreaterThan(10);
    expect(parts.filter((part) => !/^- `tests\//m.test(part)).map((part) => part.split('\n')[0])).toEqual([]);
  });
});
