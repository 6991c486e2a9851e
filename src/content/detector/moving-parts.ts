import { findAll, runningAnimations } from '../safe-document';
import { attributeOf, styleOf } from './safe-element';

/** Progress bars and counters looked at. */
const PART_LIMIT = 60;
/** Looks that must differ from the one before for a scan that runs by itself. */
const CHANGES = 2;

/** Notices progress bars and counters that move by themselves from look to look. */
export class MovingParts {
  #last = '';
  #changes = 0;

  /** What moves next, the person has moved: a count of letters, a bar that is dragged. */
  forget(): void {
    this.#last = '';
  }

  /**
   * Looks once more. @param counters short visible texts with digits
   * @returns whether something has been counting up by itself, at this look or before
   */
  look(counters: readonly string[]): boolean {
    const state = `${counters.slice(0, PART_LIMIT).join('|')}#${barWidths()}`;
    if (this.#last !== '' && state !== this.#last) this.#changes += 1;
    this.#last = state;
    return this.#changes >= CHANGES || widthIsAnimated();
  }
}

/** A counter is no longer than this (characters). */
const COUNTER_LENGTH = 24;

/** A text that counts: "43 %", "1,204 files"; clocks and years are left out. */
export function isCounter(text: string): boolean {
  return text.length <= COUNTER_LENGTH && /\d/.test(text) && !/\d:\d\d|\b(?:19|20)\d\d\b/.test(text);
}

/** Fields may have such a style, too, and many pages keep in their attributes what is typed. */
const BARS =
  'progress,[role=progressbar],:is([style*="width"][style*="%"],[class*=progress] *):not(input,select,textarea)';

const widthIn = (bar: Element): string =>
  (bar instanceof HTMLElement ? styleOf(bar) : (bar as SVGElement).style)?.width ?? ''; // or any other, without a style

function barWidths(): string {
  const widths: string[] = [];
  for (const bar of findAll(BARS)) {
    if (widths.length >= PART_LIMIT) break;
    widths.push(attributeOf(bar, 'value') ?? attributeOf(bar, 'aria-valuenow') ?? widthIn(bar));
  }
  return widths.join(',');
}

/** The animation of a scan takes so long (ms) at least, and comes so often at most. */
const SCAN_MS = 2_000;
const SCAN_TIMES = 3;

/** A bar that a style rule fills: a long, running animation of a width. */
function widthIsAnimated(): boolean {
  return runningAnimations(PART_LIMIT).some(({ effect, playState }) => {
    if (!(effect instanceof KeyframeEffect) || playState !== 'running') return false;
    const { duration, iterations } = effect.getTiming();
    if (typeof duration !== 'number' || duration < SCAN_MS || (iterations ?? 1) > SCAN_TIMES) return false;
    return effect.getKeyframes().some((frame) => 'width' in frame);
  });
}
