import { BOXES } from '../facts';
import type { JoinedFacts } from '../frames/joined-facts';
import { isAroundBoxes } from '../features/site-around';
import { most, type ConceptName } from '../features/voices';

/** What a site does not say of its visitor's account, card or session: that the machine is in danger, that the police speaks. */
const GRAVE: readonly ConceptName[] = [
  'infected',
  'stolen',
  'hacked',
  'damage',
  'scan-found',
  'illegal',
  'system-voice',
  'authority',
  'takes-over',
  'no-help',
];

/**
 * Whether a site opened a box and says nothing, in it or around it, that no honest one would: "your account is locked, call
 * the help desk". Of the hundred boxes of scams in tests/pages/boxes that are told over a form to sign in none is so mild.
 * Less of a site is asked for around one that says nothing known at all ("your code ends in 30 seconds").
 */
export function isMildBox(facts: JoinedFacts): boolean {
  if (!isAroundBoxes(facts) || most(facts.concepts, GRAVE) > 0) return false;
  if (facts.actTextConcepts.size === 0) return BOXES.some((name) => facts.acts[name]);
  return facts.brands.size === 0 && most(facts.actTextConcepts, GRAVE) === 0;
}
