import { elementAt } from '../safe-document';
import { rectOf, contains, rootOf } from './safe-element';
import { standsIn } from './shadow-roots';

/** How much the eye meets a text, measured only for the few texts that tell something. */
export interface Measured {
  /** 0..1. */
  prominence: number;
  /** Size of the letters, CSS px. */
  fontPx: number;
}

/** Reading size, and a size that fills the screen (CSS px). */
const PLAIN_PX = 14;
const LARGE_PX = 34;

/** From this weight on letters are bold (400 is normal, 700 is `bold`). */
const BOLD_WEIGHT = 600;

/** Prominence of plain letters on the screen, and what counts on top, 1 at most together; chosen by hand, as all here. */
const ON_SCREEN = 0.4;
const BY_SIZE = 0.35;
const BY_BOLD = 0.1;
const BY_LAYER = 0.15;
/** The part of it that is left to what stands behind something else. */
const BEHIND = 0.4;
/** Prominence of a text without a size; of one beside the screen, and what its letters' size counts there on top. */
const WITHOUT_SIZE = 0.2;
const BESIDE_SCREEN = 0.15;
const BESIDE_SCREEN_BY_SIZE = 0.15;

/** 0 for small print, 1 for letters that shout. */
function sizeShare(fontPx: number): number {
  return Math.min(1, Math.max(0, (fontPx - PLAIN_PX) / (LARGE_PX - PLAIN_PX)));
}

/** Whether `element` or something of the same box stands in front at its own middle; one that no click meets is taken to. */
function standsInFront(element: Element, box: DOMRect): boolean {
  const x = Math.min(innerWidth - 1, Math.max(0, box.left + box.width / 2));
  const y = Math.min(innerHeight - 1, Math.max(0, box.top + box.height / 2));
  const front = elementAt(x, y);
  return (
    front === null || contains(front, element) || contains(element, front) || rootOf(element) !== document
  );
}

/** Where the contents of an element stand that has no box of its own. */
function boxOfContents(element: Element): DOMRect {
  const range = new Range();
  range.selectNodeContents(element);
  return range.getBoundingClientRect();
}

/** Measures one text's element: letter size, place in the viewport, what stands before it. Asks for layout. */
export function measurePlace(element: Element, layers: readonly Element[]): Measured {
  const style = getComputedStyle(element);
  const fontPx = Number.parseFloat(style.fontSize) || PLAIN_PX;
  const box = style.display === 'contents' ? boxOfContents(element) : rectOf(element);
  const onScreen = box.bottom > 0 && box.right > 0 && box.top < innerHeight && box.left < innerWidth;
  if (box.width === 0 && box.height === 0) return { prominence: WITHOUT_SIZE, fontPx };
  if (!onScreen) return { prominence: BESIDE_SCREEN + BESIDE_SCREEN_BY_SIZE * sizeShare(fontPx), fontPx };
  const bold = Number.parseInt(style.fontWeight, 10) >= BOLD_WEIGHT ? BY_BOLD : 0;
  const lifted = standsIn(layers, element) ? BY_LAYER : 0;
  const prominence = ON_SCREEN + BY_SIZE * sizeShare(fontPx) + bold + lifted;
  const inFront = style.pointerEvents === 'none' || standsInFront(element, box);
  return { prominence: inFront ? Math.min(1, prominence) : prominence * BEHIND, fontPx };
}
