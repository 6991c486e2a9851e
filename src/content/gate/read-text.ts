import { findAll, pageRoot, pageTitle, shadowOf, walkTexts } from '../safe-document';

/** Characters read from the beginning and from the end of a page: boxes laid over it often come last. */
const HEAD_LENGTH = 14_000;
const TAIL_LENGTH = 6_000;
/** Text nodes looked at in each direction, for pages of very many empty ones. */
const NODE_LIMIT = 4_000;
/** Elements asked for a shadow root, pictures asked for their alternative text. */
const HOST_LIMIT = 60;
const PICTURE_LIMIT = 30;

const UNREAD = /^(?:script|style|noscript)$/i;
const INLINE = /^(?:[abiu]|em|font|mark|small|span|strong|sub|sup|tspan|wbr)$/i;

/** What one capped pass over a page's text found. */
export interface PageText {
  text: string;
  /** Text nodes of one letter: words taken apart to be put together again by style rules. */
  singles: number;
}

/** Takes text nodes from `step` until it gives none or a limit is met. */
function take(step: () => Node | null, length: number): Text[] {
  const texts: Text[] = [];
  let left = length;
  for (let seen = 0; seen < NODE_LIMIT && left > 0; seen += 1) {
    const text = step() as Text | null; // the walkers show text nodes only
    if (!text) break;
    if (UNREAD.test(text.parentNode?.nodeName ?? '')) continue;
    texts.push(text);
    left -= text.data.length;
  }
  return texts;
}

/** Whether two texts that follow each other stand in one line: "Mi<b>cro</b>soft" is one word. */
function inOneLine(one: Node | null, other: Node | null): boolean {
  if (!one || !other) return false;
  if (one === other) return true;
  const inlineOne = INLINE.test(one.nodeName);
  const inlineOther = INLINE.test(other.nodeName);
  if (inlineOne && inlineOther) return one.parentNode === other.parentNode;
  return (inlineOne && one.parentNode === other) || (inlineOther && other.parentNode === one);
}

/** Adds the texts to `page`, at most `length` characters. */
function add(page: PageText, texts: Text[], length: number): void {
  let parent: Node | null = null;
  const end = page.text.length + length;
  for (const text of texts) {
    const { data, parentNode } = text;
    if (data.length === 1 && data > ' ') page.singles += 1;
    page.text += inOneLine(parent, parentNode) ? data : `\n${data}`;
    parent = parentNode;
  }
  if (page.text.length > end) page.text = page.text.slice(0, end);
}

/** Text in shadow roots, those of the first few likely hosts: elements with their own name or without children. */
function addShadows(page: PageText): void {
  let asked = 0;
  for (const element of findAll('body :empty, body :not(:defined), body>*')) {
    if ((asked += 1) > HOST_LIMIT) break;
    const root = shadowOf(element);
    if (!root) continue;
    const walker = walkTexts(root);
    add(page, take(() => walker.nextNode(), TAIL_LENGTH), TAIL_LENGTH); // prettier-ignore
  }
}

function addPictures(page: PageText): void {
  let pictures = 0;
  for (const picture of findAll('img[alt],area[alt]')) {
    if ((pictures += 1) > PICTURE_LIMIT) break;
    page.text += `\n${(picture.getAttribute('alt') ?? '').slice(0, 300)}`;
  }
}

/** The end of a page, back to `rest`, where the reading from the beginning stopped. */
function takeTail(root: Node, rest: Node): Text[] {
  const walker = walkTexts(root);
  let last: Node = root;
  while (last.lastChild) last = last.lastChild;
  walker.currentNode = last;
  let own = last.nodeType === Node.TEXT_NODE ? last : null;
  const before = (): Node | null => {
    const found = own ?? walker.previousNode();
    own = null;
    const met = found && rest.compareDocumentPosition(found) & Node.DOCUMENT_POSITION_PRECEDING;
    return met ? null : found;
  };
  return take(before, TAIL_LENGTH).reverse();
}

/** The title and up to 20,000 characters of a page's text, in one pass that asks for neither style nor layout. */
export function readText(): PageText {
  const page: PageText = { text: pageTitle().slice(0, 500), singles: 0 };
  const root = pageRoot();
  if (!root) return page;
  const walker = walkTexts(root);
  add(page, take(() => walker.nextNode(), HEAD_LENGTH), HEAD_LENGTH); // prettier-ignore
  const rest = walker.nextNode();
  if (rest) add(page, takeTail(root, rest), TAIL_LENGTH);
  addShadows(page);
  addPictures(page);
  return page;
}
