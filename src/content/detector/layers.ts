import { ANIMATION_LIMIT, findFirst, pageBody, runningAnimations } from '../safe-document';
import { rectOf, nameOf } from './safe-element';
import { everyElementAt } from './shadow-roots';

/** At more than this share of the probed points the cursor has to be hidden. */
const CURSOR_GONE = 0.5;
/** Points at which the page is probed, in each direction: 25 in all. */
const GRID = 5;
/** Elements whose size is asked for, and of large and of small ones how many are asked for their style. */
const SIZE_LIMIT = 5_000;
const STYLE_LIMIT = 220;
/** A layer smaller than this share of the viewport is a button, not a layer. */
const SMALLEST_LAYER = 0.03;
/** A picture is one from this share of the viewport on. */
const SMALLEST_PICTURE = 0.04;

const PICTURES = /^(?:img|canvas|video|svg|picture|object|embed)$/i;
/** What may show a game, a film or another page. */
const MAY_SHOW_ANYTHING = /^(?:canvas|video|object|embed|iframe|frame)$/i;

/** What stands above what at a few points of the viewport. */
export interface LayerFacts {
  layerCover: number;
  layerDepth: number;
  pictureCover: number;
  /** Share of the viewport where a picture stands that neither plays nor is painted. */
  stillCover: number;
  cursorHidden: boolean;
  flashing: boolean;
  /** The layers, each once, front first. */
  layers: Element[];
}

interface Look {
  layer: boolean;
  picture: boolean;
  lively: boolean;
  hiddenCursor: boolean;
}

const NO_SIZE = { width: 0, height: 0 };
const NOTHING: Look = { layer: false, picture: false, lively: false, hiddenCursor: false };

/** @param share of the viewport that it would cover */
function lookAt(element: Element, share: number): Look {
  const style = getComputedStyle(element);
  const lifted = style.position === 'fixed' || style.position === 'absolute' || style.position === 'sticky';
  const picture = PICTURES.test(nameOf(element)) || style.backgroundImage.includes('url(');
  return {
    layer: lifted && share >= SMALLEST_LAYER && element !== pageBody(),
    picture: picture && share >= SMALLEST_PICTURE,
    lively: MAY_SHOW_ANYTHING.test(nameOf(element)),
    hiddenCursor: style.cursor === 'none',
  };
}

/** Elements at each probed point, front first. */
function probe(width: number, height: number): Element[][] {
  const stacks: Element[][] = [];
  for (let row = 0; row < GRID; row += 1)
    for (let column = 0; column < GRID; column += 1) {
      const x = ((column + 0.5) * width) / GRID;
      const y = ((row + 0.5) * height) / GRID;
      stacks.push(everyElementAt(x, y));
    }
  return stacks;
}

/** Shares of `stacks` in which a test holds. */
function shareOf<T>(stacks: readonly T[], test: (stack: T) => boolean): number {
  return stacks.length === 0 ? 0 : stacks.filter(test).length / stacks.length;
}

/** Probes the viewport, in the shadow roots that the reading of the texts met, too. Asks for layout once. */
export function readLayers(): LayerFacts {
  const viewport = innerWidth * innerHeight;
  const looks = new Map<Element, Look>();
  const room = { large: STYLE_LIMIT, small: STYLE_LIMIT };
  const look = (element: Element): Look => {
    const known = looks.get(element);
    if (known) return known;
    const { width, height } = looks.size < SIZE_LIMIT ? rectOf(element) : NO_SIZE;
    const share = (width * height) / viewport;
    const size = share < SMALLEST_LAYER ? 'small' : 'large'; // any number of specks can stand before a layer
    const found = (room[size] -= 1) < 0 ? NOTHING : lookAt(element, share);
    looks.set(element, found);
    return found;
  };
  const stacks = viewport < 1 ? [] : probe(innerWidth, innerHeight);
  const seen = stacks.map((stack) => stack.map(look));
  const middle = seen[Math.floor(seen.length / 2)] ?? [];
  return {
    layerCover: shareOf(seen, (stack) => stack.some(({ layer }) => layer)),
    layerDepth: middle.filter(({ layer }) => layer).length,
    pictureCover: shareOf(seen, (stack) => stack.some(({ picture }) => picture)),
    stillCover: shareOf(
      seen,
      (stack) => stack.some(({ picture }) => picture) && !stack.some(({ lively }) => lively),
    ),
    cursorHidden: shareOf(seen, (stack) => stack[0]?.hiddenCursor ?? false) > CURSOR_GONE,
    flashing: isFlashing(),
    layers: [...looks.keys()].filter((element) => looks.get(element)?.layer),
  };
}

const FLASHING = ['opacity', 'backgroundColor', 'color', 'visibility', 'boxShadow', 'filter', 'borderColor'];

/** Something blinks or runs across for ever: endless animations of colour, old blink and marquee elements. */
function isFlashing(): boolean {
  if (findFirst('marquee,blink')) return true;
  return runningAnimations(ANIMATION_LIMIT).some(({ effect }) => {
    if (!(effect instanceof KeyframeEffect) || effect.getTiming().iterations !== Infinity) return false;
    return effect.getKeyframes().some((frame) => FLASHING.some((property) => property in frame));
  });
}
