import type { IncidentPage } from '../../storage/incident-list';
import { readTrouble } from '../../storage/journal-trouble';
import { h } from '../shared/h';
import { t } from '../shared/i18n';
import { notice } from '../shared/parts';

/**
 * One clear sentence where the journal's storage is full or damaged; nothing where all is well.
 * @param got what came of reading the list, or one entry
 */
export async function troubleLine(
  got: Pick<IncidentPage, 'failed' | 'unreadable'>,
): Promise<HTMLElement | null> {
  const { failed, unreadable } = got;
  const note = await readTrouble();
  const told = note?.what ?? (failed ? 'damaged' : null);
  const what = failed && told === 'full' ? 'unopened' : told;
  const lines = [
    what && h('p', null, t(`journal.trouble.${what}`)),
    unreadable > 0 && h('p', null, t('journal.trouble.rows', { n: unreadable })),
  ].filter((line) => line !== null && line !== false);
  return lines.length === 0
    ? null
    : h('div', { role: 'status', id: 'trouble-line' }, notice('care', ...lines));
}
