import type { JoinedFacts } from '../frames/joined-facts';
import { ramp } from './ramp';
import { most, type ConceptName } from './voices';

/** What a page shows of a site of its own around what it says. A locker that lays itself over such a site shows none. */

/** Links to more of it that make a page one of many; no scam of the blind sets with two boxes in a row shows so many. */
const LINKS = 3;
/** So many are enough for a page that says how to mend something: it stands among others. */
const FEW_LINKS = 2;
/** A layer over this share of the page hides what stands behind it. */
const HIDES = 0.5;

const isInSight = ({ looks, seen }: JoinedFacts): boolean =>
  seen && !looks.fullscreen && looks.layerCover < HIDES;

/** 0..1: how much of a site stands around: a menu that leads somewhere is one, and so are links enough. */
export function siteAround(facts: JoinedFacts): number {
  const { siteLinks, navigation } = facts.structure;
  if (!isInSight(facts)) return 0;
  return navigation && siteLinks > 0 ? 1 : ramp(siteLinks, 0, FEW_LINKS);
}

/** Whether links to more of it are in sight. */
const showsLinks = (facts: JoinedFacts): boolean => isInSight(facts) && facts.structure.siteLinks >= LINKS;

/** What a site does not say of its visitor's account, card or session: that the machine is in danger, that the police speaks. */
export const GRAVE: readonly ConceptName[] = [
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

/** Whether links stand around boxes that say nothing known, on a page that says nothing grave itself. */
export const isAroundPlainBoxes = (facts: JoinedFacts): boolean =>
  facts.actTextConcepts.size === 0 && showsLinks(facts) && most(facts.concepts, GRAVE) === 0;

/** Whether a site stands around the page's boxes. Links alone are one for plain boxes, where no company is named. */
export const isAroundBoxes = (facts: JoinedFacts): boolean =>
  showsSite(facts) || (facts.brands.size === 0 && isAroundPlainBoxes(facts));

/** Whether it surely is one: such links beside a menu, a footer or a form to sign in. */
export function showsSite(facts: JoinedFacts): boolean {
  const { navigation, footer, signIn } = facts.structure;
  return showsLinks(facts) && (navigation || footer || signIn);
}
