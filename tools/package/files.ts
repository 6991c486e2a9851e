import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { ZipEntry } from './zip';

/** Never part of the source, also where git is not there to tell. */
const NOT_SOURCE = new Set(['.git', 'node_modules', 'dist', 'out', 'coverage', '.stryker-tmp', 'reports']);

function entry(root: string, name: string): ZipEntry {
  const path = join(root, name);
  return { name, bytes: readFileSync(path), executable: (statSync(path).mode & 0o100) !== 0 };
}

function walk(root: string, folder: string, skip: (name: string) => boolean): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((found) => {
    if (skip(found.name)) return [];
    const path = join(folder, found.name);
    return found.isDirectory() ? walk(root, path, skip) : [relative(root, path).split(sep).join('/')];
  });
}

/** Every file of a built extension, none of them executable. */
export function builtFiles(folder: string): ZipEntry[] {
  return walk(folder, folder, () => false).map((name) => ({ ...entry(folder, name), executable: false }));
}

/** The files under version control; without git (an unpacked source zip) all files but what is built or installed. */
export function sourceFiles(root: string): ZipEntry[] {
  return sourceNames(root).map((name) => entry(root, name));
}

/** Files that a build may hold and the source does not: neither under version control nor to be ignored. */
export function leftOut(root: string): string[] {
  return hasGit(root) ? listed(root, ['--others', '--exclude-standard']) : [];
}

const hasGit = (root: string): boolean => existsSync(join(root, '.git'));

function listed(root: string, which: string[]): string[] {
  const names = execFileSync('git', ['ls-files', '-z', ...which], { cwd: root, encoding: 'utf8' });
  return names.split('\0').filter((name) => name !== '' && existsSync(join(root, name)));
}

const sourceNames = (root: string): string[] =>
  hasGit(root) ? listed(root, ['--cached']) : walk(root, root, (name) => NOT_SOURCE.has(name));
