import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../../rig/processes';

interface Manifest {
  content_scripts: { js: string[] }[];
  [key: string]: unknown;
}

/** The floor: the same manifest of content scripts as ours, every script empty, and a worker that does nothing. */
export function emptyExtension(dist: string): string {
  const folder = temporaryFolder('empty');
  const ours = JSON.parse(readFileSync(join(dist, 'manifest.json'), 'utf8')) as Manifest; // what the build wrote
  mkdirSync(join(folder, 'js'));
  const content_scripts = ours.content_scripts.map((entry, index) => {
    writeFileSync(join(folder, `js/${index}.js`), '(() => {})();\n');
    return { ...entry, js: [`js/${index}.js`] };
  });
  writeFileSync(join(folder, 'worker.js'), 'chrome.runtime.onInstalled.addListener(() => {});\n');
  const manifest = {
    manifest_version: 3,
    name: 'empty',
    version: '1',
    permissions: ['storage', 'tabs'],
    host_permissions: ours.host_permissions,
    background: { service_worker: 'worker.js' },
    content_scripts,
  };
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify(manifest, null, 1));
  return folder;
}
