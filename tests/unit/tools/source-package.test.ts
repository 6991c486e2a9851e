import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { leftOut, sourceFiles } from '../../../tools/package/files';

const root = mkdtempSync(join(tmpdir(), 'sangfroid-source-test-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));
beforeAll(() => {
  mkdirSync(join(root, 'src'));
  mkdirSync(join(root, 'out'));
  for (const name of ['src/kept.ts', 'src/new.ts', 'out/picture.png']) writeFileSync(join(root, name), name);
  writeFileSync(join(root, '.gitignore'), 'out/\n');
});

const names = (): string[] => sourceFiles(root).map(({ name }) => name).sort(); // prettier-ignore

describe('the source package', () => {
  it('has every file where there is no git, but for what is built', () => {
    expect(names()).toEqual(['.gitignore', 'src/kept.ts', 'src/new.ts']);
    expect(leftOut(root)).toEqual([]);
  });

  it('has what is under version control, and what the build holds besides is named', () => {
    execFileSync('git', ['init', '--quiet'], { cwd: root });
    execFileSync('git', ['add', '.gitignore', 'src/kept.ts'], { cwd: root });
    expect(names()).toEqual(['.gitignore', 'src/kept.ts']);
    expect(leftOut(root)).toEqual(['src/new.ts']);
  });
});
