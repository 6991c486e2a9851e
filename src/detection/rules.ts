import brandData from '../../rules/brands.json';
import conceptData from '../../rules/concepts.json';
import { PhraseIndex } from './phrase-index';
import { PACKS } from './packs';
import { foldPhrases, type Gaps } from './phrase';

/** The families a concept belongs to (rules/README.md). */
export type Family = 'claim' | 'threat' | 'forbid' | 'want' | 'present' | 'honest';

/** What a phrase stands for: a concept of a language, or a brand (`brand` set). */
export interface Label {
  concept: string;
  language: string;
  family: Family | null;
  brand: boolean;
}

export interface Brand {
  id: string;
  /** Registrable domains where the brand speaks for itself. */
  domains: readonly string[];
  /** Hosts under those domains where anyone may publish. */
  notHosts: readonly string[];
}

/** The rules, compiled: what readWords() and judge() take. */
export interface Rules {
  labels: readonly Label[];
  index: PhraseIndex;
  brands: readonly Brand[];
}

/** The family of each concept; `null` for a name that is no concept. */
export function familyOf(concept: string): Family | null {
  return (conceptData as Record<string, Family | undefined>)[concept] ?? null;
}

const WORD_GAPS: Gaps = [3, 7];

function compile(): Rules {
  const labels: Label[] = [];
  const index = new PhraseIndex();
  for (const pack of PACKS) {
    const gaps: Gaps = [pack.gaps[0] ?? WORD_GAPS[0], pack.gaps[1] ?? WORD_GAPS[1]];
    for (const [concept, phrases] of Object.entries(pack.concepts)) {
      labels.push({ concept, language: pack.language, family: familyOf(concept), brand: false });
      for (const phrase of foldPhrases(phrases)) index.add(phrase, labels.length - 1, gaps);
    }
  }
  const brands: Brand[] = [];
  for (const [id, brand] of Object.entries(brandData.brands)) {
    labels.push({ concept: id, language: '', family: null, brand: true });
    for (const name of foldPhrases(brand.names)) index.add(name, labels.length - 1, WORD_GAPS);
    brands.push({ id, domains: brand.domains, notHosts: 'notHosts' in brand ? brand.notHosts : [] });
  }
  return { labels, index, brands };
}

let compiled: Rules | null = null;

/** The rules that ship with the product, compiled at the first call. @throws Error where a pack is broken. */
export function loadRules(): Rules {
  compiled ??= compile();
  return compiled;
}
