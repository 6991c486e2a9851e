/** Of megabytes in one node no more than this is looked at (characters), and half as much from its end. */
const FAR = 50_000;

/** What shows nothing, halves of such signs included. */
const BLANK = /[\s\p{DI}\u2800\uDC00-\uDDEF\uDB40]/u;
/** So many letters of a text are looked at. */
const SAMPLES = 100;

/** A text without what nobody sees and what says nothing: invisible letters, blanks in a row, one character repeated. */
export const dense = (text: string): string =>
  text.replace(/[\p{DI}\u2800]+/gu, '').replace(/(?<=\s)\s+|(\S)(?=\1{9})/g, '');

/** Whether a text is stuffed: blank or invisible for its greater part. */
export function isStuffed(text: string): boolean {
  const step = Math.ceil(text.length / SAMPLES);
  let blank = 0;
  for (let index = 0; index < text.length; index += step) if (BLANK.test(text.charAt(index))) blank += step;
  return 2 * blank > text.length;
}

/**
 * What a text node says: of a long one the first `limit` characters, and half as many from its end; where `filled`, only
 * what somebody can see.
 */
export function wordsOf(node: Text, limit: number, filled?: boolean): string {
  const { length } = node;
  const head = filled ? FAR : limit;
  const isLong = length > 1.5 * head;
  let text = node.substringData(0, isLong ? head : length);
  if (isLong) text += `\n${node.substringData(length - head / 2, head)}`;
  if (filled) text = dense(text);
  return text.length > 1.5 * limit ? `${text.slice(0, limit)}\n${text.slice(-limit / 2)}` : text;
}
