import { elementAt } from '../safe-document';
import { boxOf, contains, rootOf } from './safe-element';
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
  const box = style.display === 'contents' ? boxOfContents(element) : boxOf(element);
  const onScreen = box.bottom > 0 && box.right > 0 && box.top < innerHeight && box.left < innerWidth;
  if (box.width === 0 && box.height === 0) return { prominence: 0.2, fontPx };
  if (!onScreen) return { prominence: 0.15 + 0.15 * sizeShare(fontPx), fontPx };
  const bold = Number.parseInt(style.fontWeight, 10) >= 600 ? 0.1 : 0;
  const lifted = standsIn(layers, element) ? 0.15 : 0;
  const prominence = 0.4 + 0.35 * sizeShare(fontPx) + bold + lifted;
  const inFront = style.pointerEvents === 'none' || standsInFront(element, box);
  return { prominence: inFront ? Math.min(1, prominence) : prominence * 0.4, fontPx };
}
