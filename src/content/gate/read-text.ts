import { findAll, pageRoot, pageTitle, shadowOf } from '../safe-document';
import { inOneLine, textNodes, type ReadLimits } from '../text-nodes';

const LIMITS: ReadLimits = { head: 14_000, tail: 6_000, nodes: 4_000 };
const SHADOW_LIMITS: ReadLimits = { head: 4_000, tail: 0, nodes: 500 };
const MOST = LIMITS.head + LIMITS.tail;
/** Elements asked for a shadow root, pictures asked for their alternative text. */
const HOST_LIMIT = 60;
const PICTURE_LIMIT = 30;

/** What one capped pass over a page's text found. */
export interface PageText {
  text: string;
  /** Text nodes of one letter: words taken apart to be put together again by style rules. */
  singles: number;
}

function add(page: PageText, texts: Text[]): void {
  let parent: Node | null = null;
  for (const text of texts) {
    const { data, parentNode } = text;
    if (data.length === 1 && data > ' ') page.singles += 1;
    page.text += inOneLine(parent, parentNode) ? data : `\n${data}`;
    parent = parentNode;
    if (page.text.length > MOST) page.text = page.text.slice(0, MOST);
  }
}

/** Up to `limit` elements that match. */
const some = (selector: string, limit: number): Element[] => [...findAll(selector)].slice(0, limit);

/** The title and up to 20,000 characters of a page's text, in one pass that asks for neither style nor layout. */
export function readText(): PageText {
  const page: PageText = { text: pageTitle().slice(0, 500), singles: 0 };
  const root = pageRoot();
  if (!root) return page;
  for (const picture of some('img[alt]', PICTURE_LIMIT))
    page.text += `\n${picture.getAttribute('alt')?.slice(0, 300)}`;
  add(page, textNodes(root, LIMITS));
  for (const host of some('body>*,body :empty,body :not(:defined)', HOST_LIMIT)) {
    const shadow = shadowOf(host);
    if (shadow) add(page, textNodes(shadow, SHADOW_LIMITS));
  }
  return page;
}
