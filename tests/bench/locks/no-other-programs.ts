import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../../rig/processes';

/**
 * Pages that flood mailto: and tel: make the system open other programs, which would take the keyboard from the
 * browser for all rows that follow. Browsers started from here find a program that does nothing in their place.
 */
export function openNoOtherPrograms(): void {
  const folder = temporaryFolder('no-programs');
  writeFileSync(join(folder, 'xdg-open'), '#!/bin/sh\nexit 0\n', { mode: 0o755 });
  process.env.PATH = `${folder}:${process.env.PATH ?? ''}`;
}
