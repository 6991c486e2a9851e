import type { Case, ScamDownload } from '../../../messages/ui-messages';
import { ask } from '../../shared/ask';
import { askTwice } from '../../shared/ask-twice';
import { h, show, type Child } from '../../shared/h';
import { t } from '../../shared/i18n';
import type { TextKey } from '../../shared/text-keys';

const named = (names: readonly string[]): Child => [
  h('p', null, t('guide.case.downloads')),
  h('ul', null, ...names.map((name) => h('li', { dir: 'ltr' }, name))),
];

/** Files that a scam had the browser save, and a way to delete them all; nothing where there are none. */
export function savedFiles({ id: caseId }: Case, files: readonly ScamDownload[]): HTMLElement | null {
  if (files.length === 0) return null;
  const list = h('div', { class: 'stack' }, named(files.map(({ name }) => name)));
  async function remove(): Promise<TextKey> {
    const { ok, failed } = await ask({
      type: 'case-delete-downloads',
      caseId,
      ids: files.map(({ id }) => id),
    });
    show(list, failed.length > 0 && named(failed));
    return ok ? 'guide.case.filesDeleted' : 'guide.case.filesKept';
  }
  const control = askTwice({ first: { icon: 'trash' }, texts: 'guide.case.filesDelete', work: remove });
  return h('div', { class: 'stack' }, list, control);
}
