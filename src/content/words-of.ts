import { dense } from './gate/in-short';
import { textOf } from './text-nodes';

/** A longer text may be stuffed with invisible letters or blanks; of megabytes in one node no more than this is seen. */
const STUFFED = 300;
const FAR = 50_000;

/** What a text node says, without what nobody sees where it is long enough to hide something; at most `limit` characters. */
export const wordsOf = (text: Text, limit: number): string =>
  text.length > STUFFED ? dense(textOf(text, FAR)).slice(0, limit) : text.data;
