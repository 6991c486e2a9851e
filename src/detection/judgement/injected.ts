import type { PhoneFact } from '../facts';
import { strengthOf, type ConceptName } from '../features/voices';
import type { JoinedFacts } from '../frames/joined-facts';
import { PROSE_PAGE } from '../text/prose';

/** From so many other sites linked to on a page is a list of what they say. */
const LIST_SITES = 8;

/**
 * A page that warns of scams, or answers a person who asked about a number: a text about them, the results of a search.
 * A scam named in a few words is no sign of that: what is put into a site often speaks of "fraud" itself. Nor is anything
 * that the link says as well.
 */
function isAnswer({ concepts, structure, addressSays }: JoinedFacts): boolean {
  const heard = (name: ConceptName): boolean => strengthOf(concepts, name) > 0 && !addressSays.includes(name);
  if (heard('refutes') || heard('advice')) return true;
  return structure.proseLength >= PROSE_PAGE && (heard('scam-named') || structure.outLinks >= LIST_SITES);
}

/** A site of more than one page has so many links to its own pages at least, and no layer over so much of the screen (share). */
const GENUINE_SITE_LINKS = 5;
const COVERED = 0.5;

/** A number to call that the address carried in. */
export const isHandedOver = ({ fromAddress, nearCall }: PhoneFact): boolean => fromAddress && nearCall;

/** A genuine site with a number to call that came in through the link: the address itself asks to call it. */
export function injected(facts: JoinedFacts): boolean {
  const { structure, looks } = facts;
  const genuine =
    facts.official ||
    (structure.navigation && structure.siteLinks >= GENUINE_SITE_LINKS && looks.layerCover < COVERED);
  if (!genuine || !facts.addressCall || isAnswer(facts)) return false;
  return facts.phones.some(isHandedOver);
}
