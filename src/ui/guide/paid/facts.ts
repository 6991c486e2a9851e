import { getIncident } from '../../../storage/incidents';
import { when } from '../../shared/i18n';
import type { GuideModel } from '../guide-model';
import type { PaymentFacts } from './letter';

/** What can be filled in before the person types: from the page we closed, or its entry in the journal. */
export async function knownFacts(model: GuideModel): Promise<PaymentFacts> {
  const { saved, caseOfPlan: shownCase, typed } = model;
  const incident = saved.incidentId === null ? null : await getIncident(saved.incidentId);
  const seenAt = shownCase?.noticedAt ?? incident?.at;
  return {
    date: typed.date ?? '',
    amount: typed.amount ?? incident?.notes.amounts ?? '',
    to: typed.to ?? '',
    means: saved.answers.means,
    happened: saved.answers.happened.length > 0 ? saved.answers.happened : ['paid'],
    secrets: saved.answers.secrets,
    notMe: model.notMe,
    program: typed.program ?? incident?.notes.program ?? '',
    host: shownCase?.host ?? incident?.host ?? '',
    seen: seenAt === undefined ? '' : when(seenAt, 'both'),
    number: (shownCase?.phones ?? incident?.phones ?? []).join(', '),
    code: (shownCase?.codes ?? incident?.codes ?? []).join(', '),
  };
}
