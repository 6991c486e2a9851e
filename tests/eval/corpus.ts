import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isRecord } from '../../src/storage/plain-values';

/** One thing a page did when it was recorded. */
export interface TraceEntry {
  /** ms since the navigation began. */
  t: number;
  stage: 'load' | 'click';
  /** False in a frame. */
  top: boolean;
  api: string;
  arg?: string;
}

/** The page as it stood at one moment. */
export interface Snapshot {
  html?: string;
  title?: string;
  text?: string;
  cursor?: string;
}

/** A recorded page; docs/accuracy.md names the fields. */
export interface CorpusPage {
  id: string;
  class: string;
  language: string;
  kind: string;
  /** The kit it was made with, '' where that is not known. */
  kit: string;
  /** Path and query it was opened with. */
  path: string;
  trace: TraceEntry[];
  load: Snapshot & { html: string };
  click: Snapshot | null;
}

function snapshotOf(value: unknown): Snapshot | null {
  if (!isRecord(value)) return null;
  const text = (key: string) => (typeof value[key] === 'string' ? (value[key] as string) : undefined); // checked beside
  return { html: text('html'), title: text('title'), text: text('text'), cursor: text('cursor') };
}

function traceOf(value: unknown): TraceEntry[] {
  if (!Array.isArray(value)) return [];
  return value.filter(isRecord).flatMap((entry) =>
    typeof entry.api !== 'string'
      ? []
      : {
          t: Number(entry.t) || 0,
          stage: entry.stage === 'click' ? ('click' as const) : ('load' as const),
          top: entry.top !== false,
          api: entry.api,
          ...(typeof entry.arg === 'string' && { arg: entry.arg }),
        },
  );
}

/** A page out of parsed JSON; undefined when it is something else. */
export function corpusPage(value: unknown): CorpusPage | undefined {
  if (!isRecord(value) || typeof value.id !== 'string' || typeof value.class !== 'string') return undefined;
  const load = snapshotOf(value.load);
  if (load?.html === undefined) return undefined;
  const path = typeof value.path === 'string' && value.path.startsWith('/') ? value.path : '/';
  return {
    id: value.id,
    class: value.class,
    language: typeof value.language === 'string' ? value.language : '',
    kind: typeof value.kind === 'string' ? value.kind : '',
    kit: typeof value.kit === 'string' ? value.kit : '',
    path,
    trace: traceOf(value.trace),
    load: { ...load, html: load.html },
    click: snapshotOf(value.click),
  };
}

/** All pages below a folder, by id; files that are no such page are passed over. Throws when there is no folder. */
export function readCorpus(folder: string): CorpusPage[] {
  if (!existsSync(folder)) throw new Error(`There is no folder ${folder}.`);
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.json'),
  );
  const pages = files.flatMap((name) => {
    try {
      return corpusPage(JSON.parse(readFileSync(join(folder, name), 'utf8'))) ?? [];
    } catch {
      return []; // not JSON after all
    }
  });
  return pages.sort((a, b) => (a.id < b.id ? -1 : 1));
}
