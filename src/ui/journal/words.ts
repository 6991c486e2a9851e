import type { Incident } from '../../storage/incident';
import { t } from '../shared/i18n';

/** How an entry ended, in one short sentence. */
export function endingOf(incident: Incident): string {
  return t(`journal.closedBy.${incident.closedBy}`);
}

/** The name of an entry: its host, else its title, else a word for "a page". */
export function nameOf(incident: Incident): string {
  return incident.host || incident.title || t('journal.somePage');
}
