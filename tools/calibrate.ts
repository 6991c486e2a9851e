/**
 * Learns the weights of the judgement from facts gathered in a real browser (tools/gather-facts.ts).
 *
 *   npm run calibrate -- [FOLDER ...] [--write]        (default folder: out/facts)
 *
 * Prints what leaving one kit out at a time gives, a reliability table, and the misses and false alarms by name.
 * With --write the new weights go to rules/weights.json; the hand-set ones they start from stay in weights-prior.json.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { TabFacts } from '../src/detection/facts';
import { featuresOf } from '../src/detection/features/features';
import { joinFrames } from '../src/detection/frames/join-frames';
import { sumOf } from '../src/detection/judgement/given-locks';
import type { Weights } from '../src/detection/judgement/sum';
import { loadRules } from '../src/detection/phrases/rules';
import { isScam } from '../tests/eval/row';
import { type Example, fit } from './calibrate/model';
import { factsIn } from './explain/read-facts';
import { readJson } from './explain/read-file';

interface Row {
  id: string;
  class: string;
  kit?: string;
  kind?: string;
  stage: 'load' | 'click';
  facts: TabFacts;
}

const NO_FACTS = 'No facts found. Gather them first: npm run gather -- DIR';

/** Honest pages are left out in this many turns. */
const FOLDS = 10;

/** @throws Error that names the file where it holds no facts, or those of a version that weighed others */
function readRow(file: string): Row {
  const row = readJson(file) as Row; // as gather-facts.ts writes it; its facts are checked
  try {
    return { ...row, facts: factsIn(row) };
  } catch (error) {
    throw new Error(`${file}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function readRows(folders: readonly string[]): Row[] {
  return folders.flatMap((folder) => {
    if (!existsSync(folder)) throw new Error(`There is no folder ${folder}. ${NO_FACTS}`);
    return readdirSync(folder)
      .filter((file) => file.endsWith('.json'))
      .sort()
      .map((file) => readRow(join(folder, file)));
  });
}

/** A kit by its name; own pages by their kind; other pages by themselves. */
function groupOf(row: Row): string {
  if (isScam(row)) return `kit ${row.kit || row.kind || row.id}`;
  return row.id;
}

function examplesOf(rows: readonly Row[]): Example[] {
  const rules = loadRules();
  return rows
    .map((row) => {
      const facts = joinFrames(row.facts, rules);
      return {
        id: `${row.id} (${row.stage})`,
        group: groupOf(row),
        scam: isScam(row),
        facts,
        parts: featuresOf(facts),
      };
    })
    .filter(({ scam, parts }) => !scam || parts.scamWords > 0); // a page that shows nothing yet teaches nothing
}

/** Log-odds of every example by weights that have not seen its group. */
function leaveOut(examples: readonly Example[], prior: Weights): number[] {
  const groups = [...new Set(examples.filter((e) => e.scam).map((e) => e.group))];
  const honest = [...new Set(examples.filter((e) => !e.scam).map((e) => e.group))];
  const turns = groups.map((group) => new Set([group]));
  for (let fold = 0; fold < FOLDS; fold += 1)
    turns.push(new Set(honest.filter((_, at) => at % FOLDS === fold)));
  const found = new Map<Example, number>();
  turns.forEach((out, turn) => {
    const weights = fit(examples.filter((e) => !out.has(e.group)), prior); // prettier-ignore
    for (const example of examples)
      if (out.has(example.group))
        found.set(example, sumOf(example.facts, example.parts, weights).sum.logOdds);
    process.stderr.write(`\r${turn + 1}/${turns.length}`);
  });
  process.stderr.write('\n');
  return examples.map((example) => found.get(example) ?? 0);
}

function printLeaveOut(examples: readonly Example[], odds: readonly number[], warn: number): void {
  const wrong = examples
    .map((e, at) => ({ ...e, odds: odds[at] ?? 0 }))
    .filter((e) => e.scam !== e.odds >= warn);
  const scams = examples.filter((e) => e.scam);
  const missed = wrong.filter((e) => e.scam);
  const alarms = wrong.filter((e) => !e.scam);
  console.log(`Left out: ${scams.length - missed.length} of ${scams.length} scam looks caught, ${alarms.length} of ${examples.length - scams.length} honest looks alarmed.`); // prettier-ignore
  for (const { id, odds: value } of missed) console.log(`  missed      ${id} ${value.toFixed(2)}`);
  for (const { id, odds: value } of alarms) console.log(`  false alarm ${id} ${value.toFixed(2)}`);
}

function printReliability(examples: readonly Example[], odds: readonly number[]): void {
  console.log('When it says … it is right:');
  for (const [from, to] of [[0, 0.02], [0.02, 0.1], [0.1, 0.3], [0.3, 0.5], [0.5, 0.7], [0.7, 0.9], [0.9, 0.98], [0.98, 1.01]] as const) {
    const inside = examples.filter((_, at) => {
      const score = 1 / (1 + Math.exp(-(odds[at] ?? 0)));
      return score >= from && score < to;
    });
    const scams = inside.filter((e) => e.scam).length;
    const share = inside.length ? `${((100 * scams) / inside.length).toFixed(0)} %` : '–';
    console.log(`  ${from.toFixed(2)}–${Math.min(1, to).toFixed(2)}  ${String(inside.length).padStart(4)} looks  scam: ${share}`);
  }
} // prettier-ignore

function main(): void {
  const { values, positionals: folders } = parseArgs({
    allowPositionals: true,
    options: { write: { type: 'boolean', default: false } },
  });
  const rows = readRows(folders.length ? folders : ['out/facts']);
  if (!rows.length) throw new Error(NO_FACTS);
  const current = JSON.parse(readFileSync('rules/weights.json', 'utf8')) as Weights;
  const prior = {
    ...current,
    ...(JSON.parse(readFileSync('rules/weights-prior.json', 'utf8')) as Pick<Weights, 'bias' | 'weights'>),
  };
  const examples = examplesOf(rows);
  console.log(`${examples.length} looks at ${new Set(rows.map((row) => row.id)).size} pages.`);
  const odds = leaveOut(examples, prior);
  printLeaveOut(examples, odds, current.warn.balanced);
  printReliability(examples, odds);
  const fitted = fit(examples, prior);
  const own = examples.map((e) => sumOf(e.facts, e.parts, fitted).sum.logOdds);
  const lowest = Math.min(...own.filter((_, at) => examples[at]?.scam));
  const highest = Math.max(...own.filter((_, at) => !examples[at]?.scam));
  console.log(
    `Fitted on all: lowest scam look ${lowest.toFixed(2)}, highest honest look ${highest.toFixed(2)}.`,
  );
  if (!values.write) return;
  const round = (value: number) => Math.round(value * 100) / 100;
  const weights = Object.fromEntries(Object.entries(fitted.weights).map(([id, value]) => [id, round(value)]));
  writeFileSync(
    'rules/weights.json',
    `${JSON.stringify({ ...current, bias: round(fitted.bias), weights }, null, 2)}\n`,
  );
  console.log('Written: rules/weights.json');
}

main();
