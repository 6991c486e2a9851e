import { ACT_TEXTS } from '../facts';
import { cleanText, foldText, sentenceTokens } from './normalise';

/** A piece of text of the page, in reading order. */
export interface TextSegment {
  text: string;
  /** 0..1: how much the eye meets it (size, area, front layer). */
  prominence: number;
  /** Stands in a quote, code, caption or list of advice. */
  quoted?: boolean;
}

/** Every source of words of a frame. Title and texts of acts count with prominence 1. */
export interface TextSources {
  segments: readonly TextSegment[];
  title: string;
  actTexts: readonly string[];
  address: string;
}

/** Most characters read of a page; what the eye meets first is read first. */
const MAX_TEXT = 40_000;
const MAX_SEGMENT = 8_000;
/** From this prominence on a segment is one that the eye meets first. */
const IN_FRONT = 0.5;
/** So many single letters in a row are a word that is spelled. */
const SPELLED = 4;

/** The text of all sources as one stream of words, each word knowing its segment. */
export interface Stream {
  tokens: string[];
  owner: number[];
  /** Index of the first token of each segment. */
  first: number[];
}

/** A text that is read as a whole: a segment, the title, the text of an act. */
export interface Piece {
  text: string;
  prominence: number;
  quoted: boolean;
  /** Index in sources.segments, -1 for title and texts of acts. */
  source: number;
  /** Stands in a box of its own that the page has the browser show. */
  isActText?: boolean;
}

function segmentPieces(segments: readonly TextSegment[]): Piece[] {
  return segments.map(({ text, prominence, quoted = false }, source) => ({
    text,
    prominence,
    quoted,
    source,
  }));
}

/** Title, texts of acts and segments, at most MAX_TEXT characters: prominent segments are kept first. */
export function collectPieces(sources: TextSources): Piece[] {
  const head = { prominence: 1, quoted: false, source: -1 };
  const acts = sources.actTexts.slice(0, ACT_TEXTS).map((text) => ({ ...head, text, isActText: true }));
  const pieces: Piece[] = [{ ...head, text: sources.title }, ...acts];
  const body = segmentPieces(sources.segments);
  let room = MAX_TEXT;
  const kept = new Set<Piece>();
  const isInFront = ({ prominence }: Piece): boolean => prominence >= IN_FRONT;
  for (const some of [body.filter(isInFront), body.filter((piece) => !isInFront(piece))])
    for (const piece of some) {
      if (room <= 0) break;
      piece.text = piece.text.slice(0, Math.min(MAX_SEGMENT, room));
      room -= piece.text.length;
      kept.add(piece);
    }
  for (const piece of body) if (kept.has(piece)) pieces.push(piece);
  for (const piece of pieces) piece.text = cleanText(piece.text.slice(0, MAX_SEGMENT));
  return pieces;
}

/** Whether all segments are read to their ends or limits, whatever their prominence. */
export function isReadWhole({ segments }: TextSources): boolean {
  return segments.reduce((sum, { text }) => sum + Math.min(text.length, MAX_SEGMENT), 0) <= MAX_TEXT;
}

/** The words of all pieces in the order of the page, with SENTENCE_END between sentences. */
export function streamOf(pieces: readonly Piece[]): Stream {
  const stream: Stream = { tokens: [], owner: [], first: [] };
  pieces.forEach((piece, index) => {
    stream.first.push(stream.tokens.length);
    for (const token of wordsIn(piece.text)) {
      stream.tokens.push(token);
      stream.owner.push(index);
    }
  });
  return stream;
}

/** Single letters in a row, with blanks between them. */
const LETTERS_APART = new RegExp(`(?<![a-z\\d])[a-z](?:\\s+[a-z]){${SPELLED - 1},}(?![a-z\\d])`, 'g');

/**
 * "i s   l o c k e d": where single letters stand in a row, more blanks than one part two words. A line end does so only
 * beside such blanks: by itself it may be the source's, which is shown as one blank.
 */
function joinSpelled(run: string): string {
  const words = /[^\S\n]{2,}/.test(run.replace(/\s*\n\s*/g, '\n')) ? run.split(/\s{2,}/) : [run];
  return words.some((word) => word.length > 1) ? words.map((word) => word.replace(/\s/g, '')).join(' ') : run;
}

/** The words of a cleaned text, with SENTENCE_END between sentences; a word that is spelled is one word. */
export const wordsIn = (clean: string): string[] =>
  joinLetters(sentenceTokens(foldText(clean).replace(LETTERS_APART, joinSpelled)));

/** "W a r n i n g": SPELLED or more single letters in a row are one word. */
function joinLetters(tokens: string[]): string[] {
  const joined: string[] = [];
  let run: string[] = [];
  const flush = () => {
    if (run.length >= SPELLED) joined.push(run.join(''));
    else joined.push(...run);
    run = [];
  };
  for (const token of tokens) {
    if (token.length === 1 && token >= 'a' && token <= 'z') run.push(token);
    else {
      flush();
      joined.push(token);
    }
  }
  flush();
  return joined;
}
