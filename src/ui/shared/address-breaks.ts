import { h, type Child } from './h';

/** Behind a stroke, and before a dot within a name. */
const BREAKS = /(?<=\/)(?!\/)|(?<=\p{L})(?=\.\p{L})/u;

/**
 * An address, alone or in a sentence: where a line has to end inside of it, it ends behind a stroke or before a dot, so that
 * no word in it is cut. Copied, it is the same as before.
 */
export function addressBreaks(text: string): Child[] {
  return text.split(BREAKS).flatMap((part, at) => (at === 0 ? [part] : [h('wbr'), part]));
}
