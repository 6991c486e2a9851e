import weightData from '../../../rules/weights.json';
import type { TabFacts } from '../facts';
import { type FeatureParts, featuresOf } from '../features/features';
import { sumOf } from './given-locks';
import { injected, isHandedOver } from './injected';
import { isLarge } from '../frames/frame-weight';
import { joinFrames } from '../frames/join-frames';
import type { JoinedFacts } from '../frames/joined-facts';
import { levelOf, type WeighedTab } from './level';
import { loadRules, type Rules } from '../phrases/rules';
import { asSeen, worstOf } from '../frames/seen-frames';
import { reasonsOf } from './reasons';
import type { JudgeOptions, Weights } from './sum';
import { isGraver, type Level, type Verdict } from '../verdict';

const weights: Weights = weightData;

const weighedTab = (facts: JoinedFacts, parts: FeatureParts): WeighedTab => ({
  facts,
  parts,
  given: sumOf(facts, parts, weights),
});

/** The level; what no rule could read is no more than warned of, unless what was read is enough to close it. */
function levelFor(tab: WeighedTab, options: JudgeOptions): Level {
  const level = levelOf(tab, weights, options);
  if (level !== 'act' || tab.parts.unread === null) return level;
  const spoken = weighedTab(tab.facts, featuresOf(tab.facts, null));
  return levelOf(spoken, weights, options) === 'act' ? 'act' : 'warn';
}

/**
 * A page is not closed unasked for what only a small frame in it says and does: an advert must not have its host
 * closed. Where the page does not answer any more the person is held, whoever does it, and it ends closed all the same.
 */
function onlyInsets(
  { frames, route }: TabFacts,
  parts: FeatureParts,
  rules: Rules,
  options: JudgeOptions,
): boolean {
  if (parts.jammed || frames.every(isLarge)) return false;
  return judgeOnce({ frames: frames.filter(isLarge), route }, rules, options).level === 'quiet';
}

/** The verdict on these facts alone, however much of the frames is in view. */
function judgeOnce(tab: TabFacts, rules: Rules, options: JudgeOptions): Verdict {
  const facts = joinFrames(tab, rules);
  const parts = featuresOf(facts);
  const weighed = weighedTab(facts, parts);
  const injectedIntoHonestSite = injected(facts);
  let level = levelFor(weighed, options);
  if (level === 'act' && onlyInsets(tab, parts, rules, options)) level = 'warn';
  const { logOdds } = weighed.given.sum;
  return {
    level: injectedIntoHonestSite && level === 'quiet' ? 'warn' : level,
    score: 1 / (1 + Math.exp(-logOdds)),
    logOdds,
    reasons: reasonsOf(facts, parts, weights.weights),
    phones: [...facts.phones],
    codes: [...facts.codes],
    injectedIntoHonestSite,
  };
}

const isWorse = (one: Verdict, other: Verdict): boolean =>
  one.level === other.level ? one.logOdds > other.logOdds : isGraver(one.level, other.level);

/**
 * Judges a tab.
 * Takes the facts of its frames (in any order) and the rules; returns the verdict with its reasons, most telling
 * first. Pure; the same facts give the same verdict. No frame that is known to be unseen makes it milder.
 */
export function judge(
  tab: TabFacts,
  rules: Rules = loadRules(),
  options: JudgeOptions = { sensitivity: 'balanced' },
): Verdict {
  const alone = (frame: TabFacts): number => judgeOnce(frame, rules, options).logOdds;
  return asSeen(tab, alone)
    .map((seen) => judgeOnce(seen, rules, options))
    .reduce((worst, next) => (isWorse(next, worst) ? next : worst));
}

/** Whether a tab with frames in it may be judged worse once it is known how much of each is in view. */
export function mayBeTempered(
  tab: TabFacts,
  { level }: Verdict,
  options: JudgeOptions,
  rules: Rules = loadRules(),
): boolean {
  if (level === 'act' || tab.frames.every(({ top }) => top)) return false;
  const facts = worstOf(tab, rules);
  const worst = levelFor(weighedTab(facts, featuresOf(facts)), options);
  if (level === 'quiet' && facts.addressCall && facts.phones.some(isHandedOver)) return true;
  return isGraver(worst, level);
}
