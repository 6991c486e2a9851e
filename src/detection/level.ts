import type { ActName, Acts } from './facts';
import { type FeatureParts, featuresOf } from './features';
import type { JoinedFacts } from './join-frames';
import { addUp, type JudgeOptions, type Sum, weigh, type Weights } from './sum';
import type { Level } from './verdict';

/** What a person gives a page with a click, to an exam or a game as well as to a scam; so does a stray key. */
const GIVEN: ReadonlySet<string> = new Set<ActName>([
  'fullscreen',
  'keyboard-lock',
  'pointer-lock',
  'beforeunload',
  'block-key',
  'block-menu',
]);

/** The same tab before it took anything: no locks, not in full screen. */
function unlocked(facts: JoinedFacts): JoinedFacts {
  const acts: Acts = Object.fromEntries(Object.entries(facts.acts).filter(([name]) => !GIVEN.has(name)));
  const looks = { ...facts.looks, fullscreen: false };
  return { ...facts, acts, looks };
}

/**
 * How far above the line a tab lies. `act` is for what holds the person fast, sounds like a scam and would be warned
 * of without its locks: a lesson or an exam may take the screen and quote a scam, and is not closed unasked. A loop
 * of dialogs leaves nothing else to do: that one is closed whatever the page says of itself.
 */
export function levelOf(
  facts: JoinedFacts,
  parts: FeatureParts,
  sum: Sum,
  weights: Weights,
  { sensitivity }: JudgeOptions,
): Level {
  const from = weights.warn[sensitivity] + (facts.official ? weights.officialWarn : 0);
  if (sum.logOdds < from) return 'quiet';
  if (Math.max(parts.trap, parts.jammed) < 1 || parts.scamWords < weights.actScamWords) return 'warn';
  if ((parts.acts['dialog-loop'] ?? 0) > 0) return 'act';
  const least = parts.wants === 0 ? weights.lesson : weights.honestAct;
  if (weigh(parts.honest, weights.weights) <= least) return 'warn';
  const bare = addUp(featuresOf(unlocked(facts)), weights).logOdds;
  // Of a page that was busy before it could be read little more than the title is known.
  return bare >= from + (parts.jammed >= 1 ? 0 : weights.actMargin) ? 'act' : 'warn';
}
