import { ACT_NAMES, ALL_PROMPTS, type Acts, type KnownFrame, type TabFacts } from '../../detection/facts';
import { withLoneNumbers } from '../../detection/judgement/lone-number';
import { loadRules } from '../../detection/phrases/rules';
import { factsOfUnreadFrame } from '../../detection/frames/unread-frame';
import { isBehindDialog } from './frames';
import { routeFacts } from './route';
import type { FrameState, TabState } from './tab-state';

/**
 * All that is known of a tab, as the detector takes it.
 * @param now ms since 1970
 * @param shown how much of its frames is in view, where that is known (shown-shares.ts)
 */
export function tabFacts(state: TabState, now: number, shown?: ReadonlyMap<number, number>): TabFacts {
  // One frame's dialog holds all of them.
  const held = state.silentFor > 0 || Object.values(state.frames).some(isBehindDialog);
  const frames = Object.entries(state.frames).flatMap(([id, frame]) => {
    const share = shown?.get(Number(id));
    const facts = knownFrames(frame, { top: id === '0', held });
    return share === undefined ? facts : facts.map((one) => (one.boxed ? one : { ...one, shown: share }));
  });
  return { frames: withLoneNumbers(frames), route: routeFacts(state, now) };
}

/**
 * The detector's facts with the newest acts. Where it never ran (a page jammed at parse, or behind its own dialog), and
 * for dialogs it has not read yet, what the claims alone tell.
 * @param where whether the frame is the page itself, and whether the tab is held up (silent, or behind its own dialog)
 */
function knownFrames(frame: FrameState, where: { top: boolean; held: boolean }): KnownFrame[] {
  const { top, held } = where;
  const { address, title, acts, facts } = frame;
  const actTexts = [...frame.dialogs, ...frame.copied, ...frame.spoken];
  const area = top ? 1 : 0;
  if (facts === null) {
    // A page that holds itself up before the detector comes is judged by what it had shown until then.
    const text = held ? frame.text : '';
    return [factsOfUnreadFrame({ top, address, title, acts, actTexts, text, area }, loadRules())];
  }
  const told = { ...facts, top, address, acts: newestOf(facts.acts, acts) };
  const unheard = actTexts.filter((text) => !facts.actTexts.includes(text));
  if (unheard.length === 0) return [told];
  const claims = { top, address, title: '', acts: {}, actTexts: unheard, area: facts.area };
  const boxed = ALL_PROMPTS.some((name) => told.acts[name]);
  return [told, { ...factsOfUnreadFrame(claims, loadRules()), boxed }];
}

/** Of each act the tally that was counted last: not every act is told by itself, and some begin anew. */
function newestOf(read: Acts, told: Acts): Acts {
  const acts = { ...read, ...told };
  for (const name of ACT_NAMES) {
    const tally = read[name];
    if (tally && tally.lastAt > (told[name]?.lastAt ?? -1)) acts[name] = tally;
  }
  return acts;
}
