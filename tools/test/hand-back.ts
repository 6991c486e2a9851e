import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** What a run writes into the project's folder. */
const WRITTEN = ['dist', 'out', 'node_modules'];

/**
 * After `sudo npm test`: gives what it wrote in the project's folder to the person who called sudo, who could not
 * build there any more. Without sudo it does nothing.
 */
export function handBack(root: string, { SUDO_UID, SUDO_GID }: NodeJS.ProcessEnv): void {
  const folders = WRITTEN.map((name) => join(root, name)).filter((folder) => existsSync(folder));
  if (process.getuid?.() !== 0 || !SUDO_UID || !SUDO_GID || folders.length === 0) return;
  spawnSync('chown', ['-hR', `${SUDO_UID}:${SUDO_GID}`, ...folders], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}
