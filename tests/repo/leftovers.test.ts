import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

/** Put together, so that this file has none of them. */
const MARKS = new RegExp([['XX', 'X'], ['TO', 'DO'], ['FIX', 'ME']].map((parts) => parts.join('')).join('|')); // prettier-ignore
const SKIPPED = /\b(?:it|test|describe)\.(?:skip|only|todo)\b|\bx(?:it|describe)\(/;

const FOLDERS = ['src', 'tests', 'rules', 'tools', 'docs', '.github'];
const listed = [
  ...FOLDERS.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)),
  ),
  ...readdirSync('.'),
];
/** All of the project's texts but the lock file, whose checksums may spell anything. */
const texts = listed.filter(
  (name) => /\.(?:ts|mjs|js|json|md|html|css|yml)$/.test(name) && name !== 'package-lock.json',
);
const withA = (pattern: RegExp, names: string[]): string[] =>
  names.filter((name) => pattern.test(readFileSync(name, 'utf8')));

describe('the tree', () => {
  it('holds no promise to finish something later; a number without its digits is written with dots', () => {
    expect(texts.length).toBeGreaterThan(1_000);
    expect(withA(MARKS, texts)).toEqual([]);
  });

  it('holds no test that is left out', () => {
    const tests = texts.filter(
      (name) => name.endsWith('.test.ts') && name !== 'tests/repo/leftovers.test.ts',
    );
    expect(tests.length).toBeGreaterThan(100);
    expect(withA(SKIPPED, tests)).toEqual([]);
  });
});
