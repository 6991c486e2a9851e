import type { Happening, Means, Secret } from './answers';
import type { Browser, System } from './device';

/** Where a step's button leads: another screen of the guide, or another of our pages. */
export type StepLink = 'tools' | 'bank' | 'letter' | 'help' | 'repair' | 'tell' | 'journal' | 'clean-up';

/** One line of "how". All conditions given must hold. */
export interface How {
  /** The text is `step.<step id>.<line>`. */
  line: string;
  systems?: readonly System[];
  browsers?: readonly Browser[];
  happened?: readonly Happening[];
  /** Not for who told any of these. */
  unless?: readonly Happening[];
  countries?: readonly string[];
  /** Keys to press together, shown in place of {keys}: ids of `key.<id>`, or the letter itself. */
  keys?: readonly string[];
  /** Our own keys: shown as they are set on this device. `set`: only where some are set; `none`: only where none are. */
  ourKeys?: 'set' | 'none';
  /** An address the browser will not let us open: shown to be copied. */
  copy?: string;
}

/**
 * Steps of one group are several ways to one end: when one is done the others fall away,
 * when one does not work the next is tried.
 */
export type Group = 'unlock' | 'gone';

/** One step of the catalogue. Texts: `step.<id>.title`, `step.<id>.why` and one for each line. */
export interface Step {
  id: string;
  /** Needed when any of these holds. A pair narrows an answer to means or kinds of secrets (none told: all). */
  when: readonly Need[];
  /** Not for who told any of these. */
  unless?: readonly Happening[];
  systems?: readonly System[];
  /** Not needed when we already closed the page. */
  unlessClosed?: true;
  /** As for a line: only where our keys are set, or only where they are not. */
  ourKeys?: 'set' | 'none';
  group?: Group;
  /** What "It didn't work" tells, too: the ways out of that then come next. */
  failedTells?: Happening;
  how: readonly How[];
  links?: readonly StepLink[];
}

export type Need = Happening | `paid:${Means}` | `secrets:${Secret}` | 'helpdesk';
