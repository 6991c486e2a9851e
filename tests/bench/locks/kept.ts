import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Technique } from '../../pages/locks/technique';
import { ROOT } from '../../rig/dist';
import type { HonestRow } from './honest';
import type { Row } from './row';
import { report } from './table';

/** The rows that docs/locks.md shows. */
const KEPT_FILE = join(ROOT, 'tests/bench/locks/rows.json');
/** Written by hand: what the rows cannot say. */
const NOTES_FILE = join(ROOT, 'tests/bench/locks/open-ends.md');
const DOC_FILE = join(ROOT, 'docs/locks.md');

export interface RunFacts {
  versions: readonly string[];
  date: Date;
}

interface Kept {
  versions: string[];
  rows: Row[];
  honest: HonestRow[];
}

/** What a run found. */
export type Found = Pick<Kept, 'rows' | 'honest'>;

function read(): Kept {
  if (!existsSync(KEPT_FILE)) return { versions: [], rows: [], honest: [] };
  return JSON.parse(readFileSync(KEPT_FILE, 'utf8')) as Kept; // only keep() writes it
}

/** The rows that were kept from earlier runs. */
export const readKept = (): Found => read();

const same = (one: Row, other: Row): boolean =>
  one.technique === other.technique && one.browser === other.browser;

/** Puts new rows in the place of old ones, drops those of techniques that are no more, writes the document. */
export function keep(found: Found, techniques: readonly Technique[], run: RunFacts): void {
  const before = read();
  const fresh = found.rows;
  const again = (old: HonestRow): boolean =>
    found.honest.some((row) => row.page === old.page && row.browser === old.browser);
  const honest = [...before.honest.filter((old) => !again(old)), ...found.honest];
  const order = new Map(techniques.map(({ id }, index) => [id, index]));
  const rows = [...before.rows.filter((old) => !fresh.some((row) => same(old, row))), ...fresh]
    .filter(({ technique }) => order.has(technique))
    .sort(
      (a, b) =>
        (order.get(a.technique) ?? 0) - (order.get(b.technique) ?? 0) || (a.browser < b.browser ? -1 : 1),
    );
  const products = run.versions.map((version) => version.split('/')[0]);
  const others = before.versions.filter((version) => !products.includes(version.split('/')[0]));
  const versions = [...others, ...run.versions].sort();
  writeFileSync(KEPT_FILE, `${JSON.stringify({ versions, rows, honest }, null, 1)}\n`);
  const notes = readFileSync(NOTES_FILE, 'utf8');
  writeFileSync(DOC_FILE, `${report({ rows, honest }, techniques, { ...run, versions })}\n${notes}`);
}

/**
 * What of `fresh` is worse than in `before`, in words. Times are not compared: the same build takes three times as long
 * beside other work, so a limit wide enough to be quiet would tell of nothing but what the bench calls not closed anyway.
 */
export function worseRows(fresh: readonly Row[], before: readonly Row[]): string[] {
  return fresh.flatMap((row) => {
    const old = before.find((one) => same(one, row));
    if (!old) return [];
    const lost: string[] = [];
    if (old.noticed && !row.noticed) lost.push('not noticed any more');
    if (old.oneClick && !row.oneClick) lost.push('one click does not close it any more');
    if (old.byItself && !row.byItself) lost.push('does not close by itself any more');
    if (!old.windowLost && row.windowLost) lost.push('takes the window with it now');
    if (!old.cameBack && row.cameBack) lost.push('comes back now');
    if (!old.tabLeft && row.tabLeft) lost.push('leaves a tab now');
    if (!old.soundLeft && row.soundLeft) lost.push('leaves a sound now');
    if (old.muted !== false && row.muted === false) lost.push('is not muted behind its warning');
    if (old.real && !row.real) lost.push('a button did not show, its request stood in for it');
    return lost.map((what) => `${row.technique}, ${row.browser}: ${what}`);
  });
}

/** Honest pages that `before` does not know as alarms, and those that were left alone and could not be watched now. */
export function worseHonest(fresh: readonly HonestRow[], before: readonly HonestRow[]): string[] {
  return fresh.flatMap((row) => {
    const old = before.find(({ page, browser }) => page === row.page && browser === row.browser);
    const alarm = (one: HonestRow) => one.trouble === '' && !one.leftAlone;
    const where = `${row.page}, ${row.browser}`;
    if (alarm(row)) return old && alarm(old) ? [] : [`${where}: ALARM`];
    return row.trouble !== '' && old?.leftAlone ? [`${where}: could not be watched: ${row.trouble}`] : [];
  });
}
