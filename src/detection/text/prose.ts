/** From how much running text on a page explains something, and an article is one. All lengths in characters. */

/** A line or paragraph this long is prose. */
export const PROSE_LENGTH = 80;

/** A page with this much prose explains something. */
export const PROSE_PAGE = 600;

/** With this much prose a page has as much as an article needs. */
const ARTICLE_PROSE = 1_200;

/** So many paragraphs of prose are as many as an article needs; they add this much to being one (0..1). */
const ARTICLE_PARAGRAPHS = 5;
const FROM_PARAGRAPHS = 0.2;

/** @returns 0..1: how much of an article's prose is there */
export const proseShare = (proseLength: number): number => Math.min(1, proseLength / ARTICLE_PROSE);

/** @returns what the number of paragraphs adds to being an article */
export const fromParagraphs = (paragraphs: number): number =>
  FROM_PARAGRAPHS * Math.min(1, paragraphs / ARTICLE_PARAGRAPHS);
