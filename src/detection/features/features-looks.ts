import { ramp } from './ramp';
import type { Unread } from './features';
import type { JoinedFacts } from '../frames/joined-facts';

/** How the page presents itself and how one got here. All values 0..1; features.ts scales them by the words. */

/** What is left of "no way out" on a page with a menu, with so much of an article as WAY_OUT_ARTICLE, with a footer. */
const WITH_MENU = 0.5;
const WAY_OUT_ARTICLE = 0.5;
const WITH_ARTICLE = 0.3;
const WITH_FOOT = 0.7;
/** Between so many links, and characters of prose, there is less and less of it. */
const LINKS = [1, 8] as const;
const PROSE = [800, 3_000] as const;

/** Nothing to go to, nothing to read: what a page is that wants only one thing. */
function noWayOut({ structure, seen, onlyActTexts }: JoinedFacts): number {
  if (!seen || onlyActTexts) return 0;
  const links = 1 - ramp(structure.siteLinks + structure.outLinks, ...LINKS);
  const rest =
    (structure.navigation ? WITH_MENU : 1) *
    (structure.article > WAY_OUT_ARTICLE ? WITH_ARTICLE : 1) *
    (structure.footer ? WITH_FOOT : 1);
  return links * rest * (1 - ramp(structure.proseLength, ...PROSE));
}

function routeFeatures({ route }: JoinedFacts): Record<string, number> {
  return {
    'opened-by-page': route.openedByPage ? 1 : 0,
    campaign: route.campaign ? 1 : 0,
  };
}

/**
 * Features of looks and route. From where to where each goes was chosen by hand; their weights are learned.
 * @param unread what holds the person is no threat that was read
 */
export function lookFeatures(facts: JoinedFacts, unread: Unread): Record<string, number> {
  const { looks } = facts;
  return {
    'layer-cover': ramp(looks.layerCover, 0.3, 0.95),
    'layer-depth': ramp(looks.layerDepth, 1, 4),
    fullscreen: looks.fullscreen ? 1 : 0,
    'cursor-hidden': looks.cursorHidden ? 1 : 0,
    'system-window': looks.systemWindow ? 1 : 0,
    'fake-scan': looks.fakeScan ? 1 : 0,
    flashing: looks.flashing ? 1 : 0,
    'big-threat': ramp(looks.threatFontPx, 18, 40),
    'scroll-locked': looks.scrollLocked ? 1 : 0,
    'picture-cover': ramp(looks.pictureCover, 0.5, 0.95),
    'select-blocked': looks.selectBlocked ? 1 : 0,
    'media-playing': looks.mediaPlaying ? 1 : 0,
    'no-way-out': unread === null ? noWayOut(facts) : 0,
    'only-picture': unread === 'picture' ? 1 : 0,
    'number-lock': unread === 'number' ? 1 : 0,
    ...routeFeatures(facts),
  };
}
