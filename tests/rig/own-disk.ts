import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { openMountNamespace, type MountNamespace } from './mount-namespace';
import { removeFolder, temporaryFolder } from './processes';

/** A small disk for one browser's profile, made of memory. */
export interface OwnDisk extends Pick<MountNamespace, 'starting' | 'close'> {
  /** A folder on it: the same path for this process and for a browser that is started with `starting`. */
  readonly folder: string;
}

/** Makes such a disk, which goes with this process. @throws one clear line where nothing can be mounted */
export async function openOwnDisk(megabytes: number): Promise<OwnDisk> {
  const place = temporaryFolder('disk');
  const folder = join(place, 'profile');
  const mounts = 'mount -t tmpfs -o "size=$1" tmpfs "$2"\nmkdir "$3"';
  const { root, starting, close } = await openMountNamespace('A full disk', mounts, [
    `${megabytes}m`,
    place,
    folder,
  ]);
  // The browser sees the disk in this place. We see what lies beneath it: a way to the disk, of the same name.
  symlinkSync(join(root, folder), folder);
  const leave = (): void => {
    close();
    removeFolder(place);
  };
  return { folder, starting, close: leave };
}
