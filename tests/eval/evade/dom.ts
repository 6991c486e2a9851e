import { JSDOM } from 'jsdom';

const NOT_WORDS = new Set(['SCRIPT', 'STYLE', 'TEMPLATE', 'TEXTAREA', 'NOSCRIPT']);

/** Parses a page without running anything, lets `change` work on it and writes it out again. */
export function changePage(html: string, change: (document: Document) => void): string {
  const dom = new JSDOM(html);
  change(dom.window.document);
  return dom.serialize();
}

/** Every text node of the body that a person would read, and that holds more than blanks. */
export function wordNodes(document: Document): Text[] {
  const walker = document.createTreeWalker(document.body, 4 /* SHOW_TEXT */);
  const found: Text[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const parent = node.parentElement;
    if (parent && !NOT_WORDS.has(parent.tagName) && node.nodeValue?.trim()) found.push(node as Text); // SHOW_TEXT gives only these
  }
  return found;
}

/** Changes the readable text, the title too, letter by letter or as a whole. */
export function changeWords(html: string, change: (text: string) => string): string {
  return changePage(html, (document) => {
    for (const node of wordNodes(document)) node.nodeValue = change(node.nodeValue ?? '');
    document.title = change(document.title);
  });
}

/** Puts an element in the place of every readable text. */
export function replaceWords(html: string, make: (document: Document, text: string) => Node): string {
  return changePage(html, (document) => {
    for (const node of wordNodes(document)) node.replaceWith(make(document, node.nodeValue ?? ''));
  });
}

/** A text cut into pieces, each in an element of its own: of the given names in turn. */
export function partsOf(document: Document, pieces: readonly string[], names = ['span']): HTMLElement {
  const whole = document.createElement('span');
  for (const [index, piece] of pieces.entries()) {
    const part = document.createElement(names[index % names.length] ?? 'span');
    part.textContent = piece;
    whole.append(part);
  }
  return whole;
}

/** Adds a style sheet text to the head. */
export function withStyle(html: string, css: string): string {
  return html.replace(/<head[^>]*>/i, (head) => `${head}<style>${css}</style>`);
}

/** The page without its body's content, and that content (scripts left in place). */
export function takeBody(html: string): { shell: (body: string) => string; body: string; style: string } {
  const dom = new JSDOM(html);
  const { document } = dom.window;
  const scripts = [...document.querySelectorAll('script')];
  for (const script of scripts) script.remove();
  const body = document.body.innerHTML;
  const style = [...document.querySelectorAll('style')].map((sheet) => sheet.textContent).join('\n');
  document.body.innerHTML = '<!--here-->';
  for (const script of scripts) document.body.append(script);
  return { shell: (content) => dom.serialize().replace('<!--here-->', () => content), body, style };
}

/** Text for an attribute in double quotes. */
export function attribute(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
}

/** A string for use inside a script element. */
export function quoted(text: string): string {
  return JSON.stringify(text).replaceAll('<', '\\u003c');
}

/** The page with a title that says nothing. */
export function untitled(html: string): string {
  return html.replace(/<title>[\s\S]*?<\/title>/i, '<title>Loading</title>');
}
