import { ramp } from './ramp';
import type { JoinedFacts } from '../frames/joined-facts';
import { strengthOf, type ConceptName } from './voices';

/** What honest pages have and lockers rarely do. All values 0..1; sum.ts lets them temper words and looks only. */

/** From so much of an article on a page is one: a layer (of so large a share) hides less of it than of a backdrop. */
const BACKDROP_ARTICLE = 0.6;
const LAYER = [0.4, 0.9] as const;
const HIDES_ARTICLE = 0.3;
const HIDES = 0.9;

/** A layer with a threat on it hides the page below: its structure is a backdrop then. */
function visibleStructure({ looks, structure }: JoinedFacts): number {
  const hidden = Math.max(ramp(looks.layerCover, ...LAYER), looks.fullscreen ? 1 : 0);
  return 1 - (structure.article > BACKDROP_ARTICLE ? HIDES_ARTICLE : HIDES) * hidden;
}

/** Features of honesty. From where to where each goes was chosen by hand; their weights are learned (rules/weights.json). */
export function honestFeatures(facts: JoinedFacts): Record<string, number> {
  const { concepts, structure } = facts;
  const at = (name: ConceptName) => strengthOf(concepts, name);
  const shown = visibleStructure(facts);
  return {
    // A scammer says "do not ring your bank" too, and "not the number on the back of your card".
    refutes: Math.max(0, at('refutes') - at('no-help')),
    'own-business': Math.max(0, at('own-business') - at('no-help')),
    'scam-named': at('scam-named'),
    advice: at('advice'),
    'article-voice': at('article-voice'),
    'report-it': at('report-it'),
    'reported-speech': at('reported-speech'),
    'repair-shop': at('repair-shop'),
    'shop-offer': at('shop-offer'),
    'for-learning': at('for-learning'),
    'warns-of-scams': Math.min(
      at('scam-named'),
      Math.max(at('advice'), at('article-voice'), at('report-it'), at('reported-speech')),
    ),
    article: structure.article * shown,
    'some-prose': ramp(structure.proseLength, 150, 500) * shown,
    prose: ramp(structure.proseLength, 300, 2_500) * shown,
    'site-links': ramp(structure.siteLinks, 2, 15) * shown,
    'out-links': ramp(structure.outLinks, 1, 8) * shown,
    navigation: (structure.navigation ? 1 : 0) * shown,
    footer: (structure.footer ? 1 : 0) * shown,
    'sign-in': (structure.signIn ? 1 : 0) * shown,
    shop: (structure.shop ? 1 : 0) * shown,
    quoted: structure.quotedShare,
    'plain-wording': ramp(-facts.wording, 0, 2),
    'little-threat': facts.seen
      ? (1 - ramp(facts.threatShare, 0.05, 0.3)) * ramp(facts.length, 300, 1_500) * shown
      : 0,
    official: facts.official ? 1 : 0,
  };
}
