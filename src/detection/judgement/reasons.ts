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

/** The company named most that a sentence can name; '' where there is none. */
function companyIn({ brands }: JoinedFacts): string {
  const known = brandData.brands as Record<string, { label?: string } | undefined>;
  const named = [...brands].flatMap(([id, share]) => {
    const label = known[id]?.label;
    return label === undefined ? [] : { id, share, label };
  });
  const [most] = named.sort((a, b) => b.share - a.share || (a.id < b.id ? -1 : 1));
  return most?.label ?? '';
}

/** Values for the sentences: the company, the number, the code. */
function sentenceValues(facts: JoinedFacts): Record<string, string> {
  const values: Record<string, string> = { brand: companyIn(facts) };
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
