import type { ActName } from '../detection/facts';

/**
 * Words spoken between the page's world (src/page) and the isolated script (src/content). Whatever comes up from
 * the page is a claim: it may raise suspicion in its own frame only.
 *
 * The handshake, once per document, before the page's first script. The MAIN script stands first in the manifest
 * and listens once on `window` for HELLO_EVENT. The isolated script dispatches it as a MouseEvent whose
 * `relatedTarget` is a detached element: the channel. From then on both speak only on that element, which the page
 * can neither reach, forge events on, nor strip of its listeners (document.open() erases those of window and
 * document, but not those of a node outside the document).
 *
 *   MAIN:     window.addEventListener(HELLO_EVENT, (e) => { e.stopImmediatePropagation(); channel = e.relatedTarget },
 *                                     { once: true, capture: true })
 *   isolated: window.dispatchEvent(new MouseEvent(HELLO_EVENT, { relatedTarget: channel }))
 *   MAIN  ->  channel.dispatchEvent(new CustomEvent(CLAIM_EVENT, { detail: JSON.stringify(claim) }))   synchronous
 *   isolated  channel.dispatchEvent(new CustomEvent(ORDER_EVENT, { detail: order }))                   synchronous
 *
 * Both sides take the natives they need (dispatchEvent, addEventListener, CustomEvent, the `detail` and
 * `relatedTarget` getters, JSON) once at the start, so that a page overwriting them later changes nothing.
 */
export const HELLO_EVENT = 'sf-hello';
export const CLAIM_EVENT = 'sf-claim';
export const ORDER_EVENT = 'sf-order';

/** Longest `detail` of a claim, in characters; longer texts are cut by the sender. */
export const CLAIM_DETAIL_LENGTH = 1_000;

export interface ActClaim {
  act: ActName;
  /** Dialog text, realm, canvas text, address opened: at most CLAIM_DETAIL_LENGTH characters, '' if none. */
  detail: string;
  /** ms since the document began. */
  at: number;
  /** No trusted click or key had happened in the frame yet. */
  unasked: boolean;
  /** How many times the act has happened in this frame, this one included: the hook skips claims in a flood. */
  count: number;
}

/** What the isolated script may tell the hook. `defuse` after a verdict, `stand-down` on a trusted or paused site. */
export type HookOrder = 'defuse' | 'stand-down';
