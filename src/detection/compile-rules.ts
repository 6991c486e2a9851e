import brandData from '../../rules/brands.json';
import { type FirstWords, NEXT, sortByFirstWords } from './first-words';
import { PACKS } from './packs';
import { foldPhrases, type Gaps } from './phrase';

export interface Brand {
  id: string;
  /** Registrable domains where the brand speaks for itself. */
  domains: readonly string[];
  /** Hosts under those domains where anyone may publish. */
  notHosts: readonly string[];
}

/** Folded phrases of one language; the names of brands are the last of them, with language ''. */
interface FoldedPack {
  language: string;
  gaps: Gaps;
  /** The phrases of each concept (of each brand, by its id), NEXT between them. */
  phrases: Record<string, string>;
}

/**
 * The rules as plain data: what a build carries, so that no page waits for phrases to be folded and sorted.
 * Long strings in place of many small arrays: they are read ten times faster, and most are never taken apart.
 */
export interface RuleData {
  packs: FoldedPack[];
  brands: Brand[];
  firstWords: FirstWords;
}

/** How many words `~` and `~~` skip where a pack does not say, and in names of brands. */
const WORD_GAPS: Gaps = [3, 7];

function fold(groups: [string, readonly string[]][]): Record<string, string> {
  return Object.fromEntries(groups.map(([name, phrases]) => [name, foldPhrases(phrases).join(NEXT)]));
}

/** Folds every phrase of packs and brands and sorts it under its first words. @throws Error where one is broken. */
export function compileRules(): RuleData {
  const packs: FoldedPack[] = PACKS.map(({ language, gaps, concepts }) => ({
    language,
    gaps: [gaps[0] ?? WORD_GAPS[0], gaps[1] ?? WORD_GAPS[1]],
    phrases: fold(Object.entries(concepts)),
  }));
  const known = Object.entries(brandData.brands);
  packs.push({ language: '', gaps: WORD_GAPS, phrases: fold(known.map(([id, { names }]) => [id, names])) });
  const brands = known.map(([id, brand]) => ({
    id,
    domains: brand.domains,
    notHosts: 'notHosts' in brand ? brand.notHosts : [],
  }));
  const phrases = packs.flatMap((pack) => Object.values(pack.phrases).flatMap((text) => text.split(NEXT)));
  return { packs, brands, firstWords: sortByFirstWords(phrases) };
}
