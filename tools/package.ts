/**
 * `npm run package`: builds both extensions and packs them for the stores, with the source for reviewers.
 * The same source gives the same bytes, on any machine and in any folder (tests/repo/package.test.ts).
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { buildExtension, distFolder, ROOT } from '../tests/rig/dist';
import { builtFiles, leftOut, sourceFiles } from './package/files';
import { zip, type ZipEntry } from './package/zip';

const { version } = JSON.parse(readFileSync(join(ROOT, 'manifest.json'), 'utf8')) as { version: string };
const folder = dirname(distFolder('chrome'));

function write(name: string, entries: ZipEntry[]): void {
  const bytes = zip(entries);
  const path = join(folder, name);
  mkdirSync(folder, { recursive: true });
  writeFileSync(path, bytes);
  const digest = createHash('sha256').update(bytes).digest('hex');
  console.log(`${digest}  ${name}  (${entries.length} files, ${(bytes.length / 1000).toFixed(0)} kB)`);
}

for (const target of ['chrome', 'firefox'] as const) {
  console.log(`Building for ${target}…`);
  await buildExtension(target);
}
write(`sangfroid-${version}-chrome.zip`, builtFiles(distFolder('chrome')));
write(`sangfroid-${version}-firefox.xpi`, builtFiles(distFolder('firefox')));
write(`sangfroid-${version}-source.zip`, sourceFiles(ROOT));
console.log(`Written to ${folder}`);
// A reviewer could not build the packages from it.
const missing = leftOut(ROOT);
if (missing.length > 0)
  console.log(`NOT in the source, because not under version control:\n  ${missing.join('\n  ')}`);
