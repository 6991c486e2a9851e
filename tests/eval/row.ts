import type { Level } from '../../src/detection/verdict';

/** What one page gave. `--json` writes an array of these. */
export interface Row {
  id: string;
  class: string;
  language: string;
  kind: string;
  level: Level;
  /** Before or after the person did something, a click or OK in a box; null when quiet. */
  stage: 'load' | 'click' | null;
  /** False where it was noticed and no warning (or guide) page came; missing when quiet and in rows from before. */
  warned?: boolean;
  /** ms from the start of the document to the warning (or guide) page; null when quiet or without one. */
  ms: number | null;
  /** ms from the start of the document to the verdict; null when quiet. Its text was seen later than it began. */
  verdictMs: number | null;
  reasons: string[];
  /** Why the page could not be judged, if so. */
  trouble?: string;
}

/** Honest pages must stay quiet, the others must not. */
export function isScam({ class: group }: Pick<Row, 'class'>): boolean {
  return group === 'positive' || group === 'scam';
}

/** Whether the extension warned of it: a verdict that nobody is told of is none. */
export function wasWarned({ level, warned }: Pick<Row, 'level' | 'warned'>): boolean {
  return level !== 'quiet' && warned !== false;
}

/** The value at a share (0..1) of the sorted list; NaN of an empty one. */
export function quantile(values: number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}
