import { foldText, SENTENCE_END, tokensOf } from '../text/normalise';

/**
 * The phrase language of the packs (rules/README.md): words in order, `a|b` either, `word*` any ending,
 * `turn_off` two words as one choice, `?` at the end of a part: may be missing, `~` up to `gaps[0]` words between,
 * `~~` up to `gaps[1]` words between. No backtracking: each step takes its first choice that fits, nearest first.
 */

/** One choice of a step: words that follow each other; the last may be the beginning of a word. */
interface Choice {
  words: string[];
  /** Code of its first letter. */
  letter: number;
  open: boolean;
}

interface Step {
  choices: Choice[];
  /** The bits (bitOf) of what its choices begin with: most words fit none of them, and need not be set against each. */
  beginnings: number;
  optional: boolean;
  /** How many words may stand before this step. */
  gap: number;
}

export type Phrase = Step[];

export type WordGaps = readonly [number, number];

/** Stands for `|` while phrases are folded: next to a letter a bar would be read as one. */
export const EITHER = '/';
/** Stands between two words of one choice. */
export const AND = '_';
/** What may follow a choice. */
const ENDING = /[*?]*$/;

/** A choice with AND between all of its words, so that a page that reads it need not know what a word is. */
function cutWords(choice: string): string {
  const ending = ENDING.exec(choice)?.[0] ?? '';
  const plain = choice.slice(0, choice.length - ending.length);
  return tokensOf(plain.replaceAll(AND, ' ')).join(AND) + ending;
}

function cutPart(part: string): string {
  return part.startsWith('~') ? part : part.split(EITHER).map(cutWords).join(EITHER);
}

/** Folds phrases the way texts are folded; all of a concept at once, because folding is the costly part. */
export function foldPhrases(phrases: readonly string[]): string[] {
  const folded = foldText(phrases.join('\n').replaceAll('|', EITHER)).split('\n');
  return folded.map((phrase) => phrase.split(' ').map(cutPart).join(' '));
}

function parseChoice(text: string): Choice {
  const open = text.endsWith('*');
  const words = (open ? text.slice(0, -1) : text).split(AND);
  if (!words[0]) throw new Error(`Empty choice in a phrase: "${text}"`);
  return { words, letter: words[0].charCodeAt(0), open };
}

/** The words a phrase may begin with; `open` where the word is only a beginning. @throws Error on an empty choice. */
export function firstWords(source: string): { word: string; open: boolean }[] {
  const first = source.split(' ', 1)[0] ?? '';
  return first.split(EITHER).map((choice) => {
    const { words, open } = parseChoice(choice);
    return { word: words[0] ?? '', open: open && words.length === 1 };
  });
}

/**
 * Reads one phrase that foldPhrases has folded.
 * @throws Error where the phrase is empty, or begins with a gap or a choice that may be missing.
 */
export function parsePhrase(text: string, gaps: WordGaps): Phrase {
  const steps: Phrase = [];
  let gap = 0;
  for (const part of text.split(' ')) {
    if (part === '~' || part === '~~') {
      gap = gaps[part.length - 1] ?? 0;
      continue;
    }
    const optional = part.endsWith('?');
    const choices = (optional ? part.slice(0, -1) : part).split(EITHER).map(parseChoice);
    const beginnings = choices.reduce((bits, { words: [word = ''] }) => bits | bitOf(word), 0);
    steps.push({ choices, beginnings, optional, gap });
    gap = 0;
  }
  if (!steps[0] || steps[0].optional || steps[0].gap)
    throw new Error(`A phrase must begin with a word: "${text}"`);
  return steps;
}

const bitOf = (word: string): number => 1 << (word.charCodeAt(0) & 31);

/** The bits of what the words of a text begin with, 0 for the end of a sentence: numbers are compared sooner than words. */
export function bitsOf(tokens: readonly string[]): Int32Array {
  const bits = new Int32Array(tokens.length);
  for (let at = 0; at < bits.length; at += 1) {
    const token = tokens[at] ?? SENTENCE_END;
    bits[at] = token === SENTENCE_END ? 0 : bitOf(token);
  }
  return bits;
}

/** Where the choice ends if it stands at `at`, else -1. */
function choiceEnd(tokens: readonly string[], at: number, choice: Choice): number {
  const { words, open } = choice;
  const last = words.length - 1;
  for (let i = 0; i <= last; i += 1) {
    const token = tokens[at + i];
    const word = words[i];
    if (token === undefined || word === undefined) return -1;
    if (token !== word && !(open && i === last && token.startsWith(word))) return -1;
  }
  return at + words.length;
}

/** Where the first choice that stands at `at` ends, else -1. */
function firstEnd(tokens: readonly string[], at: number, choices: readonly Choice[]): number {
  const letter = tokens[at]?.charCodeAt(0);
  for (const choice of choices) {
    const end = choice.letter === letter ? choiceEnd(tokens, at, choice) : -1;
    if (end >= 0) return end;
  }
  return -1;
}

function stepEnd(tokens: readonly string[], bits: Int32Array, from: number, step: Step): number {
  const last = Math.min(from + step.gap, bits.length - 1);
  for (let at = from; at <= last; at += 1) {
    const bit = bits[at] ?? 0;
    if (bit === 0) return -1;
    const end = step.beginnings & bit ? firstEnd(tokens, at, step.choices) : -1;
    if (end >= 0) return end;
  }
  return -1;
}

/** Where the phrase ends (exclusive token index) if it begins at `at`, else -1. `bits` are those of the tokens. */
export function phraseEnd(
  tokens: readonly string[],
  at: number,
  phrase: Phrase,
  bits: Int32Array = bitsOf(tokens),
): number {
  let end = at;
  for (const step of phrase) {
    const next = stepEnd(tokens, bits, end, step);
    if (next >= 0) end = next;
    else if (!step.optional) return -1;
  }
  return end;
}
