/**
 * The terms of rules/wording.json, put together so that a page need not read all of them to look up a few: they stand
 * under their first two letters, as text.
 */

/** By weight (log-odds, scams above zero): terms of one word or of two in a row, folded, BETWEEN between them. */
export type TermsByWeight = Readonly<Record<string, string>>;

const BETWEEN = ', ';
const SHARED_LETTERS = 2;
/** Stand before the rest of a term, before its weight, and between two groups; no term has them. */
const [NEXT, IS, NEXT_GROUP] = [';', '=', '|'];

/** Weights are told in tenths, which the file has: a digit is shorter than a fraction. */
const TENTHS = 10;

/** The known terms with their weights. */
export function weightsOf(terms: TermsByWeight): Map<string, number> {
  const weights = new Map<string, number>();
  for (const [weight, listed] of Object.entries(terms))
    for (const term of listed.split(BETWEEN)) weights.set(term, Number(weight));
  return weights;
}

/** All terms as a TermList takes them: `co;urier=15;de=-3;|yo;ur card=15;` */
export function listTerms(terms: TermsByWeight): string {
  const groups = new Map<string, string>();
  for (const [term, weight] of weightsOf(terms)) {
    const key = term.slice(0, SHARED_LETTERS);
    const piece = `${term.slice(SHARED_LETTERS)}${IS}${Math.round(weight * TENTHS)}${NEXT}`;
    groups.set(key, (groups.get(key) ?? key + NEXT) + piece);
  }
  return [...groups.values()].join(NEXT_GROUP);
}

/** Terms remembered at most: a page may change its words for hours. */
const MOST_ASKED = 20_000;

/** Terms of which none is read until it is asked for. */
export class TermList {
  private readonly groups = new Map<string, string>();
  /** A page is looked at again and again, mostly with the same words. */
  private readonly asked = new Map<string, number>();

  /** @param listed as `listTerms` gives it */
  constructor(listed: string) {
    for (const group of listed.split(NEXT_GROUP)) this.groups.set(group.slice(0, SHARED_LETTERS), group);
  }

  /** The weight of a term (log-odds), 0 where it is none. */
  weightOf(term: string): number {
    const known = this.asked.get(term);
    if (known !== undefined) return known;
    if (this.asked.size >= MOST_ASKED) this.asked.clear();
    const weight = this.search(term);
    this.asked.set(term, weight);
    return weight;
  }

  private search(term: string): number {
    const group = this.groups.get(term.slice(0, SHARED_LETTERS));
    if (group === undefined) return 0;
    const sought = NEXT + term.slice(SHARED_LETTERS) + IS;
    const at = group.indexOf(sought);
    return at < 0 ? 0 : Number.parseInt(group.slice(at + sought.length), 10) / TENTHS;
  }
}
