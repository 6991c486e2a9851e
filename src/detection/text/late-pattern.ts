import { late } from '../late';

/**
 * A pattern that is made when it is first asked for. Classes of all letters on earth (`\p{L}`) take a new page 0.3 to
 * 1.5 ms each to get ready, in two steps, and a plain text needs none of them.
 * @throws SyntaxError at the first use of one that is none
 */
export function latePattern(source: string, flags: string): () => RegExp {
  return late(() => new RegExp(source, flags));
}
