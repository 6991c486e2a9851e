import { AND, EITHER } from './phrase';

/** So many letters tell whether a word may be in a text: of a phrase in another language next to none is. */
const LETTERS = 3;
const NEXT_PART = ' ';

/** The beginning of a choice: at most LETTERS letters of its first word. */
function beginningOf(choice: string): string {
  let end = 0;
  while (end < LETTERS && end < choice.length && choice[end] !== AND && choice[end] !== '*') end += 1;
  return choice.slice(0, end);
}

/**
 * How the words of a text begin. A first word as "Windows" begins phrases of all languages, and to read each of them costs
 * a page more than to ask whether its other words may be there at all.
 */
export class Beginnings {
  private readonly known = new Set<string>();

  constructor(tokens: Iterable<string>) {
    for (const token of tokens)
      for (let end = 1; end <= LETTERS; end += 1) this.known.add(token.slice(0, end));
  }

  /** Whether each part of a folded phrase that may not be missing has a choice that may be in the text; its order aside. */
  mayHold(source: string): boolean {
    for (let from = 0; from < source.length;) {
      const end = source.indexOf(NEXT_PART, from);
      const part = source.slice(from, end < 0 ? undefined : end);
      from = end < 0 ? source.length : end + 1;
      if (!part.startsWith('~') && !part.endsWith('?') && !this.hasOneOf(part)) return false;
    }
    return true;
  }

  private hasOneOf(part: string): boolean {
    for (const choice of part.split(EITHER)) if (this.known.has(beginningOf(choice))) return true;
    return false;
  }
}
