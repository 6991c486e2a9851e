import brandData from '../../../rules/brands.json';
import reasonData from '../../../rules/reasons.json';
import type { FeatureParts } from '../features/features';
import type { JoinedFacts } from '../frames/joined-facts';
import type { Reason } from '../verdict';
import type { Weights } from './sum';

type ReasonId = keyof typeof reasonData;

const reasonIds = Object.keys(reasonData) as ReasonId[]; // the keys it was written with
const reasonOf = new Map<string, ReasonId>(
  reasonIds.flatMap((reason) => reasonData[reason].map((id) => [id, reason] as const)),
);

/** Values for the sentences: the company named most, the number, the code. */
function sentenceValues(facts: JoinedFacts): Record<string, string> {
  const [brand] = [...facts.brands].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  const labels = brandData.brands as Record<string, { label?: string } | undefined>;
  const values: Record<string, string> = { brand: brand ? (labels[brand[0]]?.label ?? '') : '' };
  values.phone = facts.phones.find((phone) => phone.nearCall)?.shown ?? facts.phones[0]?.shown ?? '';
  values.code = facts.codes[0] ?? '';
  return values;
}

/** Which placeholder a reason's sentence uses. */
const VALUE_OF: Partial<Record<ReasonId, 'brand' | 'phone' | 'code'>> = {
  'claims-company': 'brand',
  'wants-call': 'phone',
  'number-everywhere': 'phone',
  'holds-with-number': 'phone',
  'number-from-link': 'phone',
  'shows-code': 'code',
};

/** A reason that weighs less (log-odds) decided nothing, and is not told. */
const LEAST_WEIGHT = 0.05;

/** Weighs much and names nothing: a person is told first what the page says and does. */
const LEAST_TELLING: ReasonId = 'sounds-like';

/** What decided about a page, most telling first: first what speaks against it, then what speaks for it. */
export function reasonsOf(facts: JoinedFacts, parts: FeatureParts, weights: Weights['weights']): Reason[] {
  const sums = new Map<ReasonId, number>();
  for (const part of [parts.words, parts.looks, parts.acts, parts.honest])
    for (const [id, value] of Object.entries(part)) {
      const reason = reasonOf.get(id);
      if (reason) sums.set(reason, (sums.get(reason) ?? 0) + value * (weights[id] ?? 0));
    }
  const values = sentenceValues(facts);
  const reasons: Reason[] = [];
  for (const [id, weight] of sums) {
    if (Math.abs(weight) < LEAST_WEIGHT) continue;
    const name = VALUE_OF[id];
    const value = name ? values[name] : undefined;
    const rounded = Math.round(weight * 100) / 100;
    // A sentence with a placeholder has a plain twin for when its value is not known.
    if (!name) reasons.push({ id, weight: rounded });
    else if (value) reasons.push({ id, weight: rounded, values: { [name]: value } });
    else reasons.push({ id: `${id}.plain`, weight: rounded });
  }
  return reasons.sort(
    (a, b) =>
      Number(b.weight > 0) - Number(a.weight > 0) ||
      Number(a.id === LEAST_TELLING) - Number(b.id === LEAST_TELLING) ||
      Math.abs(b.weight) - Math.abs(a.weight),
  );
}
