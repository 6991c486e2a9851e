import type { Technique } from '../../pages/locks/technique';
import type { HonestRow } from './honest';
import type { Outcome, Row } from './row';

/** Where it was not to be looked at. */
const NOT_ASKED = '–';
/** Of a row from before it was looked at nobody knows. */
const NOT_KNOWN = '·';

/** One of two words, or a sign where there is no answer. */
function word(answer: boolean | null | undefined, yes: string, no: string): string {
  if (answer === undefined) return NOT_KNOWN;
  if (answer === null) return NOT_ASKED;
  return answer ? yes : no;
}

const mark = (yes: boolean | null): string => word(yes, 'yes', 'NO');
const left = (some: boolean | null | undefined): string => word(some, 'LEFT', 'none');
const ms = (value: number | null): string => (value === null ? '–' : `${value}`);

/** One line for the terminal, with each run's way and time. */
export function lineOf(row: Row, outcomes: readonly Outcome[], number: string): string {
  const runs = outcomes
    .map(
      ({ way, closedMs, trouble, real, asleep }) =>
        `${way}${real ? '' : ' (asked)'}${asleep ? ' (asleep)' : ''} ${trouble || ms(closedMs)}`,
    )
    .join(', ');
  const facts = [
    `noticed ${mark(row.noticed)}`,
    `one click ${mark(row.oneClick)}`,
    `by itself ${mark(row.byItself)}`,
    ...(row.windowLost ? ['WINDOW LOST'] : []),
    ...(row.cameBack ? ['CAME BACK'] : []),
    ...(row.tabLeft ? ['TAB LEFT'] : []),
    ...(row.soundLeft ? ['SOUND LEFT'] : []),
    ...(row.muted === false ? ['NOT MUTED'] : []),
    ...(row.troubles ? [`${row.troubles} RUNS WITH TROUBLE`] : []),
    ...(row.retried ? [`${row.retried} RUNS TRIED AGAIN`] : []),
  ];
  return `${number.padStart(3)} ${row.technique.padEnd(28)} ${row.browser.padEnd(9)} ${facts.join(', ')}  [${runs}]`;
}

const HEAD = `| Browser | Noticed | One click closes it | Trap closed by itself | Windows lost | Came back |
|---|---|---|---|---|---|`;

/** What all rows come to, a line a browser. */
export const summary = (rows: readonly Row[]): string => [HEAD, ...counts(rows)].join('\n');

function counts(rows: readonly Row[]): string[] {
  return [...new Set(rows.map(({ browser }) => browser))].map((browser) => {
    const own = rows.filter((row) => row.browser === browser);
    const traps = own.filter(({ byItself }) => byItself !== null);
    const share = (part: readonly Row[], of: readonly Row[]): string => `${part.length} of ${of.length}`;
    return (
      `| ${browser} | ${share(
        own.filter(({ noticed }) => noticed),
        own,
      )} ` +
      `| ${share(
        own.filter(({ oneClick }) => oneClick),
        own,
      )} ` +
      `| ${share(
        traps.filter(({ byItself }) => byItself),
        traps,
      )} ` +
      `| ${own.filter(({ windowLost }) => windowLost).length} | ${own.filter(({ cameBack }) => cameBack).length} |`
    );
  });
}

const rowText = (row: Row, does: string): string =>
  `| ${row.technique} | ${does} | ${row.browser} | ${mark(row.noticed)} | ${mark(row.oneClick)} | ` +
  `${mark(row.byItself)} | ${ms(row.medianMs)} | ${ms(row.maxMs)} | ${row.windowLost ? 'LOST' : 'kept'} | ` +
  `${word(row.cameBack, 'YES', 'no')} | ${left(row.tabLeft)} | ${left(row.soundLeft)} | ` +
  `${word(row.muted, 'yes', 'NO')} |`;

/** Runs that said nothing, which closed nothing either; '' where there were none, or nobody counted. */
function troubled(rows: readonly Row[]): string {
  const some = rows.filter(({ troubles }) => troubles);
  const names = some.map((row) => `${row.technique} in ${row.browser} (${row.troubles})`);
  return some.length === 0
    ? ''
    : ` Runs in which the browser never answered, twice, which count as not closed: ${names.join(', ')}.`;
}

/** Runs whose first try said nothing; '' where there were none, or nobody counted. */
function retried(rows: readonly Row[]): string {
  const some = rows.filter((row) => row.retried);
  const names = some.map((row) => `${row.technique} in ${row.browser} (${row.retried})`);
  return some.length === 0
    ? ''
    : ` Runs tried a second time, for the first said nothing: ${names.join(', ')}.`;
}

/** How many runs stand behind the rows, and on how many builds they were made. */
function howOften(rows: readonly Row[]): string {
  const counts = [...new Set(rows.map(({ runs }) => runs))].sort((a, b) => a - b);
  const runs = counts.map((count) => `${count} in ${rows.filter((row) => row.runs === count).length}`);
  const builds = new Set(rows.map(({ browser, build }) => `${browser} ${build}`));
  return `${rows.length} rows, each a technique in one browser; runs of each kind in a row: ${runs.join(', ')}; measured on ${builds.size} builds.${troubled(rows)}${retried(rows)}`;
}

/** How many of the presses had to wake the worker; of rows from before it was looked at nobody knows. */
function asleep(rows: readonly Row[]): string {
  const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);
  const share = (some: readonly Row[]): string =>
    `${sum(some.map((row) => row.asleep))} of ${sum(some.map(({ presses }) => presses))} presses`;
  const [seen, unseen] = [true, false].map((was) => rows.filter((row) => (row.asleepSeen ?? false) === was));
  const parts = [
    ...(seen?.length ? [`in ${share(seen)} the worker was seen to be stopped right before`] : []),
    ...(unseen?.length
      ? [
          `up to a second before ${share(unseen)} the worker was stopped, and nobody looked whether it still slept (a popup wakes it as it opens)`,
        ]
      : []),
  ];
  return `${parts.join('; ')}.`;
}

function pressed(rows: readonly Row[]): string {
  const stoodIn = rows.filter(({ real }) => !real);
  if (stoodIn.length === 0) return 'in every row';
  const names = stoodIn.map(({ technique, browser }) => `${technique} in ${browser}`);
  return `but for ${stoodIn.length} rows, where the button's request stood in for one that did not show: ${names.join(', ')}`;
}

/** docs/locks.md as a run found it. */
export function report(
  { rows, honest }: { rows: readonly Row[]; honest: readonly HonestRow[] },
  techniques: readonly Technique[],
  run: { versions: readonly string[]; date: Date },
): string {
  const does = new Map(techniques.map((technique) => [technique.id, technique.does]));
  return `# Every way to hold a person on a page, and the way out

Written by \`npm run locks -- --keep\` on ${run.date.toISOString().slice(0, 10)}, ${run.versions.join(' and ')}.
Real windows on a screen of their own, real clicks and keys, no driver on the page. ${howOften(rows)}

${summary(rows)}

*Noticed*: a warning, or the tab already closed. *One click*: the close key, the popup's button and the warning's
button each closed every tab of the page, really pressed (${pressed(rows)});
${asleep(rows)} *By itself*: nobody touched anything; – where
that is not the aim. *Times* in ms: from the page's act to the last tab gone where it closes by itself, else from
the press. *Came back*: opening the address again showed the page and not the warning; – where this was not tried. *Tab left*, *sound left*: 0.3 s
after closing a tab of the page was there, any tab made a sound; – where the browser had told of no sound before.
*Muted*: the page, while its warning stood; – where none stood. ${NOT_KNOWN} where the row was measured before this was looked at.

| Technique | What it does | Browser | Noticed | One click | By itself | Median | Max | Window | Came back | Tab left | Sound left | Muted |
|---|---|---|---|---|---|---|---|---|---|---|---|---|
${rows.map((row) => rowText(row, does.get(row.technique) ?? '')).join('\n')}

## Pages that make the same calls for a good reason

| Page | What it does | Browser | Left alone |
|---|---|---|---|
${honest.map((row) => `| ${row.page} | ${row.does} | ${row.browser} | ${row.trouble ? 'not measured' : mark(row.leftAlone)} |`).join('\n')}
`;
}
