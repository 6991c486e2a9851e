import { table } from '../../eval/report';
import { curve } from './document';
import { exponentText } from './growth';
import { rounded, type PagesResult, type Result, type TimesResult } from './results';
import { METRICS } from './sample';
import { timesInShort } from './statistics';
import { UNMEASURED } from './target';
import { targetsOf } from './targets';
import { VARIANTS } from './variants';

function pageLines({ browser, name, rows, overFloor }: PagesResult): string {
  const lines = rows.map((row) => {
    const over = row.variant === 'ours' ? overFloor[row.metric] : undefined;
    return [
      `${browser} ${name}: ${METRICS[row.metric]}`,
      row.variant,
      row.median,
      row.variant === 'none' || row.ratioToNone === null
        ? ''
        : `${row.ratioToNone} (${row.low} to ${row.high})`,
      over ? `${over.value} (${over.low} to ${over.high})` : '',
    ];
  });
  return table(
    ['page and metric', 'variant', 'median', 'ratio to none (95 %)', 'over the floor (95 %)'],
    lines,
  );
}

function closingLines({ browser, times, against }: TimesResult): string {
  const lines = Object.entries(times).map(([name, all]) => {
    const than = against?.[name];
    const cells = [name, all.length, ...timesInShort(all)];
    const [value, low, high] = than ? [than.value, than.low, than.high].map((one) => rounded(one, 0)) : [];
    return than ? [...cells, `${value} (${low} to ${high})`] : cells;
  });
  const head = [`${browser}, ms`, 'times', 'median', 'longest'];
  return table(against ? [...head, 'more than the other build (95 %)'] : head, lines);
}

function figures(result: Result): string {
  if (result.kind === 'pages') return pageLines(result);
  if (result.kind === 'growth')
    return `${result.name}: ${result.unit}; exponent ${exponentText(result.exponent)}, at the end ${exponentText(result.tail)}\n${curve(result)}`;
  if (result.kind === 'closing') return closingLines(result);
  if (result.kind === 'split')
    return table(
      [`${result.name}: ms`, 'first page', 'next page'],
      Object.entries(result.parts).map(([name, { first, next }]) => [name, first, next]),
    );
  if (result.kind === 'touches')
    return table(
      ['µs a document', "page's world", 'isolated world'],
      Object.entries(result.touches).map(([name, { page, isolated }]) => [name, page, isolated]),
    );
  const lines = Object.entries(result.figures).map(([name, values]) => [
    name,
    ...VARIANTS.map((variant) => values[variant] ?? ''),
  ]);
  return table([`${result.browser}, ${result.name}`, ...VARIANTS], lines);
}

/** One result for the terminal: its figures, then its targets. */
export function linesOf(result: Result): string {
  const targets = targetsOf([result])
    .filter(({ measured, missedBy }) => measured !== UNMEASURED || missedBy !== null)
    .map(({ what, asked, measured, missedBy, but }) => {
      const word = missedBy === null ? 'UNKNOWN' : missedBy <= 0 ? 'reached' : 'MISSED ';
      return `${word}  ${what}: ${measured}, asked ${asked}${but ? `; ${but}` : ''}`;
    });
  return [figures(result), ...targets].join('\n');
}
