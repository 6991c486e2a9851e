import type { WordingModel } from '../../src/detection/text/wording';
import { fitTerms, type Fitted, type TermRow } from './fit-terms';

/** Pages to data for src/detection/text/wording.ts. */

/** A page with its terms, and the set that its author wrote. */
export interface LearntPage {
  id: string;
  set: string;
  scam: boolean;
  terms: ReadonlySet<string>;
}

/** A term that fewer authors use says more of the author than of the page. */
const LEAST_SETS = 3;
const LEAST_PAGES = 3;
/** A term of so many pages says nothing. */
const MOST_SHARE = 0.4;
/** How many terms are kept: those that tell most. */
const MOST_TERMS = 8_000;
const SPREAD = 30;
const LEAST_KNOWN = 12;
/** Weights are rounded to this (log-odds). */
const GRAIN = 0.1;

interface Known {
  terms: string[];
  /** Rare terms count more, common ones less: the ridge does not hold them back. */
  rarity: number[];
}

function usable(pages: readonly LearntPage[]): Known {
  const seen = new Map<string, { pages: number; sets: Set<string> }>();
  for (const { terms, set } of pages)
    for (const term of terms) {
      const entry = seen.get(term) ?? { pages: 0, sets: new Set() };
      entry.pages += 1;
      entry.sets.add(set);
      seen.set(term, entry);
    }
  const kept = [...seen].filter(
    ([, { pages: count, sets }]) =>
      count >= LEAST_PAGES && sets.size >= LEAST_SETS && count < MOST_SHARE * pages.length,
  );
  const rarityOf = (count: number): number => (Math.log(pages.length / count) / 5) ** 2;
  return { terms: kept.map(([term]) => term), rarity: kept.map(([, entry]) => rarityOf(entry.pages)) };
}

function rowsOf(pages: readonly LearntPage[], { terms, rarity }: Known): TermRow[] {
  const places = new Map(terms.map((term, at) => [term, at]));
  return pages.map(({ terms: own, scam }) => {
    const known = [...own].flatMap((term) => places.get(term) ?? []);
    const share = 1 / Math.sqrt(known.length + SPREAD);
    return { terms: known, values: known.map((at) => share * (rarity[at] ?? 0)), scam };
  });
}

/** What each term adds, before it is shared out. */
const strengths = ({ weights }: Fitted, { rarity }: Known): number[] =>
  rarity.map((value, at) => value * (weights[at] ?? 0));

/** The terms that tell most. */
function best(known: Known, fitted: Fitted): Known {
  const strong = strengths(fitted, known).map((value, at) => ({ at, value: Math.abs(value) }));
  const kept = strong.sort((a, b) => b.value - a.value || a.at - b.at).slice(0, MOST_TERMS);
  return {
    terms: kept.map(({ at }) => known.terms[at] ?? ''),
    rarity: kept.map(({ at }) => known.rarity[at] ?? 0),
  };
}

const rounded = (value: number): number => Math.round(value / GRAIN) * GRAIN;

/** Terms by their rounded weight, the greatest first; those of weight 0 are left out. */
function grouped(terms: readonly string[], weights: readonly number[]): Record<string, string> {
  const groups = new Map<string, string[]>();
  terms.forEach((term, at) => {
    const weight = rounded(weights[at] ?? 0).toFixed(1);
    if (Number(weight) !== 0) groups.set(weight, [...(groups.get(weight) ?? []), term]);
  });
  const sorted = [...groups].sort(([a], [b]) => Number(b) - Number(a));
  return Object.fromEntries(sorted.map(([weight, list]) => [weight, list.sort().join(', ')]));
}

/** Learns from the pages. The same pages give the same data. */
export function learnWording(pages: readonly LearntPage[]): WordingModel {
  const all = usable(pages);
  const known = best(all, fitTerms(rowsOf(pages, all), all.terms.length));
  const fitted = fitTerms(rowsOf(pages, known), known.terms.length);
  return {
    bias: Math.round(fitted.bias * 1_000) / 1_000,
    spread: SPREAD,
    least: LEAST_KNOWN,
    terms: grouped(known.terms, strengths(fitted, known)),
  };
}
