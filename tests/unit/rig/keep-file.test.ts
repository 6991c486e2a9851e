import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { keepFile } from '../../rig/keep-file';

const folder = mkdtempSync(join(tmpdir(), 'sangfroid-keep-test-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('what a long run found', () => {
  it('is kept in a folder that is not there yet, and again in one that is', () => {
    const file = join(folder, 'a/b/rows.json');
    for (const text of ['[1]', '[2]']) keepFile(file, text);
    expect(readFileSync(file, 'utf8')).toBe('[2]');
  });
});
