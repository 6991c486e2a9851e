import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, totalmem } from 'node:os';
import { join } from 'node:path';
import type { BrowserKind } from '../../rig/browser-rig';
import { ROOT } from '../../rig/dist';
import { machineSpeed } from './machine-speed';
import type { Metric } from './sample';
import type { Difference } from './statistics';
import type { Variant } from './variants';

/** What `--json` writes; ratios are to the browser without an extension, null where that has nothing to divide by. */
export interface BenchRow {
  browser: string;
  page: string;
  variant: Variant;
  metric: Metric;
  median: number;
  ratioToNone: number | null;
  low: number | null;
  high: number | null;
}

/** What every part of a run says about itself. */
interface Head {
  browser: BrowserKind;
  /** Page, curve or scene. */
  name: string;
  date: string;
  version: string;
  machine: string;
  /** Load average of the last minutes at the end: well above 1, other work was in the way. */
  load: number;
  /** ms that a fixed calculation took at the end; not known of what was measured before 29 November 2026. */
  speed?: number;
  /** Pairs, closings or visits. */
  rounds: number;
}

export interface PagesResult extends Head {
  kind: 'pages';
  rows: BenchRow[];
  /** Ours minus the floor, median of the pairs. */
  overFloor: Partial<Record<Metric, Difference>>;
}

export interface TimesResult extends Head {
  kind: 'closing';
  /** Times of each way of being noticed and closed, ms; a round in which it did not come to that has none. */
  times: Record<string, number[]>;
  /** Pages that were not closed in time. */
  missed: number;
  /** How much longer they took than in the other build of SANGFROID_AGAINST, ms. */
  against?: Record<string, Difference>;
}

export interface GrowthResult extends Head {
  kind: 'growth';
  /** What `size` counts and `cost` measures. */
  unit: string;
  points: { size: number; cost: number }[];
  /** Null where fewer than two points could be counted. */
  exponent: number | null;
  /** The same between the two largest sizes. */
  tail: number | null;
}

/** Named figures: idle browsing, many tabs, many pages one after the other. */
export interface FiguresResult extends Head {
  kind: 'idle' | 'tabs' | 'memory';
  how: string;
  /** What could not be known has no number. */
  figures: Record<string, Partial<Record<Variant, number>>>;
}

/** ms that each part of each of our scripts takes, on the first and the next page of a process. */
export interface SplitResult extends Head {
  kind: 'split';
  parts: Record<string, { first: number; next: number }>;
}

/** µs that the first touch of something costs each document, in the page's world and in the isolated one. */
export interface TouchesResult extends Head {
  kind: 'touches';
  touches: Record<string, { page: number; isolated: number }>;
}

export type Result = PagesResult | TimesResult | GrowthResult | FiguresResult | SplitResult | TouchesResult;

const FILE = join(ROOT, 'docs/performance.json');

const keyOf = ({ kind, browser, name }: Result): string => `${kind}/${browser}/${name}`;

/** The parts measured so far, each with its own date. */
function readResults(): Result[] {
  return existsSync(FILE) ? (JSON.parse(readFileSync(FILE, 'utf8')) as Result[]) : []; // written below
}

/** Puts newly measured parts in the place of those of the same kind, browser and name. */
export function keepResults(fresh: readonly Result[]): Result[] {
  const all = new Map(readResults().map((one) => [keyOf(one), one]));
  for (const one of fresh) all.set(keyOf(one), one);
  const kept = [...all].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, one]) => one);
  writeFileSync(FILE, `${JSON.stringify(kept, null, 1)}\n`);
  return kept;
}

/** The machine in a few words. */
function machine(): string {
  return `${cpus().length} × ${cpus()[0]?.model.trim() ?? 'unknown'}, ${Math.round(totalmem() / 1e9)} GB, ${process.platform}`;
}

/** The head of a part measured now. */
export function headOf(browser: BrowserKind, version: string, name: string, rounds: number): Head {
  const date = new Date().toISOString().slice(0, 10);
  const load = rounded(loadavg()[1] ?? 0, 1);
  const speed = rounded(machineSpeed(), 0);
  return { browser, name, version, rounds, machine: machine(), load, speed, date };
}

/** A number as it is kept: so many digits, nothing that JSON cannot hold. */
export function rounded(value: number, digits = 2): number {
  return Number.isFinite(value) ? Number(value.toFixed(digits)) : 0;
}

/** Takes in what one variant showed; NaN is what could not be known. */
export function addFigures(
  figures: FiguresResult['figures'],
  variant: Variant,
  found: Record<string, number>,
): void {
  for (const [name, value] of Object.entries(found)) {
    const row = (figures[name] ??= {});
    if (Number.isFinite(value)) row[variant] = value;
  }
}

/** The same as `rounded`, but NaN of what could not be known. */
export function roundedIfKnown(value: number, digits = 2): number {
  return roundedOrNull(value, digits) ?? Number.NaN;
}

/** The same, but null of what could not be computed. */
export function roundedOrNull(value: number, digits = 2): number | null {
  return Number.isFinite(value) ? rounded(value, digits) : null;
}
