import conceptData from '../../rules/concepts.json';
import type { Brand } from './compile-rules';
import { NEXT } from './first-words';
import { PhraseIndex, type Entry } from './phrase-index';
import { ruleData } from './rule-data';

/** The families a concept belongs to (rules/README.md). */
export type Family = 'claim' | 'threat' | 'forbid' | 'want' | 'present' | 'honest';

/** What a phrase stands for: a concept of a language, or a brand (`brand` set). */
export interface Label {
  concept: string;
  language: string;
  family: Family | null;
  brand: boolean;
}

/** The rules, ready for use: what readWords() and judge() take. */
export interface Rules {
  labels: readonly Label[];
  index: PhraseIndex;
  brands: readonly Brand[];
}

/** The family of each concept; `null` for a name that is no concept. */
export function familyOf(concept: string): Family | null {
  return (conceptData as Record<string, Family | undefined>)[concept] ?? null;
}

function makeReady(): Rules {
  const { packs, brands, firstWords } = ruleData();
  const labels: Label[] = [];
  const entries: Entry[] = [];
  for (const { language, gaps, phrases } of packs)
    for (const [concept, text] of Object.entries(phrases)) {
      const brand = language === '';
      const label = labels.push({ concept, language, family: brand ? null : familyOf(concept), brand }) - 1;
      for (const source of text.split(NEXT)) entries.push({ source, gaps, label, phrase: null });
    }
  return { labels, brands, index: new PhraseIndex(entries, firstWords) };
}

let ready: Rules | null = null;

/** The rules that ship with the product, made ready at the first call. @throws Error where a pack is broken. */
export function loadRules(): Rules {
  ready ??= makeReady();
  return ready;
}
