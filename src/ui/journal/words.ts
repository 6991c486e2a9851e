import type { Incident } from '../../storage/incident';
import { t, when } from '../shared/i18n';
import { tellingSentences } from '../shared/reason-sentence';
import { inARow } from '../shared/sentences';

/** How an entry ended, in one short sentence. */
export function endingOf(incident: Incident): string {
  return t(`journal.closedBy.${incident.closedBy}`);
}

/** How often the pages of an entry were seen, and when last. */
export function seenAgain({ times, lastAt }: Incident): string {
  const often = t('journal.times', { n: times });
  return lastAt === undefined ? often : inARow(often, t('journal.lastSeen', { date: when(lastAt) }));
}

/** Why an entry looked like a scam, the most telling first; of a genuine site that it is one, before all else. */
export function reasonsOf({ reasons, injectedIntoHonestSite }: Incident): string[] {
  return [
    ...(injectedIntoHonestSite ? [t('reason.injected')] : []),
    ...tellingSentences(reasons, Infinity, 'whole'),
  ];
}

/** The name of an entry: its host, else its title, else a word for "a page". */
export function nameOf(incident: Incident): string {
  return incident.host || incident.title || t('journal.somePage');
}
