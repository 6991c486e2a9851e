import data from '../../../rules/wording.json';
import { SENTENCE_END, withoutApart } from './normalise';

/**
 * How the words of a text sound as a whole: like the letters of scammers, or like those of banks, shops and help desks.
 * A letter that says nothing a rule knows ("our courier comes for the card") is still told by its many small words. The
 * terms and their weights are learned from our own pages (tools/learn/learn-wording.ts).
 */

/** The data of rules/wording.json. */
export interface WordingModel {
  /** Where a text without a known term lies (log-odds). */
  bias: number;
  /** Known terms that a text is taken to have besides its own: a short one says little. */
  spread: number;
  /** Fewer known terms say nothing. */
  least: number;
  /** By weight (log-odds, scams above zero): terms of one word or of two in a row, folded, BETWEEN between them. */
  terms: Readonly<Record<string, string>>;
}

const BETWEEN = ', ';
/** Words looked at: a longer text is an article or a list, and each look has its time. */
const MAX_WORDS = 4_000;

/** The known terms with their weights. */
export function weightsOf(terms: WordingModel['terms']): Map<string, number> {
  const weights = new Map<string, number>();
  for (const [weight, listed] of Object.entries(terms))
    for (const term of listed.split(BETWEEN)) weights.set(term, Number(weight));
  return weights;
}

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

/** A reader of terms for one set of data. It gives log-odds, above zero like a scam; 0 where too little is known. */
export function readingOf({ bias, spread, least, terms }: WordingModel): (found: Iterable<string>) => number {
  let weights: Map<string, number> | null = null;
  return (found) => {
    weights ??= weightsOf(terms);
    let [sum, known] = [0, 0];
    for (const term of found) {
      const weight = weights.get(term);
      if (weight === undefined) continue;
      sum += weight;
      known += 1;
    }
    return known < least ? 0 : bias + sum / Math.sqrt(known + spread);
  };
}

const shipped = readingOf(data);

/** The wording of a text by the data that ships with the product. @param tokens as `termsOf` takes them @returns log-odds */
export const readWording = (tokens: readonly string[]): number => shipped(termsOf(tokens));
