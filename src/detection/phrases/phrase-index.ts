import { Beginnings } from './beginnings';
import { WordList, type FirstWords } from './first-words';
import { bitsOf, type WordGaps, type Phrase, parsePhrase, phraseEnd } from './phrase';

/** A folded phrase and the number of the label it stands for. Read in full only when its first word is met. */
export interface Entry {
  readonly source: string;
  readonly gaps: WordGaps;
  readonly label: number;
  phrase: Phrase | null;
}

/** Where a label was found: token indices, end exclusive. */
export interface Hit {
  label: number;
  start: number;
  end: number;
}

/**
 * What a text says more often than this tells nothing new, nor may it hide what is said elsewhere: from then on one hit
 * of a label in so many words is kept.
 */
const OFTEN = 100;
const APART = 8;
/** Words that come again so often right after each other say no more than the last of them. */
const AGAIN = 3;

/**
 * Finds many phrases in one pass: each word of the text is looked up by itself and by its beginnings, and only the
 * phrases that begin so are tried. Work is linear in the text.
 */
export class PhraseIndex {
  private readonly exact: WordList<Entry>;
  private readonly stems: WordList<Entry>;

  /** @param entryAt makes the phrase of a number, as `firstWords` counts them */
  constructor(entryAt: (number: number) => Entry, { exact, stems }: FirstWords) {
    this.exact = new WordList(exact, entryAt);
    this.stems = new WordList(stems, entryAt);
  }

  /** All hits in the order of the text. @throws Error where a phrase that begins here cannot be read. */
  find(tokens: readonly string[]): Hit[] {
    const hits: Hit[] = [];
    const bits = bitsOf(tokens);
    // Texts repeat their words, hostile ones thousands of times.
    const known = new Map<string, readonly Entry[]>();
    const beginnings = new Beginnings(new Set(tokens));
    const seen = new Often();
    for (let at = 0; at < tokens.length; at += 1) {
      const token = tokens[at] ?? '';
      // Of a word or two that are said over and over the last ones say all that they can.
      if (comesAgain(tokens, at, 1) || comesAgain(tokens, at, 2)) continue;
      let entries = known.get(token);
      if (!entries) known.set(token, (entries = this.entriesFor(token, beginnings)));
      for (const entry of entries) {
        const end = seen.isWanted(entry.label, at) ? endOf(tokens, bits, at, entry) : -1;
        if (end < 0) continue;
        hits.push({ label: entry.label, start: at, end });
        seen.note(entry.label, at);
      }
    }
    return hits;
  }

  /** The phrases that begin with a word and may go on in this text. */
  private entriesFor(token: string, beginnings: Beginnings): readonly Entry[] {
    const all = [...this.exact.exactly(token), ...this.stems.underBeginnings(token)];
    return all.filter(({ phrase, source }) => phrase !== null || beginnings.mayHold(source));
  }
}

/** Whether so many words are followed AGAIN times by the same ones. */
function comesAgain(tokens: readonly string[], at: number, count: number): boolean {
  for (let next = at; next < at + AGAIN * count; next += 1)
    if (tokens[next] !== tokens[next + count]) return false;
  return true;
}

function endOf(tokens: readonly string[], bits: Int32Array, at: number, entry: Entry): number {
  entry.phrase ??= parsePhrase(entry.source, entry.gaps);
  return phraseEnd(tokens, at, entry.phrase, bits);
}

/** How often each label was found, and from which word on the next one of it is looked for. */
class Often {
  private readonly counts: number[] = [];
  private readonly from: number[] = [];

  isWanted(label: number, at: number): boolean {
    return at >= (this.from[label] ?? 0);
  }

  note(label: number, at: number): void {
    const count = (this.counts[label] ?? 0) + 1;
    this.counts[label] = count;
    if (count >= OFTEN) this.from[label] = at + APART;
  }
}
