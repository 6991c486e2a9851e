import reasonTexts from '../../src/texts/en/reasons.json';
import type { TabFacts } from '../../src/detection/facts';
import { featuresOf } from '../../src/detection/features/features';
import { joinFrames } from '../../src/detection/frames/join-frames';
import { judge } from '../../src/detection/judgement/judge';
import { sumOf } from '../../src/detection/judgement/given-locks';
import type { Weights } from '../../src/detection/judgement/sum';
import { familyOf, loadRules, type Family } from '../../src/detection/phrases/rules';
import weightData from '../../rules/weights.json';
import { say } from './say';

const texts: Record<string, string> = reasonTexts;
/** A weight with its sign, as wide as its neighbours. */
export const signed = (value: number): string =>
  `${value >= 0 ? '+' : '−'}${Math.abs(value).toFixed(2)}`.padStart(6);

/** A reason in English words; `…` for a value that is not there. */
export function sentence(id: string, values: Record<string, string> = {}): string {
  return (texts[`reason.${id}`] ?? id).replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '…');
}

/** Prints the verdict on a tab's facts: level, parts of the sum, every reason with its weight and features. */
export function printVerdict(facts: TabFacts, title: string): void {
  const rules = loadRules();
  const weights: Weights = weightData;
  const verdict = judge(facts, rules);
  const joined = joinFrames(facts, rules);
  const parts = featuresOf(joined);
  const { sum } = sumOf(joined, parts, weights);
  say(`\n${title}: ${verdict.level.toUpperCase()}  (${(verdict.score * 100).toFixed(1)} %, log-odds ${verdict.logOdds.toFixed(2)})`); // prettier-ignore
  if (verdict.injectedIntoHonestSite) say(`  ${sentence('injected')}`);
  say(`  start ${signed(weights.bias)}, words ${signed(sum.words)}, looks ${signed(sum.looks)}, acts ${signed(sum.acts)}, honest ${signed(sum.honest)}, locks too much ${signed(sum.over)}; sounds like a scam ${parts.scamWords.toFixed(2)}, traps: ${parts.trap ? 'yes' : 'no'}`); // prettier-ignore
  for (const { id, weight, values } of verdict.reasons) say(`  ${signed(weight)}  ${id.padEnd(22)} ${sentence(id, values)}`); // prettier-ignore
  const features = Object.entries({ ...parts.words, ...parts.looks, ...parts.acts, ...parts.honest })
    .map(([id, value]) => ({ id, value, gave: value * (weights.weights[id] ?? 0) }))
    .filter(({ gave }) => Math.abs(gave) >= 0.005)
    .sort((a, b) => b.gave - a.gave);
  say(`  features: ${features.map(({ id, value, gave }) => `${id} ${value.toFixed(2)} (${signed(gave).trim()})`).join(', ')}`); // prettier-ignore
  if (verdict.phones.length) say(`  numbers: ${verdict.phones.map((phone) => `${phone.shown} ×${phone.count}${phone.nearCall ? ', to call' : ''}${phone.fromAddress ? ', from the address' : ''}`).join('; ')}`); // prettier-ignore
  if (verdict.codes.length) say(`  codes: ${verdict.codes.join(', ')}`);
}

/** Prints which concepts of each family were seen, and which were not. */
export function printConcepts(facts: TabFacts): void {
  const rules = loadRules();
  const seen = joinFrames(facts, rules).concepts;
  const all = [...new Set(rules.labels.filter((label) => !label.brand).map((label) => label.concept))];
  for (const family of ['claim', 'threat', 'forbid', 'want', 'present', 'honest'] satisfies Family[]) {
    const mine = all.filter((concept) => familyOf(concept) === family);
    const found = mine.filter((concept) => seen.has(concept));
    const missed = mine.filter((concept) => !seen.has(concept));
    say(
      `  ${family.padEnd(8)} seen: ${found.join(', ') || 'none'}; not seen: ${missed.join(', ') || 'none'}`,
    );
  }
}
