import { JSDOM, VirtualConsole } from 'jsdom';
import { collectPieces, streamOf, type TextSegment } from '../../src/detection/text/text-stream';
import { termsOf } from '../../src/detection/text/wording';

/** The words of a page as the detector would read them, from its HTML alone. */

/** A recorded page (tests/pages/blind), as far as its words go. */
interface RecordedPage {
  load: { html: string };
  click?: { html?: string } | null;
  trace?: readonly { api: string; arg?: string }[];
}

const UNSEEN = 'script, style, template, noscript, [hidden]';
/** Elements that stand in the line around them; any other one ends the text before it. */
const INLINE = new Set('A ABBR B BDI BDO CITE CODE EM FONT I KBD MARK Q S SMALL SPAN STRONG SUB SUP TIME U WBR'.split(' ')); // prettier-ignore
const isUnseen = (element: Element): boolean =>
  element.matches(UNSEEN) || /display:\s*none/.test(element.getAttribute('style') ?? '');

function addTexts(node: Node, texts: string[]): void {
  for (const child of node.childNodes) {
    if (child.nodeType === 3) texts.push(`${texts.pop() ?? ''}${child.nodeValue ?? ''}`);
    if (child.nodeType !== 1) continue;
    const element = child as Element; // nodeType 1
    if (isUnseen(element)) continue;
    const isBlock = !INLINE.has(element.tagName);
    if (isBlock) texts.push('');
    addTexts(element, texts);
    if (isBlock) texts.push('');
  }
}

function segmentsOf(html: string): { title: string; segments: TextSegment[] } {
  // A console of its own: jsdom reads fewer styles than browsers do, and would say so at each.
  const { document } = new JSDOM(html, { virtualConsole: new VirtualConsole() }).window;
  const texts: string[] = [];
  addTexts(document.body, texts);
  const shown = texts.map((text) => text.replace(/\s+/g, ' ').trim()).filter((text) => text !== '');
  return { title: document.title, segments: shown.map((text) => ({ text, prominence: 0.6 })) };
}

const BOXES = new Set(['alert', 'confirm', 'prompt']);

/** The terms of a page before and after the click, its title and its boxes with them. */
export function termsOfPage({ load, click, trace = [] }: RecordedPage): Set<string> {
  const parts = [load.html, ...(click?.html ? [click.html] : [])].map(segmentsOf);
  const actTexts = trace.flatMap(({ api, arg }) => (BOXES.has(api) && arg ? [arg] : []));
  const segments = parts.flatMap((part) => part.segments);
  const pieces = collectPieces({ segments, title: parts[0]?.title ?? '', actTexts, address: '' });
  return termsOf(streamOf(pieces).tokens);
}
