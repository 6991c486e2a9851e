import type { LayerFacts } from './layers';
import { findEverywhere, firstOf } from './shadow-roots';

/** A picture with this share of the probed points is all there is to see. */
const NEARLY_ALL = 0.9;
/** Viewers, shops and menus have more links, fields and buttons than this. */
const FEW_CONTROLS = 1;

/** A game, a film, a drawing board: even one that is not shown yet. */
const PLAYERS = 'canvas,video,object,embed';
const CONTROLS =
  'a[href]:not([href^="tel:" i]),button,select,textarea,input:not([type=hidden]),summary,[role=button],[role=link],[contenteditable],[tabindex="0"]';

/** Whether the page is one still picture, with hardly anything on it to go to, to fill in or to press. */
export function isOnlyPicture({ stillCover }: LayerFacts): boolean {
  if (stillCover < NEARLY_ALL) return false;
  return (
    findEverywhere(PLAYERS).next().done === true &&
    firstOf(findEverywhere(CONTROLS), FEW_CONTROLS + 1).length <= FEW_CONTROLS
  );
}
