/**
 * Runs a TypeScript program of this project on a machine that has only Node and npm:
 * `node tools/bootstrap.mjs tools/build.ts [arguments]`. Installs the modules first when they are missing or older
 * than the lock file. Plain JavaScript without dependencies, because it runs before there are any.
 */
import { spawn } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
/** Of each line of Node the oldest minor version that every package here takes; some take none of 21 and 23. */
const OLDEST_MINOR = { 20: 19, 22: 13 };

/** Packages of a lock file as { path: version }, without the project itself and what this platform may leave out. */
function packagesOf(file, withOptional) {
  const { packages } = JSON.parse(readFileSync(file, 'utf8'));
  const wanted = Object.entries(packages).filter(
    ([path, entry]) => path !== '' && (withOptional || !(entry.optional || entry.devOptional)),
  );
  return Object.fromEntries(wanted.map(([path, entry]) => [path, entry.version]));
}

/** True when node_modules holds exactly the versions of package-lock.json. */
function modulesAreCurrent() {
  const installedFile = join(ROOT, 'node_modules/.package-lock.json');
  if (!existsSync(installedFile)) return false;
  const wanted = packagesOf(join(ROOT, 'package-lock.json'), false);
  let installed;
  try {
    installed = packagesOf(installedFile, true);
  } catch {
    return false; // npm was stopped, or the disk was full, as it wrote its list
  }
  return Object.entries(wanted).every(([path, version]) => installed[path] === version);
}

/** How many packages lie in node_modules now; scopes count their members. */
function countInstalled() {
  const folder = join(ROOT, 'node_modules');
  if (!existsSync(folder)) return 0;
  const names = readdirSync(folder).filter((name) => !name.startsWith('.'));
  return names.reduce((sum, name) => sum + (name[0] === '@' ? readdirSync(join(folder, name)).length : 1), 0);
}

/** Runs `npm ci`, saying every few seconds how far it is. Throws when npm fails. */
async function installModules() {
  const total = Object.keys(packagesOf(join(ROOT, 'package-lock.json'), false)).length;
  const start = Date.now();
  const seconds = () => Math.round((Date.now() - start) / 1000);
  console.log(`Installing ${total} modules (npm ci)…`);
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const child = spawn(npm, ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: ROOT,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  const ticker = setInterval(() => console.log(`  ${countInstalled()} folders, ${seconds()} s`), 3000);
  const code = await new Promise((done, fail) => child.on('close', done).on('error', fail));
  clearInterval(ticker);
  if (code !== 0) throw new Error(`npm ci failed (code ${code}). See its message above.`);
  console.log(`Modules installed in ${seconds()} s.`);
}

function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major >= 24 || minor >= OLDEST_MINOR[major]) return;
  throw new Error(`Node 20.19+, 22.13+ or 24+ (not 21, 23) is needed; this is ${process.versions.node}.`);
}

async function main() {
  checkNode();
  const [file, ...rest] = process.argv.slice(2);
  if (!modulesAreCurrent()) await installModules();
  if (file === undefined) return;
  const program = resolve(file);
  process.argv = [process.argv[0], program, ...rest];
  const { createJiti } = await import(pathToFileURL(join(ROOT, 'node_modules/jiti/lib/jiti.mjs')).href);
  await createJiti(import.meta.url).import(program);
}

main().catch((error) => {
  console.error(error instanceof Error ? error.message : error);
  if (process.env.DEBUG && error instanceof Error) console.error(error.stack);
  // A page server or a browser of a program that broke off would hold it open for ever. First its words are out.
  process.stdout.write('', () => process.stderr.write('', () => process.exit(1)));
});
