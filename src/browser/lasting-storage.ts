import { IS_FIREFOX } from './target';

/**
 * What is kept is not thrown away where the disk is nearly full: the permission `unlimitedStorage` is enough for
 * Chromium; Firefox wants to be asked as well, and asks nobody where that permission is there. Rejects where it cannot.
 */
export async function keepStorage(): Promise<void> {
  if (IS_FIREFOX) await navigator.storage.persist();
}
