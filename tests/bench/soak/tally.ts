import { readFileSync } from 'node:fs';
import type { BrowserKind, BrowserRig } from '../../rig/browser-rig';

/** What one browser's run came to. */
export interface Tally {
  browser: BrowserKind;
  version: string;
  minutes: number;
  pages: number;
  scams: number;
  workerStops: number;
  crashes: number;
  fills: number;
  /** Scams that were still open after 15 s, with what had been done to the worker. */
  missed: string[];
  honestClosed: string[];
  /** Honest pages that were warned of; their tab stayed. */
  honestWarned: string[];
  windowLost: boolean;
  /** The rig lost hold of the browser so often (a command without an answer); each is a page less. */
  lostCommands: number;
  /** MB of the browser's own process, at each hundredth of the run. */
  memoryMb: number[];
  /** Bytes in storage.session at the end. */
  sessionBytes: number;
}

export function newTally(rig: BrowserRig, minutes: number): Tally {
  return {
    browser: rig.kind, version: rig.version, minutes, pages: 0, scams: 0, workerStops: 0, crashes: 0, fills: 0,
    missed: [], honestClosed: [], honestWarned: [], windowLost: false, lostCommands: 0, memoryMb: [], sessionBytes: 0,
  }; // prettier-ignore
}

/** MB that the browser's own process holds; 0 where there is no /proc. */
export function memoryOf(pid: number): number {
  try {
    const found = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
    return Math.round(Number(found?.[1] ?? 0) / 1024);
  } catch {
    return 0;
  }
}

/** One line about a run that is still going on. */
export function inShort(tally: Tally): string {
  const { browser, pages, scams, missed, honestClosed, honestWarned, memoryMb, workerStops, crashes } = tally;
  return (
    `${browser}: ${pages} pages, ${scams} scams, ${workerStops} worker stops, ${crashes} crashes, ` +
    `${missed.length} missed, ${honestClosed.length} honest closed, ${honestWarned.length} honest warned of, ` +
    `${memoryMb.at(-1) ?? 0} MB`
  );
}

/** Whether a run is one to be looked into. */
export function hasTrouble({ missed, honestClosed, windowLost }: Tally): boolean {
  return missed.length + honestClosed.length > 0 || windowLost;
}
