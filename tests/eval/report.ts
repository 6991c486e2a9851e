import { isScam, quantile, wasWarned, type Row } from './row';

/** Lines of a table, columns as wide as they must be; numbers on the right. */
export function table(head: string[], lines: (string | number)[][]): string {
  const all = [head, ...lines.map((line) => line.map(String))];
  const widths = head.map((_, column) => Math.max(...all.map((line) => (line[column] ?? '').length)));
  return all
    .map((line) =>
      line
        .map((cell, column) =>
          column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
        )
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

function group(rows: Row[], key: (row: Row) => string): [string, Row[]][] {
  const groups = new Map<string, Row[]>();
  for (const row of rows) groups.set(key(row), [...(groups.get(key(row)) ?? []), row]);
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1));
}

function scamLine(name: string, rows: Row[]): (string | number)[] {
  const caught = rows.filter(wasWarned);
  const share = (times: number[], at: number) => (times.length > 0 ? quantile(times, at) : '–');
  const verdicts = caught.flatMap(({ verdictMs }) => verdictMs ?? []);
  const warnings = caught.flatMap(({ ms }) => ms ?? []);
  return [
    name,
    rows.length,
    caught.length,
    caught.filter(({ stage }) => stage === 'load').length,
    caught.filter(({ stage }) => stage === 'click').length,
    caught.filter(({ level }) => level === 'act').length,
    rows.length - caught.length,
    share(verdicts, 0.5),
    share(verdicts, 0.95),
    warnings.length,
    share(warnings, 0.5),
    share(warnings, 0.95),
  ];
}

function honestLine(name: string, rows: Row[]): (string | number)[] {
  const alarmed = rows.filter(({ level }) => level !== 'quiet');
  return [name, rows.length, alarmed.length, alarmed.filter(({ level }) => level === 'act').length];
}

const SCAM_HEAD = [
  '',
  'pages',
  'caught',
  'at load',
  'after click',
  'closed itself',
  'missed',
  'verdict ms',
  'p95',
  'with a time',
  'warning ms',
  'p95',
];
const HONEST_HEAD = ['', 'pages', 'false alarms', 'of these closed'];

function section(title: string, rows: Row[], key: (row: Row) => string): string {
  const scam = group(rows.filter(isScam), key).map(([name, members]) => scamLine(name, members));
  const honest = group(
    rows.filter((row) => !isScam(row)),
    key,
  ).map(([name, members]) => honestLine(name, members));
  const parts = [`\n${title}`];
  if (scam.length > 0) parts.push(table(SCAM_HEAD, scam));
  if (honest.length > 0) parts.push(table(HONEST_HEAD, honest));
  return parts.join('\n');
}

function named(title: string, rows: Row[]): string {
  if (rows.length === 0) return `\n${title}: none`;
  const lines = rows.map((row) => {
    const unwarned = row.warned === false ? ', noticed, not warned' : '';
    const verdict =
      row.trouble ?? (row.level === 'quiet' ? 'quiet' : `${row.level} (${row.stage})${unwarned}`);
    return `  ${row.id}: ${verdict}${row.reasons.length > 0 ? `: ${row.reasons.join(', ')}` : ''}`;
  });
  return [`\n${title}:`, ...lines].join('\n');
}

/**
 * The whole report in plain text. An honest page that could not be judged is counted nowhere; a scam counts as missed, for it
 * may be the page that kept the browser from answering.
 */
export function report(all: Row[]): string {
  const rows = all.filter((row) => isScam(row) || row.trouble === undefined);
  const scam = rows.filter(isScam);
  const honest = rows.filter((row) => !isScam(row));
  return [
    section('By class', rows, (row) => row.class),
    section('By language', rows, (row) => row.language || '?'),
    section('By kind', rows, (row) => `${isScam(row) ? 'scam' : 'honest'}: ${row.kind || '?'}`),
    named(
      'Missed',
      scam.filter((row) => !wasWarned(row)),
    ),
    named(
      'False alarms',
      honest.filter(({ level }) => level !== 'quiet'),
    ),
    named(
      'Honest pages that could not be judged, and are not counted',
      all.filter((row) => !isScam(row) && row.trouble !== undefined),
    ),
    '\nms (median and 95 %): from the start of the document (navigation committed, before any text can be seen) to the\nverdict, and to the start of the warning or guide page; after a click they include the wait before the click.',
  ].join('\n');
}
