import { WordList, type FirstWords } from './first-words';
import { bitsOf, type Gaps, type Phrase, parsePhrase, phraseEnd } from './phrase';

/** A folded phrase and the number of the label it stands for. Read in full only when its first word is met. */
export interface Entry {
  readonly source: string;
  readonly gaps: Gaps;
  readonly label: number;
  phrase: Phrase | null;
}

/** Where a label was found: token indices, end exclusive. */
export interface Hit {
  label: number;
  start: number;
  end: number;
}

/** More hits than this in one text tell nothing new; it also bounds the work on hostile text. */
const MAX_HITS = 2_000;
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
    for (let at = 0; at < tokens.length && hits.length < MAX_HITS; at += 1) {
      const token = tokens[at] ?? '';
      let entries = known.get(token);
      if (!entries) known.set(token, (entries = this.entriesFor(token)));
      for (const entry of entries) tryEntry(tokens, bits, at, entry, hits);
    }
    return hits;
  }

  private entriesFor(token: string): readonly Entry[] {
    return [...this.exact.exactly(token), ...this.stems.underBeginnings(token)];
  }
}

function tryEntry(tokens: readonly string[], bits: Int32Array, at: number, entry: Entry, hits: Hit[]): void {
  entry.phrase ??= parsePhrase(entry.source, entry.gaps);
  const end = phraseEnd(tokens, at, entry.phrase, bits);
  if (end >= 0) hits.push({ label: entry.label, start: at, end });
}
