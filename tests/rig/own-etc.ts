import { mkdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { BrowserKind } from './browser-rig';
import { findBrowser } from './ensure-browsers';
import { openMountNamespace } from './mount-namespace';
import { removeFolder, temporaryFolder } from './processes';

/**
 * Folders in /etc where the builds of Chromium read an administrator's files (Linux), by a part of the program's name; the
 * first that fits. A program named chromium-browser is Ubuntu's, or another's that reads where Chromium does; one named
 * chrome may be any build.
 */
const CHROMIUM_FOLDERS: readonly [RegExp, readonly string[]][] = [
  [/edge/, ['opt/edge']],
  [/brave/, ['brave']],
  [/chromium-browser/, ['chromium', 'chromium-browser']],
  [/chromium/, ['chromium']],
  [/google-chrome/, ['opt/chrome']],
  [/./, ['chromium', 'opt/chrome', 'opt/chrome_for_testing']],
];

/** The names in /etc of the folders where this program may read an administrator's files. */
export function etcNames(kind: BrowserKind, program: string): readonly string[] {
  if (kind === 'firefox') return ['firefox'];
  return CHROMIUM_FOLDERS.find(([name]) => name.test(basename(program)))?.[1] ?? [];
}

/** Puts the folder $1 in the place of each /etc/$3 and so on. Where one is not there, $2, which holds all, is laid under /etc. */
const MOUNTS = `folder=$1 under=$2; shift 2
  for name do [ -d "/etc/$name" ] || missing=yes; done
  [ -z "\${missing-}" ] || mount -t overlay -o "lowerdir=$under:/etc" overlay /etc
  for name do mount --bind "$folder" "/etc/$name"; done`;

/**
 * Runs `work` while the rig starts a browser that sees `folder` as its folder in /etc, and nobody else does. @throws one
 * clear line where nothing can be mounted
 */
export async function withOwnEtc<T>(kind: BrowserKind, folder: string, work: () => Promise<T>): Promise<T> {
  const under = temporaryFolder('under-etc');
  const names = etcNames(kind, findBrowser(kind));
  for (const name of names) mkdirSync(join(under, name), { recursive: true });
  const namespace = await openMountNamespace('A policy', MOUNTS, [folder, under, ...names]);
  try {
    return await namespace.starting(kind, work);
  } finally {
    namespace.close();
    removeFolder(under);
  }
}
