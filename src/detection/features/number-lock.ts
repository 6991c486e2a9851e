import { BOXES, type Acts } from '../facts';
import { actCounts, LOOP_OF_BOXES, unaskedInARow } from './features-acts';
import type { JoinedFacts } from '../frames/joined-facts';
import { sumOfOtherVoices } from './voices';

/**
 * How much a number stands out of the page that shows it: more than bold letters of reading size do (0.54,
 * prominence.ts in src/content), as a kiosk and an exam show the number of those who help. Less is enough where the
 * page has more holds than any of these.
 */
const STANDS_OUT = 0.55;
const IN_SIGHT = 0.3;
/** Kinds of holds that no game and no exam has together, and so many that the number need not be large. */
const HOLDS = 4;
const MANY_HOLDS = 5;
/**
 * So much of those who quote an alarm, or have a reason of their own for it, may be heard where the page holds so hard: one
 * word that means something else in a language nobody here knows, not two.
 */
const MISHEARD = 1;
/** The same where the page holds less hard. */
const MISHEARD_EASILY = 0.5;
/** Links to its own site that a page of one purpose has at most: a site has more. */
const FEW_LINKS = 1;
/** A headline and some paragraphs are a locker's, too; with author and date they are an article's. */
const MOST_ARTICLE = 0.8;
/** Characters of running text that it has at most. */
const SHORT_TEXT = 1_500;

/** Neither a site nor a text to read, and not worded like honest pages. */
function isBare({ structure, length, wording }: JoinedFacts): boolean {
  const { navigation, siteLinks, outLinks, signIn, shop, article } = structure;
  const site =
    navigation || signIn || shop || siteLinks > FEW_LINKS || outLinks > 0 || article > MOST_ARTICLE;
  return !site && length < SHORT_TEXT && wording >= 0;
}

/** From this share of the view on a box leaves nothing of the page to read. */
const COVERED = 0.95;

/** A site with a box over all of it, as a fake alert is laid over a news page: what stands behind it speaks for no box. */
const isCoveredSite = ({ structure, looks }: JoinedFacts): boolean =>
  looks.layerCover >= COVERED && structure.navigation && !structure.signIn && !structure.shop;

/** How many kinds of holds the page has; 0 where it lacks what every locker has: the screen, a grip, and pressure. */
function holdsOf(facts: JoinedFacts): number {
  const { all: times } = actCounts(facts);
  const screen = times('fullscreen') > 0 || facts.looks.fullscreen;
  const boxes = times(...BOXES) > (facts.actTextPhone ? 0 : 1);
  const windows = times('open-window') > 1 || facts.route.swarm > 1;
  const noise = times('sound', 'speech', 'vibrate') > 0 || facts.looks.mediaPlaying;
  const grips = [times('keyboard-lock') > 0, times('pointer-lock') > 0, boxes, windows];
  if (!screen || !grips.includes(true) || !(boxes || windows || noise)) return 0;
  const leaving = times('beforeunload') > 0;
  const ways = times('block-key', 'block-menu') > 0;
  const kinds = [screen, ...grips, noise, leaving, ways];
  return kinds.filter(Boolean).length;
}

/** Whether boxes came in a row that nobody asked for: after a click a list may be gone through box by box. */
const isLoop = (actsOfEach: readonly Acts[]): boolean => unaskedInARow({ actsOfEach }) >= LOOP_OF_BOXES;

/**
 * Whether a page with nothing on it, or over it, but a few words and a number holds the person as only lockers do,
 * whatever the words are: those who write fake alerts know more languages than rules/packs (docs/accuracy.md, twenty-first set). At most a
 * warning comes of it.
 */
export function numberHolds(facts: JoinedFacts): boolean {
  if (isLoop(facts.actsOfLarge) && facts.largeActTextPhone) return true;
  // The boxes of a small frame say nothing of a site, nor of a page that nobody has read: it may be an advert's.
  const bare = isBare(facts);
  if (!facts.seen || !(bare || isCoveredSite(facts))) return false;
  const loop = isLoop(facts.actsOfEach);
  if (bare && loop && facts.actTextPhone) return true;
  if (facts.onlyActTexts) return false;
  const holds = bare && loop ? HOLDS : holdsOf(facts);
  if (holds < HOLDS) return false;
  const many = bare && holds >= MANY_HOLDS;
  const shown = Math.max(0, ...facts.phones.map(({ prominence }) => prominence));
  return (
    shown >= (many ? IN_SIGHT : STANDS_OUT) &&
    sumOfOtherVoices(facts.concepts) < (many ? MISHEARD : MISHEARD_EASILY)
  );
}
