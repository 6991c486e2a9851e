import { DIALOG_LENGTH } from '../../detection/facts';

/** How much of a shortened text is beginning. */
const HEAD = 700;

/** A text without what nobody sees and what says nothing: invisible letters, blanks in a row, one sign repeated. */
export const dense = (text: string): string =>
  text.replace(/[\p{DI}\u2800]+/gu, '').replace(/(?<=\s)\s+|(\S)(?=\1{9})/g, '');

/**
 * A text that people get to read, short enough to be told: of a longer one beginning and end, once what nobody sees and
 * what says nothing is out of it. Else a thousand spaces, invisible letters or dots before the words would hide them.
 */
export function inShort(text: string): string {
  if (text.length <= DIALOG_LENGTH) return text;
  const short = dense(text);
  return short.slice(0, HEAD) + short.slice(Math.max(HEAD, short.length + HEAD - DIALOG_LENGTH));
}
