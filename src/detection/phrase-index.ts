import { firstWords, type Gaps, type Phrase, parsePhrase, phraseEnd } from './phrase';

/** A phrase and what it stands for, e.g. `fr` and `infected`. Read in full only when its first word is met. */
interface Entry {
  source: string;
  gaps: Gaps;
  phrase: Phrase | null;
  label: number;
}

/** Where a label was found: token indices, end exclusive. */
export interface Hit {
  label: number;
  start: number;
  end: number;
}

/** More hits than this in one text tell nothing new; it also bounds the work on hostile text. */
const MAX_HITS = 2_000;
/** Beginnings of words are looked up by this many letters, then compared in full. */
const STEM = 3;

/**
 * Finds many phrases in one pass: each word of the text is looked up by itself and by its first letters, and only
 * the phrases that begin so are tried. Work is linear in the text.
 */
export class PhraseIndex {
  private readonly exact = new Map<string, Entry[]>();
  private readonly stems = new Map<string, { beginning: string; entry: Entry }[]>();

  /** Adds a phrase (folded by foldPhrases) under a label. @throws Error where the phrase cannot be read. */
  add(source: string, label: number, gaps: Gaps): void {
    const entry: Entry = { source, gaps, phrase: null, label };
    for (const { word, open } of firstWords(source)) {
      if (open) push(this.stems, word.slice(0, STEM), { beginning: word, entry });
      else push(this.exact, word, entry);
    }
  }

  /** All hits in the order of the text. */
  find(tokens: readonly string[]): Hit[] {
    const hits: Hit[] = [];
    for (let at = 0; at < tokens.length && hits.length < MAX_HITS; at += 1) {
      const token = tokens[at] ?? '';
      for (const entry of this.exact.get(token) ?? []) tryEntry(tokens, at, entry, hits);
      for (let length = Math.min(STEM, token.length); length > 0; length -= 1)
        for (const { beginning, entry } of this.stems.get(token.slice(0, length)) ?? [])
          if (token.startsWith(beginning)) tryEntry(tokens, at, entry, hits);
    }
    return hits;
  }
}

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

function tryEntry(tokens: readonly string[], at: number, entry: Entry, hits: Hit[]): void {
  entry.phrase ??= parsePhrase(entry.source, entry.gaps);
  const end = phraseEnd(tokens, at, entry.phrase);
  if (end >= 0) hits.push({ label: entry.label, start: at, end });
}
