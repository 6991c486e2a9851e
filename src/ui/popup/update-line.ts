import { browser } from '../../browser/api';
import { h } from '../shared/h';
import { t } from '../shared/i18n';

/** In storage.local: the version whose popup or welcome page the person saw last. */
const SEEN_KEY = 'seenVersion';

/** Remembers that the person has seen today's version; the welcome page does it too, so that only updates are told. */
export async function markVersionSeen(): Promise<string | null> {
  const { version } = browser.runtime.getManifest();
  const before: unknown = (await browser.storage.local.get(SEEN_KEY))[SEEN_KEY];
  if (before !== version) await browser.storage.local.set({ [SEEN_KEY]: version });
  return typeof before === 'string' && before !== version ? version : null;
}

/** One quiet line after an update, shown once; null otherwise, also where the browser cannot store. */
export async function updateLine(): Promise<HTMLElement | null> {
  const version = await markVersionSeen().catch(() => null);
  return version === null
    ? null
    : h('p', { class: 'quiet small', id: 'updated' }, t('popup.updated', { version }));
}
