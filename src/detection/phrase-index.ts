import { type Gaps, type Phrase, parsePhrase, phraseEnd } from './phrase';

/** A phrase and what it stands for, e.g. `fr` and `infected`. */
interface Entry {
  phrase: Phrase;
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

/**
 * Finds many phrases in one pass: each word of the text is looked up by itself and by its beginnings, and only the
 * phrases that begin so are tried. Work is linear in the text.
 */
export class PhraseIndex {
  private readonly exact = new Map<string, Entry[]>();
  private readonly prefixes = new Map<string, Entry[]>();
  private readonly prefixLengths = new Set<number>();

  /** Adds a phrase under a label. @throws Error where the phrase cannot be read. */
  add(text: string, label: number, gaps: Gaps): void {
    const phrase = parsePhrase(text, gaps);
    for (const choice of phrase[0]?.choices ?? []) {
      const word = choice.words[0] ?? '';
      const open = choice.open && choice.words.length === 1;
      const map = open ? this.prefixes : this.exact;
      if (open) this.prefixLengths.add(word.length);
      const entries = map.get(word);
      if (entries) entries.push({ phrase, label });
      else map.set(word, [{ phrase, label }]);
    }
  }

  /** All hits in the order of the text. */
  find(tokens: readonly string[]): Hit[] {
    const hits: Hit[] = [];
    const lengths = [...this.prefixLengths].sort((a, b) => a - b);
    for (let at = 0; at < tokens.length && hits.length < MAX_HITS; at += 1) {
      const token = tokens[at] ?? '';
      const entries = this.exact.get(token);
      if (entries) tryEntries(tokens, at, entries, hits);
      for (const length of lengths) {
        if (length > token.length) break;
        const open = this.prefixes.get(token.slice(0, length));
        if (open) tryEntries(tokens, at, open, hits);
      }
    }
    return hits;
  }
}

function tryEntries(tokens: readonly string[], at: number, entries: readonly Entry[], hits: Hit[]): void {
  for (const { phrase, label } of entries) {
    const end = phraseEnd(tokens, at, phrase);
    if (end >= 0) hits.push({ label, start: at, end });
  }
}
