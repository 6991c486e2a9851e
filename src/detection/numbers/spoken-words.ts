import phoneRules from '../../../rules/phones.json';
import { foldText } from '../text/normalise';

/** What each word stands for, folded as texts are (rules/phones.json). */
export interface SpokenWords {
  digits: Record<string, string>;
  /** "double five", "dreimal null"; with a number before it: "three times zero". */
  repeats: Record<string, number>;
  times: Record<string, true>;
  /** In French a number is said in pairs of digits: of 10 to 16, and of 20, 30 … 90. */
  teens: Record<string, number>;
  tens: Record<string, number>;
  /** "soixante et onze". */
  and: string;
}

/** Words with their choices, folded all at once: one at a time they would cost each page some ms. */
function foldChoices(words: readonly string[]): string[][] {
  const folded = foldText(words.join('\n').replaceAll('|', '/')); // a bar beside letters would be read as one
  return folded.split('\n').map((choices) => choices.split('/'));
}

/** Each word with what it stands for. @param words a place each, with its choices; @param valueAt of a place */
function wordMap<T>(words: readonly string[], valueAt: (at: number) => T): [string, T][] {
  return foldChoices(words).flatMap((choices, at) => choices.map((word): [string, T] => [word, valueAt(at)]));
}

/** The words as data: folded here in tests and tools; a build puts the finished data in this file's place. */
export function spokenWords(): SpokenWords {
  const { digitWords, hundredWords, repeatWords, timesWords, frenchPairs } = phoneRules;
  return {
    digits: Object.fromEntries([
      ...Object.values(digitWords).flatMap((list) => wordMap(list, String)),
      ...wordMap(hundredWords, () => '00'),
    ]),
    repeats: Object.fromEntries(wordMap(repeatWords, (at) => at + 2)),
    times: Object.fromEntries(wordMap(timesWords, (): true => true)),
    teens: Object.fromEntries(wordMap(frenchPairs.teens, (at) => at + 10)),
    tens: Object.fromEntries(wordMap(frenchPairs.tens, (at) => (at + 2) * 10)),
    and: foldText(frenchPairs.and),
  };
}
