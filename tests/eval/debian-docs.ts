import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { ROOT } from '../rig/dist';
import { mostLikeScams } from './most-like-scams';
import { spread } from './spread';

/** Documentation packages with many HTML pages; a name that only points at a version brings that version. */
const PACKAGES = [
  'debian-handbook', 'python3-doc', 'postgresql-doc', 'debian-reference', 'developers-reference', 'debian-faq',
  'aptitude-doc-en', 'aptitude-doc-fr', 'aptitude-doc-ja', 'git-doc', 'sqlite3-doc', 'clamav-docs',
  'installation-guide-amd64', 'exim4-doc-html', 'libreoffice-help-de', 'libreoffice-help-ja', 'libreoffice-help-tr',
  'python-django-doc', 'php-doc', 'r-doc-html',
]; // prettier-ignore

/** The same in more languages, for the hardest pages only. */
const MORE = [
  ...'en-us es fr it nl pl pt pt-br ru sv cs ko zh-cn hi'.split(' ').map((language) => `libreoffice-help-${language}`),
  ...'en es fr it nl ru sv ko zh-cn pl de'.split(' ').map((language) => `gimp-help-${language}`),
  'live-manual-html', 'shorewall-doc', 'wireshark-doc', 'nut-doc', 'icinga2-doc', 'keepass2-doc', 'selinux-policy-doc',
]; // prettier-ignore

export const DOCS_FOLDER = join(ROOT, 'out/honest');

function versioned(name: string): string {
  const words = spawnSync('apt-cache', ['depends', '--no-recommends', '--no-suggests', name], {
    encoding: 'utf8',
  }).stdout;
  const needed = [...words.matchAll(/Depends: (\S+)/g)].flatMap((match) => match[1] ?? []);
  const stem = name.replace(/\d?-doc$/, '');
  return needed.find((other) => other.startsWith(stem) && other.includes('-doc')) ?? name;
}

/** All of a package or nothing. Until it is whole it lies outside DOCS_FOLDER, where no page of it is read. */
function unpack(file: string, folder: string): void {
  const part = join(ROOT, 'out', `${basename(folder)}.part`);
  rmSync(part, { recursive: true, force: true });
  execFileSync('dpkg-deb', ['-x', file, part]);
  renameSync(part, folder);
}

function fetchPackage(name: string): void {
  const folder = join(DOCS_FOLDER, name);
  if (existsSync(folder)) return;
  const downloads = join(DOCS_FOLDER, 'packages');
  mkdirSync(downloads, { recursive: true });
  console.log(`Fetching ${name}…`);
  const got = spawnSync('apt-get', ['download', name], {
    cwd: downloads,
    encoding: 'utf8',
    timeout: 300_000,
  });
  const file = readdirSync(downloads).find((file) => file.startsWith(`${name}_`));
  if (got.status !== 0 || file === undefined) {
    console.log(`  not to be had: ${got.stderr.trim().split('\n').at(-1) ?? ''}`);
    return;
  }
  unpack(join(downloads, file), folder);
}

/** Nothing is installed with them. */
function needApt(): void {
  if (spawnSync('apt-get', ['--version']).status !== 0)
    throw new Error('This needs apt-get and dpkg-deb (Debian or Ubuntu): nothing is installed with them.');
}

/**
 * Fetches and unpacks the packages (nothing is installed) until there are enough pages.
 * @param only a pattern that the paths must match; all packages are fetched then
 * @returns paths of HTML pages below DOCS_FOLDER, at most `limit`, spread evenly over all. Throws without apt-get.
 */
export function debianPages(limit: number, only = ''): string[] {
  needApt();
  for (const name of PACKAGES) {
    fetchPackage(versioned(name));
    if (only === '' && htmlBelow(DOCS_FOLDER).length >= limit * 1.2) break;
  }
  const wanted = new RegExp(only);
  const all = htmlBelow(DOCS_FOLDER).filter((page) => wanted.test(page));
  return spread(all, limit);
}

/**
 * Those of the pages of all packages, and of more, that sound most like a scam's letter, the most first. A page like
 * one before it (the untranslated chapter of another language) is left out. Throws without apt-get.
 */
export function hardestPages(limit: number): string[] {
  needApt();
  for (const name of [...PACKAGES, ...MORE]) fetchPackage(versioned(name));
  const pages = htmlBelow(DOCS_FOLDER);
  console.log(`Reading ${pages.length} pages…`);
  return mostLikeScams(pages, (page) => readFileSync(join(DOCS_FOLDER, page), 'utf8'), limit);
}

function htmlBelow(folder: string): string[] {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true });
  const pages = files.filter((entry) => entry.isFile() && /\.x?html?$/.test(entry.name));
  return pages.map((entry) => join(entry.parentPath, entry.name).slice(folder.length)).sort();
}
