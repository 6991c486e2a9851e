import { documentState } from '../document-state';
import { root } from '../safe-document';

/** How often the browser tells of a change: at each of these shares of the page that are in view. */
const THRESHOLDS = [0, 0.25, 0.5, 0.75, 1];

/** The part of the page that is in view, as the browser last told; null while it has told nothing. */
let told: { inView: DOMRectReadOnly; whole: DOMRectReadOnly } | null = null;
let watched: Element | null = null;
let observer: IntersectionObserver | null = null;

/** What the frames around cut away counts as not seen, whatever their origin; the browser alone knows it. */
function watch(page: Element): void {
  watched = page;
  observer?.disconnect(); // a document that was written anew has another root
  observer = new IntersectionObserver(
    (entries) => {
      const last = entries.at(-1);
      if (!last) return;
      told = { inView: last.intersectionRect, whole: last.boundingClientRect };
      documentState().onChange?.('view'); // a look that came before knew nothing of it
    },
    { threshold: THRESHOLDS },
  );
  observer.observe(page);
}

const share = (width: number, height: number): number =>
  Math.min(1, (width * height) / (outerWidth * outerHeight));

/**
 * The share of the browser window that this frame takes, 0..1; 1 for the top frame. The size of a frame right in the
 * page is the page's own choice. One that stands deeper has its size from a frame that may show only a corner of it
 * (a small advert with a huge frame inside): of that one only what is in view counts, and nothing before it is known.
 */
export function shownShare(): number {
  if (window === window.top || outerWidth === 0 || outerHeight === 0) return 1;
  if (parent === window.top || typeof IntersectionObserver === 'undefined')
    return share(innerWidth, innerHeight);
  const page = root();
  if (page && page !== watched) watch(page);
  if (!told) return 0;
  const { inView, whole } = told;
  // Where the end of the page is cut away, what is left is what is seen. Of a page that is shorter than its frame, or
  // whose parts all float, only the width is known: the frame is taken to be cut as much the other way.
  const cut = Math.min(1, inView.width / (innerWidth || 1));
  const height = inView.height < whole.height ? inView.height : innerHeight * cut;
  return share(inView.width, Math.min(height, innerHeight, outerHeight));
}
