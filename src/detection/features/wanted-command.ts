import type { JoinedFacts } from '../frames/joined-facts';
import { siteAround } from './site-around';
import { strengthOf } from './voices';

/**
 * 0..1: how strongly a page wants a command run as only scams do. A handbook has commands, a virus and an error to mend, and
 * a button that copies; it has a site around it, and asks nobody to prove that he is human.
 */
export function wantedCommand(facts: JoinedFacts): number {
  const oddly = Math.max(strengthOf(facts.concepts, 'verify-human'), 1 - siteAround(facts));
  return Math.min(strengthOf(facts.concepts, 'run-command'), oddly);
}
