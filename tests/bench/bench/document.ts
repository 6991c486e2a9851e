import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../../rig/dist';
import { exponentText, leftOutText } from './growth';
import { BENCH_PAGES } from './pages';
import type { BenchRow, FiguresResult, GrowthResult, Result } from './results';
import { METRICS, type Metric } from './sample';
import { timesInShort } from './statistics';
import { verdict } from './target';
import { RULES_CURVE, targetsOf } from './targets';
import { VARIANTS } from './variants';

const FILE = join(ROOT, 'docs/performance.md');

/** From this line on the document is written by hand, and kept. */
const BY_HAND = '## What was tried';

const HEAD = `# Performance

What the extension costs, measured by \`npm run bench -- --only all --pages all\` (hours; without these words it measures the tiny page and the article alone); run it again to get your own numbers. Each part says when, with what and on what it was measured; \`docs/performance.json\` holds the figures, and a run replaces only the parts that it measured.

- Compared are a browser without an extension (\`none\`), one with an extension of as many content scripts that are all empty (\`empty\`, the floor), and one with this extension (\`ours\`). In each round every page is visited once in each of the three browsers, in random order; figures are medians, ratios are of medians with the 95 % interval of a paired bootstrap.
- **First page**: in a new tab with a new process, where nothing is compiled yet. **Next page**: another page in the same tab and process. Both occur to everyone; the targets are held against both.
- **Script** (Chromium): \`ScriptDuration\` plus \`V8CompileDuration\` of \`Performance.getMetrics\` in thread time: running and compiling of the page's and the extensions' scripts on the page's main thread. Firefox has no such figure: the CPU of the page's process stands in its place. For the growth its profiler tells it: the CPU time of all samples of the page's main thread in whose stack script stands.
- **Renderer CPU**: time on the CPU of all threads of the page's process (\`/proc\`). **Browser memory a tab**: proportional set size of all processes of the browser with the tab open, minus the same before. **Heap**: after a forced collection; in Chromium the page's living objects, in Firefox the script heap of its process.
- **Calculation**: how long a fixed piece of arithmetic took right after (\`machine-speed.ts\`). Times of two machines can only be set beside each other where it is alike.`;

function table(head: readonly string[], lines: readonly (string | number)[][]): string {
  const row = (cells: readonly (string | number)[]) => `| ${cells.join(' | ')} |`;
  return [row(head), row(head.map(() => '---')), ...lines.map(row)].join('\n');
}

const measured = ({ date, version, machine, load, speed, rounds }: Result, what: string) =>
  `Measured ${date}: ${version} headless, ${rounds} ${what}, ${machine}, load average ${load}${speed === undefined ? '' : `, calculation ${speed} ms`}.`;

function targetTable(results: readonly Result[]): string {
  const lines = targetsOf(results).map((one) => [
    one.what,
    one.browser,
    one.asked,
    one.measured,
    verdict(one),
  ]);
  return `## Targets\n\n${table(['what', 'browser', 'asked', 'measured (95 %)', ''], lines)}`;
}

const ratio = ({ ratioToNone, low, high }: BenchRow) =>
  ratioToNone === null ? '' : ` (× ${ratioToNone}, ${low} to ${high})`;

function pagesPart(results: readonly Result[]): string {
  const parts = results.flatMap((result) => {
    if (result.kind !== 'pages') return [];
    const metrics = [...new Set(result.rows.map(({ metric }) => metric))];
    const cell = (metric: Metric, variant: string) => {
      const row = result.rows.find((one) => one.metric === metric && one.variant === variant);
      return row ? `${row.median}${variant === 'none' ? '' : ratio(row)}` : '';
    };
    const over = (metric: Metric) => {
      const found = result.overFloor[metric];
      return found ? `${found.value} (${found.low} to ${found.high})` : '';
    };
    const lines = metrics.map((metric) => [
      METRICS[metric],
      ...VARIANTS.map((variant) => cell(metric, variant)),
      over(metric),
    ]);
    const words = BENCH_PAGES[result.name]?.words ?? '';
    return [
      `### ${result.name} in ${result.browser}: ${words}\n\n${measured(result, 'pairs')}\n\n${table(['', ...VARIANTS, 'ours over the floor'], lines)}`,
    ];
  });
  return parts.length > 0 ? `## Pages\n\n${parts.join('\n\n')}` : '';
}

const CLOSING_HOW =
  '*Asleep*: the worker was stopped half a second before the page came. That it noticed something the worker tells itself, so its own start is not in what is counted from *noticed* or *first suspicion*, nor in a press, which comes when it runs. The start is in *words visible to warning in front*, and in Chromium in *page begins its dialogs to closed by itself* (counted since 2 December 2026; in Firefox the words of that page have woken the worker a second before).';

function closingPart(results: readonly Result[]): string {
  const parts = results.flatMap((result) => {
    if (result.kind !== 'closing') return [];
    const lines = Object.entries(result.times).map(([name, times]) => [
      name,
      times.length < result.rounds ? `${times.length} of ${result.rounds}` : times.length,
      ...timesInShort(times),
    ]);
    return [
      `### ${result.browser}\n\n${measured(result, 'pages each')}\n\n${table(['ms', 'times', 'median', 'longest'], lines)}`,
    ];
  });
  return parts.length > 0 ? `## Noticed, warned, closed\n\n${CLOSING_HOW}\n\n${parts.join('\n\n')}` : '';
}

/** A curve as lines of text: size, cost, and a bar that is half as long as the whole for half the cost. */
export function curve({ points }: Pick<GrowthResult, 'points'>): string {
  const most = Math.max(...points.map(({ cost }) => cost), Number.MIN_VALUE);
  return points
    .map(({ size, cost }) => {
      const bar = '#'.repeat(Math.max(0, Math.round((40 * cost) / most)));
      return `${String(size).padStart(10)}  ${cost.toFixed(2).padStart(9)}  ${bar}`.trimEnd();
    })
    .join('\n');
}

function leftOut(result: GrowthResult): string {
  const text = leftOutText(result);
  return text && `; ${text}`;
}

function growthPart(results: readonly Result[]): string {
  const parts = results.flatMap((result) => {
    if (result.kind !== 'growth') return [];
    return [
      `### ${result.name}${result.name === RULES_CURVE ? '' : ` in ${result.browser}`}\n\n${measured(result, 'times each point')} ${result.unit}. Fitted exponent: **${exponentText(result.exponent)}**, between the two largest sizes ${exponentText(result.tail)} (1 is linear, 0 is flat${leftOut(result)}).\n\n\`\`\`\n${curve(result)}\n\`\`\``,
    ];
  });
  return parts.length > 0 ? `## Growth\n\n${parts.join('\n\n')}` : '';
}

function splitPart(results: readonly Result[]): string {
  const parts = results.flatMap((result) => {
    if (result.kind !== 'split') return [];
    const lines = Object.entries(result.parts).map(([name, { first, next }]) => [name, first, next]);
    return [
      `### ${result.name}\n\n${measured(result, 'visits')}\n\n${table(['', 'first page ms', 'next page ms'], lines)}`,
    ];
  });
  const how =
    "CPU of the main thread by Chromium's own tracing, which takes some time itself, so that the sum is larger than above.";
  return parts.length > 0 ? `## What costs what\n\n${how}\n\n${parts.join('\n\n')}` : '';
}

function touchesPart(results: readonly Result[]): string {
  const found = results.find((result) => result.kind === 'touches');
  if (!found) return '';
  const lines = Object.entries(found.touches).map(([name, { page, isolated }]) => [name, page, isolated]);
  const how =
    'µs of script a document, 41 of them (a page and its 40 frames), on the next pages of a process: what a script that does nothing else costs over an empty one in the same world. The pages have no script of their own; one that has pays for most of this itself in its own world, but never in the isolated one.';
  return `## What a first touch costs\n\n${measured(found, 'rounds')} ${how}\n\n${table(['', "page's world", 'isolated world'], lines)}`;
}

const COUNTED: Record<FiguresResult['kind'], string> = { idle: 'minutes', tabs: 'tabs', memory: 'pages' };

function figuresPart(results: readonly Result[], kind: FiguresResult['kind'], title: string): string {
  const parts = results.flatMap((result) => {
    if (result.kind !== kind) return [];
    const lines = Object.entries(result.figures).map(([name, values]) => [
      name,
      ...VARIANTS.map((variant) => values[variant] ?? ''),
    ]);
    return [
      `### ${result.browser}\n\n${measured(result, COUNTED[kind])} ${result.how}\n\n${table(['', ...VARIANTS], lines)}`,
    ];
  });
  return parts.length > 0 ? `## ${title}\n\n${parts.join('\n\n')}` : '';
}

/** What stands below BY_HAND in the document of today. */
function writtenByHand(): string {
  const now = existsSync(FILE) ? readFileSync(FILE, 'utf8') : '';
  const from = now.indexOf(BY_HAND);
  return from >= 0 ? now.slice(from).trimEnd() : `${BY_HAND}\n\nNothing written yet.`;
}

/** Writes docs/performance.md from all results kept; what was written by hand below "What was tried" stays. */
export function writeDocument(results: readonly Result[]): void {
  const parts = [
    HEAD,
    targetTable(results),
    pagesPart(results),
    splitPart(results),
    touchesPart(results),
    closingPart(results),
    figuresPart(results, 'idle', 'Idle browsing'),
    figuresPart(results, 'tabs', 'Many tabs'),
    figuresPart(results, 'memory', 'Many pages, one after the other'),
    growthPart(results),
    writtenByHand(),
  ];
  writeFileSync(FILE, `${parts.filter((part) => part !== '').join('\n\n')}\n`);
}
