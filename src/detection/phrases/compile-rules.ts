import brandData from '../../../rules/brands.json';
import { type FirstWords, NEXT, sortByFirstWords } from './first-words';
import { PACKS } from './packs';
import { foldPhrases, type WordGaps } from './phrase';

export interface Brand {
  id: string;
  /** Registrable domains where the brand speaks for itself. */
  domains: readonly string[];
  /** Hosts under those domains where anyone may publish. */
  notHosts: readonly string[];
}

/** Folded phrases of one language; the names of brands are the last of them, with language ''. */
export interface FoldedPack {
  language: string;
  gaps: WordGaps;
  /** Names of its concepts (of brands, their ids), NEXT between them. */
  concepts: string;
  /** How many phrases each of these has. */
  counts: number[];
  /** All phrases in the order of the concepts, NEXT between them. */
  phrases: string;
}

/**
 * The rules as plain data: what a build carries, so that no page waits for phrases to be folded and sorted.
 * Long strings in place of many small ones: nothing is done for a language until one of its phrases is met.
 */
export interface RuleData {
  packs: FoldedPack[];
  brands: Brand[];
  firstWords: FirstWords;
}

/** How many words `~` and `~~` skip where a pack does not say, and in names of brands. */
const WORD_GAPS: WordGaps = [3, 7];

function fold(groups: [string, readonly string[]][]): Pick<FoldedPack, 'concepts' | 'counts' | 'phrases'> {
  const folded = groups.map(([, phrases]) => foldPhrases(phrases));
  return {
    concepts: groups.map(([name]) => name).join(NEXT),
    counts: folded.map((phrases) => phrases.length),
    phrases: folded.flat().join(NEXT),
  };
}

/** Folds every phrase of packs and brands and sorts it under its first words. @throws Error where one is broken. */
export function compileRules(): RuleData {
  const packs: FoldedPack[] = PACKS.map(({ language, gaps, concepts }) => ({
    language,
    gaps: [gaps[0] ?? WORD_GAPS[0], gaps[1] ?? WORD_GAPS[1]],
    ...fold(Object.entries(concepts)),
  }));
  const known = Object.entries(brandData.brands);
  packs.push({ language: '', gaps: WORD_GAPS, ...fold(known.map(([id, { names }]) => [id, names])) });
  const brands = known.map(([id, brand]) => ({
    id,
    domains: brand.domains,
    notHosts: 'notHosts' in brand ? brand.notHosts : [],
  }));
  const phrases = packs.flatMap((pack) => pack.phrases.split(NEXT));
  return { packs, brands, firstWords: sortByFirstWords(phrases) };
}
