import reasonData from '../../../rules/reasons.json';
import weightData from '../../../rules/weights.json';
import brandData from '../../../rules/brands.json';
import type { PhoneFact, TabFacts } from '../facts';
import { type FeatureParts, featuresOf } from '../features/features';
import { sumOf } from './given-locks';
import { isLarge, joinFrames, type JoinedFacts } from '../frames/join-frames';
import { levelOf, type WeighedTab } from './level';
import { PROSE_PAGE } from '../text/prose';
import { loadRules, type Rules } from '../phrases/rules';
import { asSeen, worstOf } from '../frames/seen-frames';
import type { JudgeOptions, Weights } from './sum';
import { LEVELS, type Level, type Reason, type Verdict } from '../verdict';
import { strengthOf, type ConceptName } from '../features/voices';

const weights: Weights = weightData;

type ReasonId = keyof typeof reasonData;

const reasonIds = Object.keys(reasonData) as ReasonId[]; // the keys it was written with
const reasonOf = new Map<string, ReasonId>(
  reasonIds.flatMap((reason) => reasonData[reason].map((id) => [id, reason] as const)),
);

/** Values for the sentences: the company named most, the number, the code. */
function sentenceValues(facts: JoinedFacts): Record<string, string> {
  const [brand] = [...facts.brands].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  const labels = brandData.brands as Record<string, { label?: string } | undefined>;
  const values: Record<string, string> = { brand: brand ? (labels[brand[0]]?.label ?? '') : '' };
  values.phone = facts.phones.find((phone) => phone.nearCall)?.shown ?? facts.phones[0]?.shown ?? '';
  values.code = facts.codes[0] ?? '';
  return values;
}

/** Which placeholder a reason's sentence uses. */
const VALUE_OF: Partial<Record<ReasonId, 'brand' | 'phone' | 'code'>> = {
  'claims-company': 'brand',
  'wants-call': 'phone',
  'number-everywhere': 'phone',
  'holds-with-number': 'phone',
  'number-from-link': 'phone',
  'shows-code': 'code',
};

/** A reason that weighs less (log-odds) decided nothing, and is not told. */
const LEAST_WEIGHT = 0.05;

/** Weighs much and names nothing: a person is told first what the page says and does. */
const LEAST_TELLING: ReasonId = 'sounds-like';

function reasonsOf(facts: JoinedFacts, parts: FeatureParts): Reason[] {
  const sums = new Map<ReasonId, number>();
  for (const part of [parts.words, parts.looks, parts.acts, parts.honest])
    for (const [id, value] of Object.entries(part)) {
      const reason = reasonOf.get(id);
      if (reason) sums.set(reason, (sums.get(reason) ?? 0) + value * (weights.weights[id] ?? 0));
    }
  const values = sentenceValues(facts);
  const reasons: Reason[] = [];
  for (const [id, weight] of sums) {
    if (Math.abs(weight) < LEAST_WEIGHT) continue;
    const name = VALUE_OF[id];
    const value = name ? values[name] : undefined;
    const rounded = Math.round(weight * 100) / 100;
    // A sentence with a placeholder has a plain twin for when its value is not known.
    if (!name) reasons.push({ id, weight: rounded });
    else if (value) reasons.push({ id, weight: rounded, values: { [name]: value } });
    else reasons.push({ id: `${id}.plain`, weight: rounded });
  }
  return reasons.sort(
    (a, b) =>
      Number(b.weight > 0) - Number(a.weight > 0) ||
      Number(a.id === LEAST_TELLING) - Number(b.id === LEAST_TELLING) ||
      Math.abs(b.weight) - Math.abs(a.weight),
  );
}

/** From so many other sites linked to on a page is a list of what they say. */
const LIST_SITES = 8;

/**
 * A page that warns of scams, or answers a person who asked about a number: a text about them, the results of a search.
 * A scam named in a few words is no sign of that: what is put into a site often speaks of "fraud" itself.
 */
function isAnswer({ concepts, structure }: JoinedFacts): boolean {
  const heard = (name: ConceptName): boolean => strengthOf(concepts, name) > 0;
  if (heard('refutes') || heard('advice')) return true;
  return structure.proseLength >= PROSE_PAGE && (heard('scam-named') || structure.outLinks >= LIST_SITES);
}

/** A site of more than one page has so many links to its own pages at least, and no layer over so much of the screen (share). */
const SITE_LINKS = 5;
const COVERED = 0.5;

/** A number to call that the address carried in. */
const isHandedOver = ({ fromAddress, nearCall }: PhoneFact): boolean => fromAddress && nearCall;

/** A genuine site with a number to call that came in through the link: the address itself asks to call it. */
function injected(facts: JoinedFacts): boolean {
  const { structure, looks } = facts;
  const genuine =
    facts.official ||
    (structure.navigation && structure.siteLinks >= SITE_LINKS && looks.layerCover < COVERED);
  if (!genuine || !facts.addressCall || isAnswer(facts)) return false;
  return facts.phones.some(isHandedOver);
}

const weighedTab = (facts: JoinedFacts, parts: FeatureParts): WeighedTab => ({
  facts,
  parts,
  weighed: sumOf(facts, parts, weights),
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
  if (parts.jammed >= 1 || frames.every(isLarge)) return false;
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
  const { logOdds } = weighed.weighed.sum;
  return {
    level: injectedIntoHonestSite && level === 'quiet' ? 'warn' : level,
    score: 1 / (1 + Math.exp(-logOdds)),
    logOdds,
    reasons: reasonsOf(facts, parts),
    phones: [...facts.phones],
    codes: [...facts.codes],
    injectedIntoHonestSite,
  };
}

const isWorse = (one: Verdict, other: Verdict): boolean =>
  one.level === other.level
    ? one.logOdds > other.logOdds
    : LEVELS.indexOf(one.level) > LEVELS.indexOf(other.level);

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
export function mayBeTempered(tab: TabFacts, { level }: Verdict, options: JudgeOptions): boolean {
  if (level === 'act' || tab.frames.every(({ top }) => top)) return false;
  const facts = worstOf(tab, loadRules());
  const worst = levelFor(weighedTab(facts, featuresOf(facts)), options);
  if (level === 'quiet' && facts.addressCall && facts.phones.some(isHandedOver)) return true;
  return LEVELS.indexOf(worst) > LEVELS.indexOf(level);
}
