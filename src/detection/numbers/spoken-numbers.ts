/** Numbers written out in words: "one eight hundred …", "double five", "zéro un quatre-vingt-dix-neuf …". */
import { late } from '../late';
import { foldText, placesOf, tokensOf } from '../text/normalise';
import { LEAST_DIGITS, MOST_DIGITS } from './number-formats';
import { spokenWords } from './spoken-words';

/** Ready when a text is first looked through: a worker that only starts needs none. */
const words = late(() => {
  const { digits, repeats, times, teens, tens, and } = spokenWords();
  return {
    and,
    digits: mapOf(digits),
    repeats: mapOf(repeats),
    times: mapOf(times),
    teens: mapOf(teens),
    tens: mapOf(tens),
  };
});
const mapOf = <T>(known: Record<string, T>): ReadonlyMap<string, T> => new Map(Object.entries(known));

/** Of a number in words and digits so many are words at least; else it is one in digits. */
const LEAST_WORDS = 3;
/** No digit is said more often than this at once. */
const MOST_TIMES = 4;

/** Some digits, said with this many words; none of them where they are digits. */
interface Said {
  digits: string;
  tokens: number;
  words: number;
}

/** Korean writes them in one word, a digit in each syllable. */
function readSyllables(token: string): string | undefined {
  if (token.length < 2 || token.length > MOST_DIGITS || !words().digits.has(token.charAt(0)))
    return undefined;
  const digits = [...token].map((syllable) => words().digits.get(syllable));
  return digits.includes(undefined) ? undefined : digits.join('');
}

function one(tokens: readonly string[], at: number): string | undefined {
  const token = tokens[at] ?? '';
  return words().digits.get(token) ?? readSyllables(token);
}

/** "double five", "tre volte zero". */
function readRepeated(tokens: readonly string[], at: number): Said | null {
  const named = words().repeats.get(tokens[at] ?? '');
  const counted = words().times.has(tokens[at + 1] ?? '') ? Number(one(tokens, at)) : Number.NaN;
  const [times, length] = named === undefined ? [counted, 3] : [named, 2];
  const digit = one(tokens, at + length - 1);
  if (!(times > 1 && times <= MOST_TIMES) || digit?.length !== 1) return null;
  return { digits: digit.repeat(times), tokens: length, words: length };
}

/** What is added to 20, 60 or 80: one to nine, to 60 and 80 up to nineteen. */
function readUnder(tokens: readonly string[], at: number, most: number): { value: number; tokens: number } {
  const teen = words().teens.get(tokens[at] ?? '');
  const digit = Number(one(tokens, at) ?? 0);
  if (teen === undefined) return digit > 0 && digit < 10 ? { value: digit, tokens: 1 } : NOTHING;
  if (most < teen) return NOTHING;
  const more = teen === 10 ? Number(one(tokens, at + 1) ?? 0) : 0;
  return more > 6 && more < 10 ? { value: teen + more, tokens: 2 } : { value: teen, tokens: 1 };
}
const NOTHING = { value: 0, tokens: 0 };

/** A French pair from 10 to 99: "quatre-vingt-dix-neuf", "soixante et onze", "treize". */
function readPair(tokens: readonly string[], at: number): Said | null {
  const isFourTwenties = one(tokens, at) === '4' && words().tens.get(tokens[at + 1] ?? '') === 20;
  const ten = isFourTwenties ? 80 : words().tens.get(tokens[at] ?? '');
  let length = isFourTwenties ? 2 : ten === undefined ? 0 : 1;
  if (ten !== undefined && tokens[at + length] === words().and) length += 1;
  const under = readUnder(tokens, at + length, ten === 60 || isFourTwenties || ten === undefined ? 19 : 9);
  const value = (ten ?? 0) + under.value;
  const used = length + under.tokens;
  return value < 10 ? null : { digits: String(value), tokens: used, words: used };
}

/** The digits that begin at a word. @param isPair whether those before it are whole pairs */
function readSaid(tokens: readonly string[], at: number, isPair: boolean): Said | null {
  const said = readRepeated(tokens, at) ?? (isPair ? readPair(tokens, at) : null);
  if (said !== null) return said;
  const word = one(tokens, at);
  const token = tokens[at] ?? '';
  if (word !== undefined)
    return { digits: word, tokens: 1, words: words().digits.has(token) ? 1 : word.length };
  return /^\d{1,4}$/.test(token) ? { digits: token, tokens: 1, words: 0 } : null;
}

interface Run {
  digits: string;
  words: number;
  /** Index of its first word. */
  from: number;
}

/** Digits in words, digits between them, and nothing else between. */
function runsOf(tokens: readonly string[]): Run[] {
  const runs: Run[] = [];
  let run: Run | null = null;
  for (let at = 0; at < tokens.length;) {
    const said = readSaid(tokens, at, (run?.digits.length ?? 0) % 2 === 0);
    if (said === null) run = null;
    else {
      if (!run) runs.push((run = { digits: '', words: 0, from: at }));
      run.digits += said.digits;
      run.words += said.words;
    }
    at += said?.tokens ?? 1;
  }
  return runs;
}

/** Numbers written out, with the place of their first word in the text. @param clean as cleanText gives it */
export function spokenNumbers(clean: string): { digits: string; start: number }[] {
  const runs = runsOf(tokensOf(foldText(clean))).filter(
    ({ digits, words }) =>
      words >= LEAST_WORDS &&
      digits.length >= LEAST_DIGITS &&
      digits.length <= MOST_DIGITS &&
      !/^(\d)\1+$/.test(digits),
  );
  if (runs.length === 0) return [];
  const places = placesOf(clean);
  return runs.map(({ digits, from }) => ({ digits, start: places[from] ?? 0 }));
}
