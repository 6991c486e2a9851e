import { walkTexts } from './safe-document';

const UNREAD = /^(?:script|style|noscript)$/i;
const INLINE = /^(?:[abiu]|em|font|mark|small|span|strong|su[bp]|tspan|wbr)$/i;

/** How much of a page is read: a part from its beginning, a part from its end (boxes laid over it come last). */
export interface ReadLimits {
  /** Characters. */
  head: number;
  tail: number;
  /** Text nodes looked at in each direction, for pages of very many empty ones. */
  nodes: number;
}

/** Whether two texts that follow each other stand in one line: "Mi<b>cro</b>soft" is one word. */
export function inOneLine(one: Node | null, other: Node | null): boolean {
  if (!one || !other) return false;
  if (one === other) return true;
  const inlineOne = INLINE.test(one.nodeName);
  const inlineOther = INLINE.test(other.nodeName);
  if (inlineOne && inlineOther) return one.parentNode === other.parentNode;
  return (inlineOne && one.parentNode === other) || (inlineOther && other.parentNode === one);
}

/** Takes text nodes from `step` until it gives none or a limit is met. */
function take(step: () => Node | null, length: number, nodes: number): Text[] {
  const texts: Text[] = [];
  let left = length;
  for (let seen = 0; seen < nodes && left > 0; seen += 1) {
    const text = step() as Text | null; // the walkers show text nodes only
    if (!text) break;
    if (UNREAD.test(text.parentNode?.nodeName ?? '')) continue;
    texts.push(text);
    left -= text.data.length;
  }
  return texts;
}

/** The end of `root`, back to `rest`, where the reading from the beginning stopped. */
function takeTail(root: Node, rest: Node, limits: ReadLimits): Text[] {
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
  return take(before, limits.tail, limits.nodes).reverse();
}

/** The text nodes of `root` in reading order, within the limits; neither style nor layout is asked for. */
export function textNodes(root: Node, limits: ReadLimits): Text[] {
  const walker = walkTexts(root);
  const texts = take(() => walker.nextNode(), limits.head, limits.nodes);
  const rest = walker.nextNode();
  return rest ? texts.concat(takeTail(root, rest, limits)) : texts;
}
