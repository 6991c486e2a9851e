import type { CorpusPage } from '../corpus';
import { table } from '../report';
import { wasWarned, type Row } from '../row';

/** One page hidden in one way. */
export interface Cell {
  way: string;
  /** The id of the page as it is. */
  subject: string;
  page: CorpusPage;
}

/** What became of each cell, by the id of its page. */
type Rows = ReadonlyMap<string, Row>;

/** The page as it is, which tells nothing of a way of hiding. */
const UNHIDDEN = 'as it is';

/** As in the evaluation: the person was warned. A verdict that nobody is told of is none. */
function isCaught({ page }: Cell, rows: Rows): boolean {
  const row = rows.get(page.id);
  return row !== undefined && wasWarned(row);
}

/** A missed page by name, and why it was not judged, or that it was noticed in vain. */
function missedText({ subject, page }: Cell, rows: Rows): string {
  const { trouble, warned } = rows.get(page.id) ?? {};
  const why = trouble ?? (warned === false ? 'noticed, not warned' : '');
  return subject.replace('own-', '') + (why && ` (${why})`);
}

/** Which ways of hiding are still caught, as a table, and how many cells in all. */
export function caughtText(cells: readonly Cell[], rows: Rows): string {
  const lines = [...new Set(cells.map(({ way }) => way))].map((way) => {
    const own = cells.filter((cell) => cell.way === way);
    const missed = own.filter((cell) => !isCaught(cell, rows));
    const names = missed.map((cell) => missedText(cell, rows)).join(', ');
    return [way, `${own.length - missed.length} of ${own.length}`, names];
  });
  const all = cells.filter(({ way }) => way !== UNHIDDEN);
  const caught = all.filter((cell) => isCaught(cell, rows)).length;
  const share = ((100 * caught) / Math.max(1, all.length)).toFixed(1);
  return `${table(['hidden by', 'caught', 'missed'], lines)}\n\n${caught} of ${all.length} cells caught (${share} %).`;
}

/** What `--json` writes of each cell. */
export function keptCells(cells: readonly Cell[], rows: Rows): object[] {
  return cells.map(({ way, subject, page }) => {
    const { level = 'quiet', warned, trouble } = rows.get(page.id) ?? {};
    return { way, page: subject, level, warned, trouble };
  });
}
