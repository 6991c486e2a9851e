import { roundedOrNull, type GrowthResult } from './results';
import { growthExponent, isCounted } from './statistics';

/** Over the whole curve, and between its two largest sizes: what is dear at any size hides what grows at the end. */
export function exponentsOf(points: GrowthResult['points']): Pick<GrowthResult, 'exponent' | 'tail'> {
  return {
    exponent: roundedOrNull(growthExponent(points)),
    tail: roundedOrNull(growthExponent(points.slice(-2))),
  };
}

/** An exponent as it is shown; a dash where it could not be computed. */
export function exponentText(exponent: number | null): string {
  return exponent === null ? '–' : String(exponent);
}

/** How many points the exponents leave out, in words; '' where they count them all. */
export function leftOutText({ points }: Pick<GrowthResult, 'points'>): string {
  const out = points.filter((point) => !isCounted(point)).length;
  return out === 0 ? '' : `${out} of ${points.length} points left out, their cost is not above 0`;
}
