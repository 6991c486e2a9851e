import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserKind } from './browser-rig';
import { openMountNamespace } from './mount-namespace';
import { removeFolder, temporaryFolder } from './processes';

/** The name in /etc of the folder where each browser reads an administrator's files (Linux). */
const NAMES: Record<BrowserKind, string> = { chromium: 'chromium', firefox: 'firefox' };

/** Puts the folder $1 in the place of /etc/$2. Where that is not there, $3, which holds it, is laid under /etc. */
const MOUNTS = `[ -d "/etc/$2" ] || mount -t overlay -o "lowerdir=$3:/etc" overlay /etc
  mount --bind "$1" "/etc/$2"`;

/**
 * Runs `work` while the rig starts a browser that sees `folder` as its folder in /etc, and nobody else does. @throws one
 * clear line where nothing can be mounted
 */
export async function withOwnEtc<T>(kind: BrowserKind, folder: string, work: () => Promise<T>): Promise<T> {
  const under = temporaryFolder('under-etc');
  mkdirSync(join(under, NAMES[kind]));
  const namespace = await openMountNamespace('A policy', MOUNTS, [folder, NAMES[kind], under]);
  try {
    return await namespace.starting(kind, work);
  } finally {
    namespace.close();
    removeFolder(under);
  }
}
