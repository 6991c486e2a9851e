import { BOXES } from '../facts';
import type { JoinedFacts } from '../frames/joined-facts';
import { GRAVE, isAroundPlainBoxes, showsSite } from '../features/site-around';
import { most } from '../features/voices';

/**
 * Whether a site opened a box and says nothing, in it or around it, that no honest one would: "your account is locked, call
 * the help desk". Of the hundred boxes of scams in tests/pages/boxes that are told over a form to sign in none is so mild.
 * Less of a site is asked for around one that says nothing known at all ("your code ends in 30 seconds").
 */
export function isMildBox(facts: JoinedFacts): boolean {
  if (facts.actTextConcepts.size === 0)
    return BOXES.some((name) => facts.acts[name]) && isAroundPlainBoxes(facts);
  const isGrave = most(facts.concepts, GRAVE) > 0 || most(facts.actTextConcepts, GRAVE) > 0;
  return showsSite(facts) && facts.brands.size === 0 && !isGrave;
}
