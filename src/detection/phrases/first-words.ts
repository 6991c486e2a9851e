import { firstWords } from './phrase';

/**
 * Numbers of phrases under the words they may begin with, as text: `ca;ll 1a 2b;t 7|di;al 9` has "call", "cat" and
 * "dial". Words that begin with the same two letters stand together, without these; numbers are in base 36.
 */
export interface FirstWords {
  exact: string;
  /** The same for beginnings of words. */
  stems: string;
}

/** Stands between two pieces; no phrase has it, and a build need not escape it. */
export const NEXT = ';';
/** Stands between two groups; no word has it. */
const NEXT_GROUP = '|';
/** Letters that the words of a group begin with; a shorter word is a group by itself. */
const SHARED_LETTERS = 2;

const NUMBER_BASE = 36;
const NONE: readonly never[] = [];

function listed(map: ReadonlyMap<string, number[]>): string {
  const groups = new Map<string, string[]>();
  for (const [word, numbers] of map) {
    const key = word.slice(0, SHARED_LETTERS);
    const rest = word.slice(SHARED_LETTERS);
    const piece = [rest, ...numbers.map((number) => number.toString(NUMBER_BASE))].join(' ');
    groups.set(key, [...(groups.get(key) ?? [key]), piece]);
  }
  return [...groups.values()].map((pieces) => pieces.join(NEXT)).join(NEXT_GROUP);
}

/** Sorts folded phrases, numbered in their order, under their first words. @throws Error where one cannot be read. */
export function sortByFirstWords(phrases: readonly string[]): FirstWords {
  const exact = new Map<string, number[]>();
  const stems = new Map<string, number[]>();
  phrases.forEach((phrase, number) => {
    for (const { word, open } of firstWords(phrase)) {
      const map = open ? stems : exact;
      const numbers = map.get(word) ?? [];
      // Two choices may begin with the same word; the phrase is tried once.
      if (numbers.at(-1) !== number) map.set(word, [...numbers, number]);
    }
  });
  return { exact: listed(exact), stems: listed(stems) };
}

/** The words of one group without their shared letters; what stands under a word is text until it is asked for. */
interface Group<T> {
  found: Map<string, string | readonly T[]>;
  longest: number;
}

/** A list of FirstWords, of which only the groups are read that some word of a text asks for. */
export class WordList<T> {
  private readonly unread = new Map<string, string>();
  private readonly groups = new Map<string, Group<T>>();

  /**
   * @param listed one of the two lists of FirstWords
   * @param made makes what stands for the phrase of a number; asked when a word is met that it stands under
   */
  constructor(
    listed: string,
    private readonly made: (number: number) => T,
  ) {
    for (const group of listed.split(NEXT_GROUP)) {
      const end = group.indexOf(NEXT);
      if (end > 0) this.unread.set(group.slice(0, end), group.slice(end + 1));
    }
  }

  /** What stands under exactly this word. */
  exactly(word: string): readonly T[] {
    const group = this.groupOf(word.slice(0, SHARED_LETTERS));
    return group === null ? NONE : this.read(group, word.slice(SHARED_LETTERS));
  }

  /** What stands under each beginning of this word, the longest first. */
  underBeginnings(word: string): readonly T[] {
    const short = word.length > 1 ? this.exactly(word.slice(0, 1)) : NONE;
    const group = this.groupOf(word.slice(0, SHARED_LETTERS));
    if (group === null) return short;
    const all: T[] = [];
    const rest = word.slice(SHARED_LETTERS);
    for (let length = Math.min(group.longest, rest.length); length >= 0; length -= 1)
      for (const one of this.read(group, rest.slice(0, length))) all.push(one);
    for (const one of short) all.push(one);
    return all;
  }

  private groupOf(key: string): Group<T> | null {
    const known = this.groups.get(key);
    if (known !== undefined) return known;
    const text = this.unread.get(key);
    if (text === undefined) return null;
    const group: Group<T> = { found: new Map(), longest: 0 };
    for (const piece of text.split(NEXT)) {
      const space = piece.indexOf(' ');
      group.found.set(piece.slice(0, space), piece.slice(space + 1));
      group.longest = Math.max(group.longest, space);
    }
    this.groups.set(key, group);
    return group;
  }

  private read({ found }: Group<T>, rest: string): readonly T[] {
    const known = found.get(rest);
    if (known === undefined) return NONE;
    if (typeof known !== 'string') return known;
    const all = known.split(' ').map((number) => this.made(Number.parseInt(number, NUMBER_BASE)));
    found.set(rest, all);
    return all;
  }
}
