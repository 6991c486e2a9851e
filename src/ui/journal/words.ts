import type { Incident } from '../../storage/incident';
import { hasText, t } from '../shared/i18n';

/** How an entry ended, in one short sentence. */
export function endingOf(incident: Incident): string {
  return t(`journal.closedBy.${incident.closedBy}`);
}

/** The name of an entry: its host, else its title, else a word for "a page". */
export function nameOf(incident: Incident): string {
  return incident.host || incident.title || t('journal.somePage');
}

/** The reasons that spoke for a scam, as sentences, the most telling first. */
export function reasonSentences(incident: Incident): string[] {
  return incident.reasons
    .filter((reason) => reason.weight > 0 && hasText(`reason.${reason.id}`))
    .sort((one, other) => other.weight - one.weight)
    .map((reason) => t(`reason.${reason.id}`, reason.values));
}
