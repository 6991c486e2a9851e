import type { BrowserKind } from '../../rig/browser-rig';
import { median } from '../bench/statistics';
import { foldLeft, type Left } from './left';

/** How a person closes it; `itself` = nobody touches anything. */
export type Way = 'itself' | 'key' | 'toolbar' | 'warning';

/** What one run of one technique showed. */
export interface Outcome {
  way: Way;
  /** A case was there: the product had noticed. */
  noticed: boolean;
  /** A second dialog came: now it is a loop. */
  trapped: boolean;
  /** All tabs of the page are gone; ms from the act or its second dialog (itself), or from the press (else), null if they are not. */
  closedMs: number | null;
  /** The window it stood in is gone with it, or the whole browser. */
  windowLost: boolean;
  /** Opening the address again showed the page; null where this was not tried. */
  cameBack: boolean | null;
  /** A real key or click; false where a request had to stand in for a button. */
  real: boolean;
  /** The worker was seen to be stopped right before the press. */
  asleep: boolean;
  /** What was left of the page, and whether it was silent behind its warning. */
  left?: Left;
  /** The first try said nothing: this is the second. */
  retried?: boolean;
  /** Why the run says nothing, '' normally. */
  trouble: string;
}

/** One line of the bench; of one kept from before it was looked at nobody knows what was left. */
export interface Row extends Partial<Left> {
  technique: string;
  browser: BrowserKind;
  noticed: boolean;
  /** Key, toolbar button and the warning's button each were tried and close it. */
  oneClick: boolean;
  /** Closed with nobody touching anything; null where it is not expected to. */
  byItself: boolean | null;
  /** The mean of the two middle times of an even number. */
  medianMs: number | null;
  maxMs: number | null;
  windowLost: boolean;
  /** Null where no run came to opening the address again. */
  cameBack: boolean | null;
  /** Every press was a real key or click. */
  real: boolean;
  /** Presses, and those of them right before which the worker was stopped. */
  presses: number;
  asleep: number;
  /** The worker was looked at right before each of these. Missing in a row whose worker was stopped up to a second before. */
  asleepSeen?: true;
  /** Runs that said nothing, the second try too: they closed nothing. Missing in a row from before they were counted. */
  troubles?: number;
  /** Runs whose first try said nothing. Missing in a row from before they were counted. */
  retried?: number;
  /** Runs of each kind, and the build they were made on (build-stamp.ts). */
  runs: number;
  build: string;
}

type Measured = Omit<Row, 'runs' | 'build'>;

const medianOf = (numbers: readonly number[]): number | null =>
  numbers.length === 0 ? null : Math.round(median(numbers));

/** Whether each way that was to be tried closed it, each time; one of which no run is sound closes nothing. */
function allClose(ways: readonly Way[], asked: readonly Outcome[]): boolean {
  const tried = ways.length > 0 && ways.every((one) => asked.some(({ way }) => way === one));
  return tried && asked.every(({ closedMs }) => closedMs !== null);
}

/** Whether the page came back in any run that looked; null where none did. */
function cameBack(sound: readonly Outcome[]): boolean | null {
  const seen = sound.map((one) => one.cameBack).filter((came) => came !== null);
  return seen.length === 0 ? null : seen.includes(true);
}

const times = (outcomes: readonly Outcome[]): number[] =>
  outcomes.flatMap(({ closedMs }) => (closedMs === null ? [] : [closedMs]));

/**
 * The row of all runs of a technique in one browser. `traps`: it should close by itself, a `loop` of dialogs only
 * once a second dialog has come (Firefox keeps the first one open behind the warning).
 */
export function rowOf(
  technique: string,
  browser: BrowserKind,
  { traps, loop }: { traps: boolean; loop: boolean },
  outcomes: readonly Outcome[],
): Measured {
  const sound = outcomes.filter(({ trouble }) => trouble === '');
  const troubled = outcomes.filter(({ trouble }) => trouble !== '');
  const alone = sound.filter(({ way }) => way === 'itself');
  const asked = sound.filter(({ way }) => way !== 'itself');
  const ways = outcomes.map(({ way }) => way).filter((way) => way !== 'itself');
  // Where the warning came before the second dialog, nobody was held fast and nothing had to close by itself.
  const held = loop ? alone.filter(({ trapped }) => trapped) : alone;
  const due = held.length > 0 ? held : alone;
  // A browser that does not answer, twice, has closed nothing that anybody could see.
  const silent = troubled.some(({ way }) => way === 'itself');
  const closesItself = !silent && due.length > 0 && due.every(({ closedMs }) => closedMs !== null);
  const must = traps && (!loop || held.length > 0);
  const measured = times(closesItself ? due : asked);
  return {
    technique,
    browser,
    noticed: sound.length > 0 && sound.every(({ noticed }) => noticed),
    oneClick: allClose(ways, asked) && !troubled.some(({ way }) => way !== 'itself'),
    byItself: must || closesItself ? closesItself : null,
    medianMs: medianOf(measured),
    maxMs: measured.length > 0 ? Math.max(...measured) : null,
    windowLost: outcomes.some(({ windowLost }) => windowLost),
    cameBack: cameBack(sound),
    ...foldLeft(sound.map(({ left }) => left)),
    real: sound.every(({ real }) => real),
    presses: asked.length,
    asleep: asked.filter(({ asleep }) => asleep).length,
    asleepSeen: true,
    troubles: troubled.length,
    retried: outcomes.filter(({ retried }) => retried).length,
  };
}
