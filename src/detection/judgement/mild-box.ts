import type { JoinedFacts } from '../frames/join-frames';
import { showsSite } from '../features/site-around';
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
 */
export function isMildBox(facts: JoinedFacts): boolean {
  if (facts.actTextConcepts.size === 0 || !showsSite(facts)) return false;
  return (
    facts.brands.size === 0 && most(facts.concepts, GRAVE) === 0 && most(facts.actTextConcepts, GRAVE) === 0
  );
}
