import type conceptData from '../../../rules/concepts.json';
import type { JoinedFacts } from '../frames/joined-facts';
import { ramp } from './ramp';

/** What speaks from a page's words and its number. */

/** Name of a concept in rules/concepts.json. */
export type ConceptName = keyof typeof conceptData;

export const THREATS: readonly ConceptName[] = [
  'infected',
  'locked',
  'stolen',
  'hacked',
  'damage',
  'scan-found',
  'expired',
  'illegal',
  'charged',
  'suspended',
  'setup-failed',
];
export const FORBIDS: readonly ConceptName[] = ['no-restart', 'no-close', 'no-help'];
export const CLAIMS: readonly ConceptName[] = ['system-voice', 'official-support', 'authority'];

/** By concept, how strongly the person meets it: 0..1. */
export type Strengths = ReadonlyMap<string, number>;

/** @returns how strongly a concept is heard, 0..1; 0 where it is not */
export const strengthOf = (concepts: Strengths, name: ConceptName): number => concepts.get(name) ?? 0;

/** @returns the greatest strength among concepts of these names; 0 where none is heard */
export function most(concepts: Strengths, names: readonly ConceptName[]): number {
  return Math.max(0, ...names.map((name) => strengthOf(concepts, name)));
}

/** How those speak who quote an alarm, or have a reason of their own for it: an exam, a lesson, a company. */
const OTHER_VOICES: readonly ConceptName[] = [
  'own-business',
  'refutes',
  'scam-named',
  'reported-speech',
  'advice',
  'for-learning',
];

/** How much of all of them is heard together: their sum, of which each is 0..1. */
export const sumOfOtherVoices = (concepts: Strengths): number =>
  OTHER_VOICES.reduce((sum, name) => sum + strengthOf(concepts, name), 0);

/** Twice the loudest of them, 0..2: half as strong as anything else on the page, such a voice is enough. */
export const twiceTheLoudestOtherVoice = (concepts: Strengths): number => 2 * most(concepts, OTHER_VOICES);

/** All values 0..1: the strongest claim, brand, threat, threat of danger now, prohibition, and call to a number. */
export interface Voices {
  claim: number;
  brand: number;
  threat: number;
  danger: number;
  forbid: number;
  callNumber: number;
}

/** Threats that say the machine or its owner is in danger now; an invoice or an expired licence alone is none. */
export const DANGER_NOW: readonly ConceptName[] = ['infected', 'locked', 'stolen', 'hacked', 'damage'];

/** Characters from which on a page is no longer short, and from which on not short at all. */
const SHORT = 500;
const LONG = 1_500;
/** How much a call counts that no verb says: a number beside "Windows support", or one that stands out. */
const UNSAID_CALL = 0.85;
/** How much a number in small print counts beside a demand to call it; one that the eye meets fully has 1. */
const SMALL_BESIDE_DEMAND = 0.5;

/**
 * 0..1: the one number of a short page stands out: beside a threat it is to be called, although the words that say so,
 * or who answers, stand somewhere else, or nowhere ("Files are on hold. 1-888-…").
 */
function standsOut({ concepts, onlyPhone, length, structure, onlyActTexts }: JoinedFacts): number {
  if (onlyPhone === null || structure.navigation || onlyActTexts) return 0;
  return (
    onlyPhone.prominence * Math.max(0, 1 - ramp(length, SHORT, LONG) - twiceTheLoudestOtherVoice(concepts))
  );
}

/** How strongly a page claims, threatens, forbids and wants to be called. */
export function voices(facts: JoinedFacts): Voices {
  const { concepts, brands, phones } = facts;
  const call = strengthOf(concepts, 'call');
  const threat = most(concepts, THREATS);
  const forbid = most(concepts, FORBIDS);
  const near = Math.max(
    Math.min(standsOut(facts), Math.max(threat, forbid)),
    ...phones
      .filter((phone) => phone.nearCall)
      .map((phone) => SMALL_BESIDE_DEMAND + (1 - SMALL_BESIDE_DEMAND) * phone.prominence),
  );
  return {
    claim: most(concepts, CLAIMS),
    brand: Math.max(0, ...brands.values()),
    threat,
    danger: most(concepts, DANGER_NOW),
    forbid,
    // A number beside "Windows support" is to be called even where no verb says so.
    callNumber: call > 0 ? Math.min(Math.max(call, UNSAID_CALL), near) : UNSAID_CALL * near,
  };
}
