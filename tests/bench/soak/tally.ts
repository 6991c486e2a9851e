import type { BrowserKind, BrowserRig } from '../../rig/browser-rig';
import { residentMemory } from '../../rig/process-cost';

/** What one browser's run came to. */
export interface Tally {
  browser: BrowserKind;
  version: string;
  /** What the run took; less than was asked for where the pages were its limit. */
  minutes: number;
  pages: number;
  scams: number;
  /** How many of the pages were recorded ones. */
  corpusPages: number;
  workerStops: number;
  crashes: number;
  fills: number;
  /** Scams on whose warning presses came to nothing, so that its request was sent without one. */
  byMessage: number;
  /** Scams of which nothing was said in 15 s, with what had been done to the worker; the popup over them said that
   *  the page does not answer, and closed it. */
  closedByPopup: string[];
  /** The same, but the popup did not close them: they were dealt with only once it had been asked, which wakes the worker. */
  closedLate: string[];
  /** Scams that were still open then, and of which the popup said nothing either. */
  missed: string[];
  honestClosed: string[];
  /** Honest pages that were warned of; their tab stayed. */
  honestWarned: string[];
  windowLost: boolean;
  /** The rig lost hold of the browser so often (a command without an answer); a page at which it did is not counted. */
  lostCommands: number;
  /** The scams among those pages: nobody knows what became of them. */
  lostScams: string[];
  /** MB of the browser's own process after every ten pages; `thinned` at the end of the run. */
  memoryMb: number[];
  /** Bytes in storage.session at the end; -1 where the extension did not answer. */
  sessionBytes: number;
  /** The run came to its end; one that was stopped tells of as much as there was. */
  finished: boolean;
}

/** A tally of a run that has not begun. */
export function newTally(rig: BrowserRig): Tally {
  return {
    browser: rig.kind, version: rig.version, minutes: 0, pages: 0, scams: 0, corpusPages: 0, workerStops: 0,
    crashes: 0, fills: 0, byMessage: 0, closedByPopup: [], closedLate: [], missed: [], honestClosed: [], honestWarned: [], windowLost: false, lostCommands: 0,
    lostScams: [], memoryMb: [], sessionBytes: 0, finished: false,
  }; // prettier-ignore
}

/** MB that the browser's own process holds; 0 where there is no /proc. */
export function memoryOf(pid: number): number {
  return Math.round((residentMemory(pid) || 0) / 1024);
}

/** At most `most` of the values (two or more), evenly spread, with the first and the last; in their order. */
export function thinned(values: readonly number[], most: number): number[] {
  if (values.length <= most) return [...values];
  const step = (values.length - 1) / (most - 1);
  return Array.from({ length: most }, (_, index) => values[Math.round(index * step)] ?? 0);
}

/** One line about a run that is still going on. */
export function inShort(tally: Tally): string {
  const { browser, pages, scams, corpusPages, missed, honestClosed, honestWarned, memoryMb } = tally;
  const { workerStops, crashes, byMessage, closedByPopup, closedLate, lostCommands } = tally;
  return (
    `${browser}: ${pages} pages, ${scams} scams, ${corpusPages} of the corpus, ` +
    `${workerStops} worker stops, ${crashes} crashes, ${byMessage} by message, ` +
    `${closedByPopup.length} closed by the popup, ${closedLate.length} late, ` +
    `${missed.length} missed, ${lostCommands} lost, ${honestClosed.length} honest closed, ` +
    `${honestWarned.length} honest warned of, ${memoryMb.at(-1) ?? 0} MB`
  );
}

/** From so many pages on a person who browses has met scams, a stopped worker and a crash. */
const MUST_HAVE_MET = 200;

/** Whether a run is one to be looked into. */
export function hasTrouble(tally: Tally): boolean {
  const { pages, scams, workerStops, crashes, missed, honestClosed, honestWarned, windowLost } = tally;
  if (missed.length + honestClosed.length + honestWarned.length + tally.lostCommands > 0) return true;
  // Nothing but scams (`--only`) leaves no honest page to crash.
  const unmet = [scams, workerStops, ...(scams < pages ? [crashes] : [])].includes(0);
  return windowLost || pages === 0 || (pages >= MUST_HAVE_MET && unmet);
}
