import type { ActName } from '../detection/facts';

/**
 * Words spoken between the page's world (src/page) and the isolated script (src/content). Whatever comes up from
 * the page is a claim: it may raise suspicion in its own frame only.
 *
 * The handshake, once per document, before the page's first script. The MAIN script stands first in the manifest
 * and listens on `window` for the first HELLO_EVENT. The isolated script dispatches it as a FocusEvent whose
 * `relatedTarget` is a detached element: the channel. From then on both speak only on that element, which the page
 * can neither reach, forge events on, nor strip of its listeners (document.open() erases those of window and
 * document, but not those of a node outside the document).
 *
 *   MAIN:     window.addEventListener(HELLO_EVENT, (e) => { e.stopImmediatePropagation(); channel = e.relatedTarget }, true)
 *   isolated: window.dispatchEvent(new FocusEvent(HELLO_EVENT, { relatedTarget: channel }))
 *   MAIN  ->  channel.setAttribute(CLAIM_ATTRIBUTE, JSON.stringify(claim)); channel.dispatchEvent(new Event(CLAIM_EVENT))
 *   isolated  channel.dispatchEvent(new Event(order))                                   both synchronous
 *
 * Before the first order the channel goes into a detached shadow tree: what an order does may run code of the page (a
 * setter it replaced), and outside such a tree `window.event.target` would be the channel then.
 *
 * The hook takes the natives it needs once at the start, so that a page overwriting them later changes nothing. An
 * attribute and plain events, because every further built-in class costs each page some 0.03 ms to bring to life.
 */
export const HELLO_EVENT = 'sf-hello';
export const CLAIM_EVENT = 'sf-claim';
export const CLAIM_ATTRIBUTE = 'c';

/**
 * Longest `detail` of a claim, in characters; longer texts are cut by the sender. As much as a browser shows of a
 * dialog's text at most (docs/browser-facts.md): the gate makes it short, out of the reach of the page.
 */
export const CLAIM_DETAIL_LENGTH = 10_240;

/** After the first few of an act the hook claims it once per so many ms. */
export const CLAIM_GAP_MS = 250;

/** What the hook tells; when it was, and whether the person had asked for it, the isolated script knows itself. */
export interface HookClaim {
  /** `root` is no act: a shadow root was attached, which no change of the document tells of. */
  act: ActName | 'root';
  /** Dialog text, canvas text, spoken words, address opened: at most CLAIM_DETAIL_LENGTH characters, '' if none. */
  detail: string;
  /** How many times the act has happened in this frame, this one included: the hook skips claims in a flood. */
  count: number;
}

/**
 * What the isolated script may tell the hook, each the name of its event. `defuse` after a verdict, `stand-down` on a
 * trusted or paused site.
 */
export type HookOrder = 'defuse' | 'stand-down';
