import { ACT_TEXT_LENGTH } from '../../detection/facts';
import { dense } from '../words-of';

/** How much of a shortened text is beginning. */
const HEAD = 700;

/**
 * A text that people get to read, short enough to be told: of a longer one beginning and end, once what nobody sees and
 * what says nothing is out of it. Else a thousand spaces, invisible letters or dots before the words would hide them.
 */
export function inShort(text: string): string {
  if (text.length <= ACT_TEXT_LENGTH) return text;
  const short = dense(text);
  return short.slice(0, HEAD) + short.slice(Math.max(HEAD, short.length + HEAD - ACT_TEXT_LENGTH));
}
