import type { FeatureParts } from '../features/features';
import type { JoinedFacts } from '../frames/joined-facts';
import type { Weighed } from './given-locks';
import { isMildBox } from './mild-box';
import { type JudgeOptions, weigh, type Weights } from './sum';
import type { Level } from '../verdict';

/** A tab with all that is known of it for its level. */
export interface WeighedTab {
  facts: JoinedFacts;
  parts: FeatureParts;
  /** The sum, with and without the locks that a click gives. */
  given: Weighed;
}

/** Of a page's features those whose weight is its box's doing: what the box says, and that there seems to be no way out. */
function ofBox({ words, looks, acts }: FeatureParts, { weights }: Weights): { says: number; shuts: number } {
  const says = weigh({ 'dialog-says': words['dialog-says'] ?? 0, dialog: acts.dialog ?? 0 }, weights);
  return { says, shuts: weigh({ 'no-way-out': looks['no-way-out'] ?? 0 }, weights) };
}

/**
 * How much more than from any page is asked for: from a company's own one, and from one of which a single box is known. An
 * honest site's box ("your account is locked, call …") says what a scam's does; what tells them apart is the page. One
 * around which a site stands is not judged harder than one that nobody has read, nor milder than without its box.
 */
function lineOf(facts: JoinedFacts, parts: FeatureParts, weights: Weights): number {
  const official = facts.official ? weights.officialWarn : 0;
  if (parts.trap) return official;
  if (facts.onlyActTexts) return official + weights.dialogWarn;
  if (!isMildBox(facts)) return official;
  const { says, shuts } = ofBox(parts, weights);
  return official + Math.min(says, weights.dialogWarn + shuts);
}

/**
 * How far above the line a tab lies. `act` is for what holds the person fast, sounds like a scam and would be warned
 * of without its locks: a lesson or an exam may take the screen and quote a scam, and is not closed unasked; nor is a
 * page that sounds like honest ones as a whole. A loop of dialogs leaves nothing else to do: that one is closed
 * whatever the page says of itself.
 */
export function levelOf(
  { facts, parts, given }: WeighedTab,
  weights: Weights,
  { sensitivity }: JudgeOptions,
): Level {
  const { sum, withoutLocks } = given;
  const from = lineOf(facts, parts, weights) + weights.warn[sensitivity];
  if (sum.logOdds < from) return 'quiet';
  if (!(parts.trap || parts.jammed) || parts.scamWords < weights.actScamWords) return 'warn';
  if ((parts.acts['dialog-loop'] ?? 0) > 0) return 'act';
  // A kiosk out of order or a game with a siren acts and speaks like a locker; its wording as a whole is honest.
  if (!parts.jammed && facts.wording <= weights.honestWording) return 'warn';
  const least = parts.wants === 0 ? weights.lesson : weights.honestAct;
  if (weigh(parts.honest, weights.weights) <= least) return 'warn';
  // Of a page that was busy before it could be read little more than the title is known.
  return withoutLocks >= from + (parts.jammed ? 0 : weights.actMargin) ? 'act' : 'warn';
}
