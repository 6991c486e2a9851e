import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../../rig/processes';

/** ALSA's device that swallows everything. */
const SWALLOWS = 'pcm.!default { type null }\nctl.!default { type null }\n';

/**
 * Without a sound device Firefox never says of a tab that it makes a sound. Browsers started from here find one that
 * swallows everything, on Linux; one that the person has through another program stays theirs.
 */
export function haveSoundDevice(): void {
  if (process.env.ALSA_CONFIG_PATH !== undefined) return;
  const file = join(temporaryFolder('sound-device'), 'asound.conf');
  writeFileSync(file, SWALLOWS);
  process.env.ALSA_CONFIG_PATH = file;
}
