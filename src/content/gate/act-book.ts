import { ALL_PROMPTS, BLOCKING, ACT_TEXTS, IN_A_ROW, WITH_WORDS, type ActName, type Acts } from '../../detection/facts'; // prettier-ignore
import { ACT_MESSAGE_CAP } from '../../messages/content-messages';
import type { DocumentState } from '../document-state';
import type { ActClaim } from './bridge';

/** The last messages of the cap are kept for dialogs: a flood of anything else must not silence them. */
const KEPT_FOR_DIALOGS = 20;

/** Acts whose detail is text that the person gets to read, hear or paste; print has none. */
const SPEAKING: readonly ActName[] = [...ALL_PROMPTS, ...WITH_WORDS, 'clipboard'];

/** The first few of an act are told at once, later ones at most this often (ms). */
const TOLD_AT_ONCE = 6;
const PAUSE_MS = 100;

/** Without a click or a key, too, what comes so long (ms) after the last one does not go on with it. */
const ROW_ENDS_MS = 60_000;

/** Counts a claim into the state's tallies, and keeps its text if people get to read it. */
export function count(state: DocumentState, claim: ActClaim): void {
  const { act, at, unasked, detail } = claim;
  let before = state.acts[act];
  const isOver = before && (state.touchedAt > before.lastAt || at > before.lastAt + ROW_ENDS_MS);
  if (isOver && IN_A_ROW.includes(act)) {
    before = undefined;
    state.passed[act] = claim.count - 1;
  }
  state.acts[act] = {
    count: Math.max(claim.count - (state.passed[act] ?? 0), (before?.count ?? 0) + 1),
    unasked: (before?.unasked ?? 0) + (unasked ? 1 : 0),
    firstAt: before?.firstAt ?? at,
    lastAt: at,
  };
  const isNew = detail !== '' && SPEAKING.includes(act) && !state.actTexts.includes(detail);
  // The first ones and the newest: a page may paint and copy for a while before it says what counts.
  if (isNew) state.actTexts[Math.min(state.actTexts.length, ACT_TEXTS - 1)] = detail;
}

/** Decides which acts are told to the background, so that no page can keep the worker busy. */
export class ActQuota {
  #sent = 0;
  readonly #lastTold: Partial<Record<ActName, number>> = {};

  /** @param now ms @returns whether this act may be sent now; counts it if so */
  allows(act: ActName, acts: Acts, now: number): boolean {
    const cap = BLOCKING.includes(act) ? ACT_MESSAGE_CAP : ACT_MESSAGE_CAP - KEPT_FOR_DIALOGS;
    if (this.#sent >= cap) return false;
    const early = (acts[act]?.count ?? 0) <= TOLD_AT_ONCE;
    if (!early && now - (this.#lastTold[act] ?? -Infinity) < PAUSE_MS) return false;
    this.#sent += 1;
    this.#lastTold[act] = now;
    return true;
  }
}
