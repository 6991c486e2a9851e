import { NUMBER_BASE, wordsListed, type FirstWords } from './first-words';
import { type Gaps, type Phrase, parsePhrase, phraseEnd } from './phrase';

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
const NONE: readonly Entry[] = [];

/** The phrases that begin with a word; their numbers, as listed, until the word is first met. */
type Found = string | readonly Entry[];

/**
 * Finds many phrases in one pass: each word of the text is looked up by itself and by its beginnings, and only the
 * phrases that begin so are tried. Work is linear in the text.
 */
export class PhraseIndex {
  private readonly exact: Map<string, Found>;
  private readonly stems: Map<string, Found>;
  private readonly longestStem: number;

  /** @param entries in the order in which `firstWords` counts them */
  constructor(
    private readonly entries: readonly Entry[],
    { exact, stems }: FirstWords,
  ) {
    this.exact = wordsListed(exact);
    this.stems = wordsListed(stems);
    this.longestStem = Math.max(0, ...[...this.stems.keys()].map((stem) => stem.length));
  }

  /** All hits in the order of the text. @throws Error where a phrase that begins here cannot be read. */
  find(tokens: readonly string[]): Hit[] {
    const hits: Hit[] = [];
    for (let at = 0; at < tokens.length && hits.length < MAX_HITS; at += 1) {
      const token = tokens[at] ?? '';
      for (const entry of this.entriesAt(this.exact, token)) tryEntry(tokens, at, entry, hits);
      for (let length = Math.min(this.longestStem, token.length); length > 0; length -= 1)
        for (const entry of this.entriesAt(this.stems, token.slice(0, length)))
          tryEntry(tokens, at, entry, hits);
    }
    return hits;
  }

  private entriesAt(map: Map<string, Found>, word: string): readonly Entry[] {
    const found = map.get(word) ?? NONE;
    if (typeof found !== 'string') return found;
    const numbers = found.split(' ').map((number) => Number.parseInt(number, NUMBER_BASE));
    const entries = numbers.flatMap((number) => this.entries[number] ?? []);
    map.set(word, entries);
    return entries;
  }
}

function tryEntry(tokens: readonly string[], at: number, entry: Entry, hits: Hit[]): void {
  entry.phrase ??= parsePhrase(entry.source, entry.gaps);
  const end = phraseEnd(tokens, at, entry.phrase);
  if (end >= 0) hits.push({ label: entry.label, start: at, end });
}
