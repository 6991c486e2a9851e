import { now } from '../later';
import { countElements, isLoading } from '../safe-document';

/**
 * While a document is parsed an article may still follow what sounds like a threat. So long (ms since the detector
 * came) its end is waited for; longer while it grows, as it does bit by bit on a busy machine.
 */
const PARSING_MS = 1_000;
const GROWING_MS = 3_000;
/** Without a new element for so long (ms) it grows no more. */
const GROWN_MS = 600;

/** Follows a document that is being parsed. */
export class HalfRead {
  #size = 0;
  #grewAt = 0;

  /** @param cameAt when the detector came (ms of `now`) @returns whether more of the document should be waited for */
  isStill(cameAt: number): boolean {
    if (!isLoading()) return false;
    const at = now();
    const size = countElements();
    if (size > this.#size) this.#grewAt = at;
    this.#size = size;
    return at - cameAt < (at - this.#grewAt < GROWN_MS ? GROWING_MS : PARSING_MS);
  }
}
