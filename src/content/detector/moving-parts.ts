import { findAll, runningAnimations } from '../safe-document';
import { attributeOf } from './safe-element';

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

/** A text that counts: "43 %", "1,204 files", at most 24 characters; clocks and years are left out. */
export function isCounter(text: string): boolean {
  return text.length <= 24 && /\d/.test(text) && !/\d:\d\d|\b(?:19|20)\d\d\b/.test(text);
}

/** Fields may have such a style, too, and many pages keep in their attributes what is typed. */
const BARS =
  'progress,[role=progressbar],:is([style*="width"][style*="%"],[class*=progress] *):not(input,select,textarea)';

function barWidths(): string {
  const widths: string[] = [];
  for (const bar of findAll(BARS)) {
    if (widths.length >= PART_LIMIT) break;
    widths.push(
      attributeOf(bar, 'value') ??
        attributeOf(bar, 'aria-valuenow') ??
        (bar as HTMLElement).style?.width ??
        '',
    );
  }
  return widths.join(',');
}

/** A bar that a style rule fills: a long, running animation of a width. */
function widthIsAnimated(): boolean {
  return runningAnimations(PART_LIMIT).some(({ effect, playState }) => {
    if (!(effect instanceof KeyframeEffect) || playState !== 'running') return false;
    const { duration, iterations } = effect.getTiming();
    if (typeof duration !== 'number' || duration < 2_000 || (iterations ?? 1) > 3) return false;
    return effect.getKeyframes().some((frame) => 'width' in frame);
  });
}
