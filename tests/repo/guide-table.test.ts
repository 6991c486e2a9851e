import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

/** Rows of the founding article marked as requirements (★) or as advertising or outdated (⚠), and the corrections. */
const ARTICLE = [
  1, 2, 5, 6, 7, 8, 10, 11, 12, 13, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 29, 30, 32, 33, 34, 35,
  36, 37, 38, 41, 43, 44, 45, 46, 48, 49, 50, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 63, 64, 66, 68, 69, 70,
  72, 73, 75, 77, 79, 80, 81, 84, 85, 86, 87, 88, 91, 94, 98, 99, 100, 101, 102, 103, 104, 105, 106, 107, 108,
  109,
];
const CORRECTIONS = Array.from({ length: 19 }, (_, at) => at + 1);

interface Row {
  id: string;
  answer: string;
}

function tableOf(document: string): Row[] {
  return [...document.matchAll(/^\| (A[12]-\d+) \|[^|]*\|[^|]*\|([^|]*)\|$/gm)].map(
    ([, id = '', answer = '']) => ({
      id,
      answer: answer.trim(),
    }),
  );
}

function keysOf({ answer }: Row): string[] {
  return [...answer.matchAll(/`([\w.-]+)`/g)].map(([, key = '']) => key);
}

const rows = tableOf(readFileSync('docs/guide.md', 'utf8'));
const texts = new Set(
  readdirSync('src/texts/en').flatMap((file) =>
    Object.keys(JSON.parse(readFileSync(`src/texts/en/${file}`, 'utf8')) as object),
  ),
);

describe('the table of docs/guide.md', () => {
  it('has every row once', () => {
    const wanted = [...ARTICLE.map((row) => `A1-${row}`), ...CORRECTIONS.map((row) => `A2-${row}`)];
    expect(rows.map((row) => row.id)).toEqual(wanted);
  });

  it.each(rows.map((row) => [row.id, row] as const))('%s is answered by texts there are', (_id, row) => {
    const keys = keysOf(row);
    expect(keys.length > 0 || row.answer.startsWith('left out: ')).toBe(true);
    for (const key of keys) expect(texts, key).toContain(key);
  });
});
