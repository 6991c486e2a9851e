import { browser } from '../../browser/api';

/** In storage.local: the version whose popup or welcome page the person saw last. */
const SEEN_KEY = 'seenVersion';

/**
 * Remembers that the person has seen today's version. Returns it after an update, null otherwise (also the first time:
 * a new installation is no update). Rejects when the browser cannot store.
 */
export async function markVersionSeen(): Promise<string | null> {
  const { version } = browser.runtime.getManifest();
  const before: unknown = (await browser.storage.local.get(SEEN_KEY))[SEEN_KEY];
  if (before !== version) await browser.storage.local.set({ [SEEN_KEY]: version });
  return typeof before === 'string' && before !== version ? version : null;
}
