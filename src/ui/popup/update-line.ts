import { h } from '../shared/h';
import { t } from '../shared/i18n';

/** One quiet line after an update, shown once. @param version the new one, null where there was no update. */
export function updateLine(version: string | null): HTMLElement | null {
  return version === null
    ? null
    : h('p', { class: 'quiet small', id: 'updated' }, t('popup.updated', { version }));
}
