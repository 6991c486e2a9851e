import { actFeatures, isJammed, traps } from './features-acts';
import { honestFeatures } from './features-honest';
import { lookFeatures } from './features-looks';
import { scamWords, wants, wordFeatures } from './features-words';
import type { JoinedFacts } from '../frames/joined-facts';
import { numberHolds } from './number-lock';
import { pictureHolds } from './picture-lock';
import { ramp } from './ramp';

/** Named numbers 0..1. Each has one weight in rules/weights.json and one reason in rules/reasons.json. */
export type Features = Record<string, number>;

/** Between which values of the feature core-isolated the page cuts the person off; chosen by hand. */
const CUTS_OFF = [0.1, 0.4] as const;

/** The features of a tab by the part of the sum they belong to (sum.ts). */
export interface FeatureParts {
  words: Features;
  /** Looks and route: count only as far as there are scam words, or a picture that may hold them. */
  looks: Features;
  acts: Features;
  honest: Features;
  /** 0..1: how much the words alone sound like a fake alert. */
  scamWords: number;
  /** Why no rule may know the words: looks and acts count in full without any. */
  unread: Unread;
  /** 0..1: the page cuts the person off while somebody works on the computer: its honest traits say nothing then. */
  isolates: number;
  /** 0..1: the page asks for a call, a command, a payment or a cleaning. */
  wants: number;
  /** The page traps the person by its own acts. */
  trap: boolean;
  /** The page does not answer any more. It may be closed for that, but its honest traits still count. */
  jammed: boolean;
}

/** What holds the person without a word that is known: a picture, or a number among words of any language. */
export type Unread = 'picture' | 'number' | null;

function unreadHold(facts: JoinedFacts): Unread {
  if (numberHolds(facts)) return 'number';
  return pictureHolds(facts) ? 'picture' : null;
}

function scaled(features: Features, by: number): Features {
  return Object.fromEntries(Object.entries(features).map(([id, value]) => [id, value * by]));
}

/**
 * Facts to features. More scam facts never make a positive feature smaller, but for a second number that the eye meets.
 * @param unread why no rule may know the words
 */
export function featuresOf(facts: JoinedFacts, unread = unreadHold(facts)): FeatureParts {
  const words = scamWords(facts);
  const carried = unread === null ? words : 1;
  const spoken = wordFeatures(facts);
  return {
    words: spoken,
    looks: scaled(lookFeatures(facts, unread), carried),
    acts: scaled(actFeatures(facts), carried),
    honest: honestFeatures(facts),
    scamWords: words,
    unread,
    isolates: ramp(spoken['core-isolated'] ?? 0, ...CUTS_OFF),
    wants: wants(facts),
    trap: traps(facts),
    jammed: isJammed(facts),
  };
}
