import { keepFile } from '../../rig/keep-file';
import { thinned, type Tally } from './tally';

/** Values of the memory that are kept. */
const MEMORY_VALUES = 100;

const shown = (tally: Tally): Tally => ({ ...tally, memoryMb: thinned(tally.memoryMb, MEMORY_VALUES) });

/** The tallies of a run, in a file while it is still going on: hours are not lost with what ends it. */
export class KeptTallies {
  readonly all: Tally[] = [];

  constructor(private readonly file: string) {}

  /** Takes in a run that begins; what it comes to is read at each `write`. */
  add(tally: Tally): Tally {
    this.all.push(tally);
    return tally;
  }

  /** Writes all there is so far. */
  write(): void {
    keepFile(this.file, JSON.stringify(this.all.map(shown), null, 2));
  }

  /** A run has come to its end. @returns its tally as text */
  finish(tally: Tally): string {
    tally.finished = true;
    this.write();
    return JSON.stringify(shown(tally), null, 2);
  }

  /** Writes once more what was stopped before its end. @returns its tallies as text, '' where nothing was */
  leave(): string {
    const stopped = this.all.filter(({ finished }) => !finished);
    if (stopped.length === 0) return '';
    this.write();
    return stopped
      .map((tally) => `Stopped before its end:\n${JSON.stringify(shown(tally), null, 2)}\n`)
      .join('');
  }
}
