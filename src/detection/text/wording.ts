import { late } from '../late';
import { SENTENCE_END, withoutApart } from './normalise';
import { wordingData, type WordingData } from './wording-data';
import { TermList, weightsOf, type TermsByWeight } from './wording-terms';

/**
 * How the words of a text sound as a whole: like the letters of scammers, or like those of banks, shops and help desks.
 * A letter that says nothing a rule knows ("our courier comes for the card") is still told by its many small words. The
 * terms and their weights are learned from our own pages (tools/learn/learn-wording.ts).
 */

type Odds = Omit<WordingData, 'listed'>;

/** The data of rules/wording.json. */
export interface WordingModel extends Odds {
  terms: TermsByWeight;
}

/** Words looked at: a longer text is an article or a list, and each look has its time. */
const MAX_WORDS = 4_000;

const isWord = (token: string): boolean => token !== SENTENCE_END && !/^\d/.test(token);

/**
 * The terms of a text: each word of two letters and more, each two words in a row, once.
 * @param tokens as `streamOf` gives them, with SENTENCE_END between sentences; no term goes across it, or a number
 */
export function termsOf(tokens: readonly string[]): Set<string> {
  const terms = new Set<string>();
  let last = '';
  for (const word of tokens.slice(0, MAX_WORDS)) {
    if (!isWord(word)) {
      last = '';
      continue;
    }
    const token = withoutApart(word);
    if (token.length > 1) terms.add(token);
    if (last !== '') terms.add(`${last} ${token}`);
    last = token;
  }
  return terms;
}

/** The weight of a term, 0 where it is none. */
type WeightOf = (term: string) => number;

/** Log-odds of a text with these terms, above zero like a scam; null where too little is known. */
function sumOf(found: Iterable<string>, { bias, spread, least }: Odds, weightOf: WeightOf): number | null {
  let [sum, known] = [0, 0];
  for (const term of found) {
    const weight = weightOf(term);
    if (weight === 0) continue;
    sum += weight;
    known += 1;
  }
  return known < least ? null : bias + sum / Math.sqrt(known + spread);
}

/** A reader of terms for one set of data. It gives log-odds as `readWording` does, 0 where too little is known. */
export function readingOf(model: WordingModel): (found: Iterable<string>) => number {
  const weights = weightsOf(model.terms);
  return (found) => sumOf(found, model, (term) => weights.get(term) ?? 0) ?? 0;
}

const shipped = late(() => {
  const data = wordingData();
  return { data, list: new TermList(data.listed) };
});

/**
 * The wording of a text by the data that ship with the product.
 * @param tokens as `termsOf` takes them
 * @returns log-odds, above zero like a scam; null where too little is known
 */
export function readWording(tokens: readonly string[]): number | null {
  const { data, list } = shipped();
  return sumOf(termsOf(tokens), data, (term) => list.weightOf(term));
}
