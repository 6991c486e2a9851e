import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { BrowserKind } from '../../rig/browser-rig';
import { distFolder } from '../../rig/dist';
import { temporaryFolder } from '../../rig/processes';

/** No extension; one whose content scripts are empty (the floor); this one. */
export const VARIANTS = ['none', 'empty', 'ours'] as const;
export type Variant = (typeof VARIANTS)[number];

interface Manifest {
  content_scripts: { js: string[] }[];
  [key: string]: unknown;
}

/** The floor: the same content scripts as ours in number and place, every one empty, and a worker that does nothing. */
function emptyExtension(kind: BrowserKind, dist: string): string {
  const folder = temporaryFolder('empty');
  const ours = JSON.parse(readFileSync(join(dist, 'manifest.json'), 'utf8')) as Manifest; // what the build wrote
  mkdirSync(join(folder, 'js'));
  const content_scripts = ours.content_scripts.map((entry, index) => {
    writeFileSync(join(folder, `js/${index}.js`), '(() => {})();\n');
    return { ...entry, js: [`js/${index}.js`] };
  });
  writeFileSync(
    join(folder, 'worker.js'),
    '(globalThis.browser ?? chrome).runtime.onInstalled.addListener(() => {});\n',
  );
  const manifest = {
    manifest_version: 3,
    name: 'empty',
    version: '1',
    permissions: ['storage', 'tabs'],
    host_permissions: ours.host_permissions,
    background: kind === 'chromium' ? { service_worker: 'worker.js' } : { scripts: ['worker.js'] },
    content_scripts,
    ...(kind === 'firefox' && { browser_specific_settings: { gecko: { id: 'empty@sangfroid.example' } } }),
  };
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify(manifest, null, 1));
  return folder;
}

/** A folder with builds of another commit: they stand in the place of the floor, to be compared with this one. */
export const AGAINST = process.env.SANGFROID_AGAINST;

/** Folder of the extension of a variant; null for none. */
export function variantFolder(kind: BrowserKind, variant: Variant): string | null {
  if (variant === 'none') return null;
  const target = kind === 'chromium' ? 'chrome' : 'firefox';
  const dist = distFolder(target);
  if (variant === 'ours') return dist;
  return AGAINST === undefined ? emptyExtension(kind, dist) : resolve(AGAINST, target);
}
