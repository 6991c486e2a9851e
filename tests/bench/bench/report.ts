import { writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { ROOT } from '../../rig/dist';
import { table } from '../../eval/report';
import { METRICS, VARIANTS, type Sample, type Variant } from './measure';
import { median, pairedRatio } from './statistics';

/** What `--json` writes; ratios are to the browser without an extension. */
export interface BenchRow {
  browser: string;
  page: string;
  variant: Variant;
  metric: keyof Sample;
  median: number;
  ratioToNone: number;
  low: number;
  high: number;
}

export type Samples = Map<string, Record<Variant, Sample[]>>;

const UNITS: Record<keyof Sample, string> = {
  script: 'script ms',
  task: 'main thread ms',
  load: 'load ms',
  paint: 'first paint ms',
  heap: 'heap MB',
};

const round = (value: number, digits = 2) => (Number.isFinite(value) ? Number(value.toFixed(digits)) : 0);

/** One row a page, variant and metric. */
export function rowsOf(browser: string, samples: Samples): BenchRow[] {
  return [...samples].flatMap(([page, byVariant]) =>
    VARIANTS.flatMap((variant) =>
      METRICS.map((metric) => {
        const ours = byVariant[variant].map((sample) => sample[metric]);
        const none = byVariant.none.map((sample) => sample[metric]);
        const { ratio, low, high } = pairedRatio(ours, none);
        const numbers = {
          median: round(median(ours)),
          ratioToNone: round(ratio, 3),
          low: round(low, 3),
          high: round(high, 3),
        };
        return { browser, page, variant, metric, ...numbers };
      }),
    ),
  );
}

/** Script time over the floor, ms: the median of the paired differences between ours and the empty extension. */
export function overTheFloor(samples: Samples): [string, number][] {
  return [...samples].map(([page, { ours, empty }]) => [
    page,
    round(median(ours.map((sample, index) => sample.script - (empty[index]?.script ?? NaN)))),
  ]);
}

/** The table of a run in plain text. */
export function benchTable(rows: readonly BenchRow[]): string {
  const lines = rows.map((row) => [
    `${row.page} ${UNITS[row.metric]}`,
    row.variant,
    row.median,
    row.variant === 'none' ? '' : `${row.ratioToNone} (${row.low}–${row.high})`,
  ]);
  return table(['page and metric', 'variant', 'median', 'ratio to none (95 %)'], lines);
}

/** Writes docs/performance.md from a run. */
export function writeDocument(
  version: string,
  rounds: number,
  samples: Samples,
  rows: readonly BenchRow[],
): void {
  const floor = overTheFloor(samples).map(([page, ms]) => `| ${page} | ${ms} |`);
  const text = `# Performance

What the extension costs a page, measured by \`npm run bench\`; run it again to get your own numbers.

- Browser: ${version}, headless. Machine: ${cpus().length} × ${cpus()[0]?.model.trim() ?? 'unknown'}, ${Math.round(totalmem() / 1e9)} GB, ${process.platform}.
- Date: ${new Date().toISOString().slice(0, 10)}. ${rounds} rounds; in each, every page is loaded once in each of three browsers in random order: without an extension, with one whose content scripts are empty (the floor), and with this one.
- Times are read from the browser's own metrics (\`Performance.getMetrics\`) one second after the load event; ratios are of medians, with the 95 % interval of a paired bootstrap.

## Script time over the floor

Median of the paired differences, ours minus empty, ms of the page's main thread.

| page | ms |
|---|---|
${floor.join('\n')}

## Everything

\`\`\`
${benchTable(rows)}
\`\`\`
`;
  writeFileSync(join(ROOT, 'docs/performance.md'), text);
}
