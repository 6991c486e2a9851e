import type { PlacedText } from './page-text';
import { nearest } from './safe-element';
import { standsIn } from './shadow-roots';

/** A run of text in one line of thought: a heading, a paragraph, the label of a button. */
export interface TextBlock {
  text: string;
  element: Element;
  quoted: boolean;
}

/** Longest block and most blocks that are kept; the reader of words has its own bound. */
const BLOCK_LENGTH = 8_000;
const BLOCK_LIMIT = 3_000;

const QUOTING = 'blockquote,q,code,pre,samp,figcaption,cite,textarea';
/** In a text of some length, list items are advice and warnings about the scam rather than the scam itself. */
const ADVICE = 'li,dd';
/** A page that is nothing but quotation quotes nobody: more than this share of its characters. */
const ALL_QUOTED = 0.75;

/** Quotation marks of the languages we read, opening and closing. */
const QUOTES =
  /“[^“”]{12,600}”|„[^„“”]{12,600}[“”]|«[^«»]{12,600}»|»[^«»]{12,600}«|"[^"]{12,600}"|「[^「」]{6,400}」|『[^『』]{6,400}』|《[^《》]{6,400}》/g;
/** Only a sentence with words around the quotation is quoting; one wholly in quotation marks is a disguise. */
const AROUND_QUOTE = 40;

/** What is known of the page the texts stand on. */
export interface PageAround {
  /** It has paragraphs enough to be an article or a manual. */
  isProse?: boolean;
  /** Boxes laid over it: a list in one of them is no advice. */
  layers?: readonly Element[];
}

/** Puts glued texts together. */
export function toBlocks(texts: readonly PlacedText[], page: PageAround = {}): TextBlock[] {
  const blocks: TextBlock[] = [];
  for (const { text, glued, element } of texts) {
    const last = blocks.at(-1);
    if (glued && last && last.text.length + text.length <= BLOCK_LENGTH) last.text += text;
    else blocks.push({ text, element, quoted: false });
  }
  // Those in the midst are left out: boxes over a page, and shadow roots, come last.
  if (blocks.length > BLOCK_LIMIT) blocks.splice(BLOCK_LIMIT / 2, blocks.length - BLOCK_LIMIT);
  for (const block of blocks) block.quoted = isQuoted(block.element, page);
  const split = blocks.filter(({ text }) => text.trim() !== '').flatMap(splitAtQuotes);
  const lengthOf = (some: TextBlock[]): number => some.reduce((sum, { text }) => sum + text.length, 0);
  const quoted = lengthOf(split.filter((block) => block.quoted));
  if (quoted > ALL_QUOTED * lengthOf(split)) for (const block of split) block.quoted = false;
  return split;
}

function isQuoted(element: Element, { isProse = false, layers = [] }: PageAround): boolean {
  if (nearest(element, QUOTING)) return true;
  return isProse && nearest(element, ADVICE) !== null && !standsIn(layers, element);
}

/** A block that quotes somebody becomes several: its own words, and the quoted ones. */
export function splitAtQuotes(block: TextBlock): TextBlock[] {
  const { text, element } = block;
  if (block.quoted || text.length < AROUND_QUOTE) return [block];
  const parts: TextBlock[] = [];
  let own = text.length;
  let end = 0;
  for (const match of text.matchAll(QUOTES)) {
    own -= match[0].length;
    if (match.index > end) parts.push({ text: text.slice(end, match.index), element, quoted: false });
    parts.push({ text: match[0], element, quoted: true });
    end = match.index + match[0].length;
  }
  if (parts.length === 0 || own < AROUND_QUOTE) return [block];
  if (end < text.length) parts.push({ text: text.slice(end), element, quoted: false });
  return parts;
}
