import { h } from '../shared/h';
import { t } from '../shared/i18n';
import { markVersionSeen } from '../shared/version-seen';

/** One quiet line after an update, shown once; null otherwise, also where the browser cannot store. */
export async function updateLine(): Promise<HTMLElement | null> {
  const version = await markVersionSeen().catch(() => null);
  return version === null
    ? null
    : h('p', { class: 'quiet small', id: 'updated' }, t('popup.updated', { version }));
}
