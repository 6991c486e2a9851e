import conceptData from '../../../rules/concepts.json';
import type { Brand, FoldedPack } from './compile-rules';
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

/** The phrases of a pack, taken apart when one of them is met. */
interface Listed extends Pick<FoldedPack, 'gaps' | 'phrases'> {
  sources: string[] | null;
}

/** Place of the last start at or before a number. */
function placeOf(starts: readonly number[], number: number): number {
  let [low, high] = [0, starts.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? Infinity) <= number) low = middle;
    else high = middle - 1;
  }
  return low;
}

function makeReady(): Rules {
  const { packs, brands, firstWords } = ruleData();
  const labels: Label[] = [];
  const lists: Listed[] = [];
  /** Numbers of the first phrase of each label, and of each pack. */
  const [labelsFrom, listsFrom]: [number[], number[]] = [[], []];
  let from = 0;
  for (const { language, gaps, concepts, counts, phrases } of packs) {
    lists.push({ gaps, phrases, sources: null });
    listsFrom.push(from);
    const names = concepts.split(NEXT);
    const brand = language === '';
    // By index: this runs once in each page that is read, before the engine has made it fast.
    for (let at = 0; at < names.length; at += 1) {
      const concept = names[at] ?? '';
      labels.push({ concept, language, family: brand ? null : familyOf(concept), brand });
      labelsFrom.push(from);
      from += counts[at] ?? 0;
    }
  }
  const entryAt = (number: number): Entry => {
    const place = placeOf(listsFrom, number);
    const list = lists[place];
    const sources = list && (list.sources ??= list.phrases.split(NEXT));
    const source = sources?.[number - (listsFrom[place] ?? 0)];
    if (!list || source === undefined) throw new Error(`There is no phrase ${number}.`);
    return { source, gaps: list.gaps, label: placeOf(labelsFrom, number), phrase: null };
  };
  return { labels, brands, index: new PhraseIndex(entryAt, firstWords) };
}

let ready: Rules | null = null;

/** The rules that ship with the product, made ready at the first call. @throws Error where a pack is broken. */
export function loadRules(): Rules {
  ready ??= makeReady();
  return ready;
}
