import { readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Plugin } from 'vite';

/** The name of the package that a module is of; the last one where a package has packages of its own. */
const PACKAGE = /.*[\\/]node_modules[\\/]((?:@[^\\/]+[\\/])?[^\\/]+)[\\/]/;
const LICENCE_FILE = /^licen[cs]e(?:\.md|\.txt)?$/i;

const HEAD = `Sangfroid itself is under the Mozilla Public License 2.0; its text is in the file LICENSE.
Parts of the following packages are in its files, in their release versions and unchanged but for the bundler.`;

interface Manifest {
  name: string;
  version: string;
  license: string;
  repository: { url: string };
}

/** The names of the packages whose modules are among these, sorted. */
function packagesOf(modules: readonly string[]): string[] {
  const names = modules.map((id) => PACKAGE.exec(id)?.[1]?.replace('\\', '/'));
  return [...new Set(names.filter((name) => name !== undefined))].sort();
}

/** A package's name, version, licence and source, and the text of its licence. @throws Error where it has no text */
function noticeOf(name: string): string {
  const folder = resolve('node_modules', name);
  const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest; // npm's own file
  const file = readdirSync(folder).find((one) => LICENCE_FILE.test(one));
  if (file === undefined) throw new Error(`${name} is in the build, but has no text of its licence.`);
  const text = readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n').trim();
  const source = manifest.repository.url.replace(/^git(?:\+https)?:/, 'https:');
  return `${'='.repeat(80)}\n${manifest.name} ${manifest.version}: ${manifest.license}\nSource: ${source}\n\n${text}`;
}

/** The text of third-party-notices.txt for these packages. */
function noticesOf(names: readonly string[]): string {
  return `${[HEAD, ...names.map(noticeOf)].join('\n\n')}\n`;
}

/** Puts our licence, and those of the packages that are in the bundles, into the build: both ask to go along. */
export function licenceTexts(): Plugin {
  return {
    name: 'sangfroid-licences',
    apply: 'build',
    generateBundle(_options, bundle) {
      const modules = Object.values(bundle).flatMap((file) => (file.type === 'chunk' ? file.moduleIds : []));
      const texts = {
        LICENSE: readFileSync('LICENSE', 'utf8'),
        'third-party-notices.txt': noticesOf(packagesOf(modules)),
      };
      for (const [fileName, source] of Object.entries(texts))
        this.emitFile({ type: 'asset', fileName, source });
    },
  };
}
