import { dense } from './gate/in-short';

/** A shorter text is taken as it is; of megabytes in one node no more than FAR is looked at (characters). */
const SHORT = 60;
const FAR = 50_000;
/** Only a text that is to be hidden has so many in a row. By ranges: with \p{DI} this took a page a millisecond more. */
const FILLER =
  /[\ufe00-\ufe0f\s\xad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u206f\u2800\u3164\uffa0\ufff0-\ufff8\udb40-\uddef]{40}/;

/** What shows nothing, halves of such signs included. */
const BLANK = /[\s\p{DI}\u2800\uDC00-\uDDEF\uDB40]/u;
/** So many letters of a text are looked at. */
const SAMPLES = 100;

/** Whether a text is stuffed: blank or invisible for its greater part. */
export function isStuffed(text: string): boolean {
  const step = Math.ceil(text.length / SAMPLES);
  let blank = 0;
  for (let index = 0; index < text.length; index += step) if (BLANK.test(text.charAt(index))) blank += step;
  return 2 * blank > text.length;
}

/** What a text node says, at most `limit` characters; of a filled one only what somebody can see. */
export function wordsOf(node: Text, limit: number): string {
  if (node.length <= SHORT) return node.data;
  const text = node.substringData(0, limit);
  return FILLER.test(text) ? dense(node.substringData(0, FAR)).slice(0, limit) : text;
}
