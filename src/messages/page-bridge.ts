import type { ActName } from '../detection/facts';

/**
 * Words spoken between the page's world and the isolated script, as JSON strings in the detail of a
 * synchronous event. Whatever comes up from the page is a claim: it may raise suspicion in its own frame only.
 */
export interface ActClaim {
  act: ActName;
  /** Dialog text, realm, canvas text, address opened: at most 1,000 characters, '' if none. */
  detail: string;
  /** ms since the document began. */
  at: number;
  /** No trusted click or key had happened in the frame yet. */
  unasked: boolean;
}

/** What the isolated script may tell the hook. `defuse` after a verdict, `stand-down` on a trusted or paused site. */
export type HookOrder = 'defuse' | 'stand-down';
