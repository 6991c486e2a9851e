import type { PlacedText } from './page-text';
import { rectOf, parentOf } from './safe-element';

/** Pieces this short (characters) may be letters or words that style rules put into another order. */
const PIECE_LENGTH = 14;
/** A group this large is worth measuring; at most so many pieces and groups are. */
const GROUP_SIZE = 4;
const PIECE_LIMIT = 500;
const GROUP_LIMIT = 40;
/** A gap wider than this share of the letters' height parts two words. */
const WORD_GAP = 0.15;
/** One letter or two in a box of their own: a word that was taken apart. */
const FRAGMENT = /^(?:\p{L}\p{M}*){1,2}$/u;
/** Elements asked whether their letters run backwards. */
const OVERRIDE_LIMIT = 400;

/** A piece of text with its box, CSS px. */
export interface PlacedPiece {
  text: string;
  left: number;
  top: number;
  width: number;
  height: number;
}

/** Pieces as the eye reads them: line by line, left to right, with a space where there is a gap. */
export function readByPlace(pieces: readonly PlacedPiece[]): string {
  const lines: PlacedPiece[][] = [];
  for (const piece of [...pieces].sort((a, b) => a.top - b.top)) {
    const line = lines.at(-1);
    const first = line?.[0];
    if (line && first && piece.top < first.top + first.height / 2) line.push(piece);
    else lines.push([piece]);
  }
  return lines.map((line) => readLine(line.sort((a, b) => a.left - b.left))).join('\n');
}

function readLine(line: readonly PlacedPiece[]): string {
  let text = '';
  let end = Infinity;
  for (const piece of line) {
    if (piece.left - end > piece.height * WORD_GAP) text += ' ';
    text += piece.text.trim();
    if (/\s$/.test(piece.text)) text += ' ';
    end = piece.left + piece.width;
  }
  return text;
}

/** Groups of short texts under one element, where one may have been moved before another. */
function groups(texts: readonly PlacedText[]): PlacedText[][] {
  const short = texts.filter(({ text }) => text.length <= PIECE_LENGTH && text.trim() !== '');
  const isLetter = ({ text }: PlacedText): boolean => text.trim().length === 1;
  const holders = new Set(
    short.filter((placed) => !isLetter(placed)).map(({ element }) => parentOf(element)),
  );
  /**
   * The element in which a piece may have been moved: the one around its own. Single letters are moved within their
   * word, and the words of a line are read together, or "call us" would be two words that ask for nothing.
   */
  const groupOf = (placed: PlacedText): Element | null => {
    const parent = parentOf(placed.element);
    return parent && isLetter(placed) && !holders.has(parent) ? (parentOf(parent) ?? parent) : parent;
  };
  const byParent = new Map<Element, PlacedText[]>();
  for (const placed of short) {
    const parent = groupOf(placed);
    if (!parent) continue;
    const group = byParent.get(parent);
    if (!group) byParent.set(parent, [placed]);
    else if (group.length < PIECE_LIMIT) group.push(placed);
  }
  return [...byParent.values()].filter((group) => group.length >= GROUP_SIZE).slice(0, GROUP_LIMIT);
}

/** Whether most of these stand in boxes of their own, where only their places show which of them are one word. */
function isApart(group: readonly PlacedText[]): boolean {
  return group.filter(({ text, glued }) => !glued && FRAGMENT.test(text.trim())).length > group.length / 2;
}

/** Texts whose order on the screen is not that of the document, or only seen there, as they are read on the screen. */
export function reorderedTexts(texts: readonly PlacedText[]): PlacedText[] {
  const found: PlacedText[] = [];
  for (const group of groups(texts)) {
    const pieces = group.map(({ text, element }): PlacedPiece => {
      const { left, top, width, height } = rectOf(element);
      return { text, left, top, width, height };
    });
    const read = readByPlace(pieces);
    const written = group.map(({ text }) => text).join('');
    const first = group[0];
    const same = read.replace(/\s+/g, '') === written.replace(/\s+/g, '');
    if (first && (!same || isApart(group)))
      found.push({ text: read, glued: false, element: parentOf(first.element) ?? first.element });
  }
  return found;
}

/** The same texts; those written backwards and turned round by `bidi-override` as the eye reads them. */
export function unreversed(texts: readonly PlacedText[]): PlacedText[] {
  return texts.map((placed, index) => {
    if (index >= OVERRIDE_LIMIT || placed.text.trim().length < 2) return placed;
    const { direction, unicodeBidi } = getComputedStyle(placed.element);
    if (direction !== 'rtl' || !unicodeBidi.includes('override')) return placed;
    return { ...placed, text: [...placed.text].reverse().join('') };
  });
}
