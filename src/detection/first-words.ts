import { firstWords } from './phrase';

/** Numbers of phrases under the words they may begin with: `word 1a 2b;word 7`, numbers in base 36. */
export interface FirstWords {
  exact: string;
  /** The same for beginnings of words. */
  stems: string;
}

/** Stands between two pieces; no phrase has it, and a build need not escape it. */
export const NEXT = ';';

/** The base the numbers of phrases are written in. */
export const NUMBER_BASE = 36;

function listed(map: ReadonlyMap<string, number[]>): string {
  const piece = ([word, numbers]: [string, number[]]) =>
    [word, ...numbers.map((number) => number.toString(NUMBER_BASE))].join(' ');
  return [...map].map(piece).join(NEXT);
}

/** Sorts folded phrases, numbered in their order, under their first words. @throws Error where one cannot be read. */
export function sortByFirstWords(phrases: readonly string[]): FirstWords {
  const exact = new Map<string, number[]>();
  const stems = new Map<string, number[]>();
  phrases.forEach((phrase, number) => {
    for (const { word, open } of firstWords(phrase)) {
      const map = open ? stems : exact;
      map.set(word, [...(map.get(word) ?? []), number]);
    }
  });
  return { exact: listed(exact), stems: listed(stems) };
}

/** Each word with what is listed under it, not yet taken apart. */
export function wordsListed(listed: string): Map<string, string> {
  const map = new Map<string, string>();
  for (const piece of listed.split(NEXT)) {
    const space = piece.indexOf(' ');
    map.set(piece.slice(0, space), piece.slice(space + 1));
  }
  return map;
}
