import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const TARGETS = ['chrome', 'firefox'] as const;
export type Target = (typeof TARGETS)[number];

/** The project's folder. */
export const ROOT = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** Where a build lies. SANGFROID_DIST moves both, so that a test run need not touch dist/. */
export function distFolder(target: Target): string {
  return join(resolve(ROOT, process.env.SANGFROID_DIST ?? 'dist'), target);
}

/** Builds one target with vite; throws with vite's own words when it fails. */
export async function buildExtension(target: Target): Promise<void> {
  const vite = join(ROOT, 'node_modules/vite/bin/vite.js');
  const environment = { ...process.env, TARGET: target, NODE_ENV: 'production' };
  Reflect.deleteProperty(environment, 'VITEST'); // vite.config.ts leaves the extension out under vitest
  const child = spawn(
    process.execPath,
    [vite, 'build', '--logLevel', 'warn', '--outDir', distFolder(target)],
    {
      cwd: ROOT,
      env: environment,
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  let words = '';
  child.stdout.on('data', (chunk: Buffer) => (words += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (words += chunk.toString()));
  const code = await new Promise<number | null>((done, fail) => child.on('close', done).on('error', fail));
  if (code !== 0 || !existsSync(join(distFolder(target), 'manifest.json')))
    throw new Error(`The ${target} build failed:\n${words}`);
}

/** Builds a target only when it is not there yet. */
export async function ensureBuilt(target: Target): Promise<string> {
  const folder = distFolder(target);
  if (!existsSync(join(folder, 'manifest.json'))) await buildExtension(target);
  return folder;
}

/**
 * The extension in a folder that somebody named: the folder itself, or the target's build in it. @throws Error where
 * neither holds one
 */
export function namedDist(folder: string, target: Target): string {
  const found = [folder, join(folder, target)].find((one) => existsSync(join(one, 'manifest.json')));
  if (found === undefined) throw new Error(`${folder} holds no built extension (there is no manifest.json).`);
  return resolve(found);
}

/** The id that a manifest gives the extension in Firefox. */
export const geckoId = (manifest: string): string =>
  (JSON.parse(readFileSync(manifest, 'utf8')) as { browser_specific_settings: { gecko: { id: string } } })
    .browser_specific_settings.gecko.id;
