import type { ActName, Acts } from '../facts';
import { type FeatureParts, featuresOf } from '../features/features';
import { type ConceptName, most, strengthOf } from '../features/voices';
import type { JoinedFacts } from '../frames/joined-facts';
import { addUp, type Sum, type Weights } from './sum';

/** What a person gives a page with a click, to an exam, a kiosk or a game as well as to a scam; so does a stray key. */
const GIVEN: readonly ActName[] = [
  'fullscreen',
  'keyboard-lock',
  'pointer-lock',
  'beforeunload',
  'block-key',
  'block-menu',
];

/** The same tab before it was given anything: no locks, not in full screen. Null where it holds none. */
function unlocked(facts: JoinedFacts): JoinedFacts | null {
  if (!facts.looks.fullscreen && !GIVEN.some((name) => facts.acts[name])) return null;
  const others = Object.entries(facts.acts).filter(([name]) => !GIVEN.includes(name as ActName)); // keys of Acts
  const acts: Acts = Object.fromEntries(others);
  return { ...facts, acts, looks: { ...facts.looks, fullscreen: false } };
}

/** No film that is seen in full screen asks for two of these. */
const BEYOND_A_FILM: readonly ActName[] = ['keyboard-lock', 'pointer-lock', 'beforeunload', 'block-menu'];
const LEAST_BEYOND = 2;

/** How an exam or a trial alarm of one's own firm speaks, which takes the same locks. */
const EXAMS: readonly ConceptName[] = ['for-learning', 'reported-speech', 'own-business'];

/** A page that holds the person in the name of a company's support, and does not only tell of one that does. */
const holdsInName = ({ acts, brands, concepts, structure }: JoinedFacts): boolean =>
  brands.size > 0 &&
  strengthOf(concepts, 'official-support') > 0 &&
  structure.quotedShare === 0 &&
  most(concepts, EXAMS) === 0 &&
  BEYOND_A_FILM.filter((name) => acts[name]).length >= LEAST_BEYOND;

/** Its trap stays one: else a line of small print, "beware of scams", would take its words' weight, too. */
function unlockedParts(
  before: JoinedFacts,
  facts: JoinedFacts,
  { trap, unread }: FeatureParts,
): FeatureParts {
  const parts = featuresOf(before, unread);
  return { ...parts, trap: parts.trap || (trap && holdsInName(facts)) };
}

/** What a tab comes to. */
export interface Weighed {
  sum: Sum;
  /** What it would come to without the locks it was given (log-odds); a trap that is kept stays one. */
  withoutLocks: number;
}

/**
 * The sum of a tab, in which the locks it was given count for no more than `weights.givenLocks`: they make a fake
 * alert surer, they do not make one of a page that says nothing of the kind.
 */
export function sumOf(facts: JoinedFacts, parts: FeatureParts, weights: Weights): Weighed {
  const sum = addUp(parts, weights);
  const before = unlocked(facts);
  const withoutLocks =
    before === null ? sum.logOdds : addUp(unlockedParts(before, facts, parts), weights).logOdds;
  const over = Math.min(0, withoutLocks + weights.givenLocks - sum.logOdds);
  return { sum: { ...sum, over, logOdds: sum.logOdds + over }, withoutLocks };
}
