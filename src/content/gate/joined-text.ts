import { followsBreak, inOneLine, type FoundText } from '../text-nodes';

/** What one capped pass over a page's text found. */
export interface PageText {
  text: string;
  /**
   * Text nodes of one letter, or that begin inside a word: words taken apart to be put together again by style rules, or
   * with letters between theirs that nobody sees.
   */
  pieces: number;
}

/** Not in scripts that write no blanks between words. */
const INSIDE_WORD = /^[\w\xdf-\u04ff]{2}/;
/** In boxes, which a style may put into one line. There "Home" stands before "About", and one number before another. */
const INSIDE_BOXES = /^[a-z\xdf-\u04ff]{2}/;
/** There a longer piece (characters) is no part of a word: lists and tables of lines that begin with a small letter. */
const LONGEST_IN_BOXES = 24;

/** A number begins right behind a word: a style may have put it below that word, and behind a letter it is none. */
const NUMBER = /^[^\d\s().+-][+(]?\d[\d ().-]{6}/;

/** Adds texts of a page as they stand in it. @param page grows by them @param texts in the order of the document */
export function addTexts(page: PageText, texts: FoundText[]): void {
  let parent: Node | null = null;
  let last = ' ';
  // By index: in Firefox the first for-of over a list costs a frame 0.08 ms.
  for (let index = 0; index < texts.length; index += 1) {
    const { node, words } = texts[index] as FoundText; // within the list
    if (!words.trim()) {
      page.text += last = ' ';
      continue;
    }
    const { parentNode } = node;
    const goesOn = inOneLine(parent, parentNode) && !followsBreak(node) && !NUMBER.test(last + words);
    const isInside = (goesOn ? INSIDE_WORD : INSIDE_BOXES).test(last + words.charAt(0));
    if (words.length === 1 || (isInside && (goesOn || words.length <= LONGEST_IN_BOXES))) page.pieces += 1;
    page.text += goesOn ? words : `\n${words}`;
    parent = parentNode;
    last = words.slice(-1);
  }
}
