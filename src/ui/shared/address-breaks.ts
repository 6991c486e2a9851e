import { h, type Child } from './h';

/**
 * An address, alone or in a sentence: where a line has to end inside of it, it ends behind a stroke, so that no name in it
 * is cut. Copied, it is the same as before.
 */
export function addressBreaks(text: string): Child[] {
  return text.split(/(?<=\/)(?!\/)/).flatMap((part, at) => (at === 0 ? [part] : [h('wbr'), part]));
}
