import type { Case } from '../../../messages/ui-messages';
import { getIncident } from '../../../storage/incidents';
import { when } from '../../shared/i18n';
import type { GuideModel } from '../guide-model';
import type { PaymentFacts } from './letter';

const MAX_SUM = 20;

/** A sum: figures and one word at most. "400 €, by card" is a note, and would break the sentence it is put into. */
function sumOf(note: string): string {
  const sum = note.trim();
  const words = sum.match(/\p{L}+/gu) ?? [];
  return sum.length <= MAX_SUM && /\d/.test(sum) && words.length <= 1 ? sum : '';
}

/** What both know of the page, each once: of one closed by the keys only its journal entry knows the number. */
const together = (...known: (readonly string[] | undefined)[]): string =>
  [...new Set(known.flatMap((values) => values ?? []))].join(', ');

/** The page shown, unless the plan goes on with what an earlier one did, and its entry. */
function caseInLetter({ saved, caseOfPlan }: GuideModel): Case | null {
  if (saved.letterOfEarlier) return null;
  return saved.incidentId === null || caseOfPlan?.incidentId === saved.incidentId ? caseOfPlan : null;
}

/** What can be filled in before the person types: from the page we closed, or its entry in the journal. */
export async function knownFacts(model: GuideModel): Promise<PaymentFacts> {
  const { saved, typed } = model;
  const { happened } = saved.answers;
  const shownCase = caseInLetter(model);
  const incident = saved.incidentId === null ? null : await getIncident(saved.incidentId);
  const seenAt = shownCase?.noticedAt ?? saved.seenAt ?? incident?.at;
  return {
    account: typed.account ?? '',
    date: typed.date ?? '',
    amount: typed.amount ?? sumOf(incident?.notes.amounts ?? ''),
    to: typed.to ?? '',
    means: saved.answers.means,
    happened: happened.length > 0 ? happened : ['paid'],
    secrets: saved.answers.secrets,
    notMe: model.notMe && (happened.length === 0 || happened.includes('paid')),
    // What they asked for says nothing of who let nobody in.
    program: typed.program ?? (happened.includes('remote') ? incident?.notes.program : '') ?? '',
    host: shownCase?.host ?? incident?.host ?? '',
    seen: seenAt === undefined ? '' : when(seenAt, 'both'),
    number: together(shownCase?.phones, incident?.phones),
    code: together(shownCase?.codes, incident?.codes),
  };
}
