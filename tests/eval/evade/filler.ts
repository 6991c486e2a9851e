import { changePage, partsOf, replaceWords, wordNodes } from './dom';

/** More than the gate reads from either end of a page (characters). */
const MUCH = 24_000;
const SENTENCE = 'The river runs past the old mill, and in the evening children play on its banks. ';

function prose(document: Document): HTMLElement {
  const box = document.createElement('div');
  box.hidden = true;
  for (let length = 0; length < MUCH; length += SENTENCE.length) {
    const paragraph = document.createElement('p');
    paragraph.textContent = SENTENCE;
    box.append(paragraph);
  }
  return box;
}

/** Pages of honest words that nobody sees, before and after what everybody sees. */
export function hiddenProse(html: string): string {
  return changePage(html, (document) => {
    document.body.prepend(prose(document));
    document.body.append(prose(document));
  });
}

/** More than the detector reads before a layer, and behind it (copies of that prose). */
const COPIES = 2;

/** The page as a layer over a long article, which begins before it and goes on behind it. */
export function overLongArticle(html: string): string {
  return changePage(html, (document) => {
    const layer = document.createElement('div');
    layer.setAttribute('style', 'position:fixed;inset:0;overflow:auto;background:#fff');
    layer.append(...document.body.childNodes);
    const copies = Array.from({ length: 2 * COPIES }, () => prose(document));
    for (const copy of copies) copy.hidden = false;
    document.body.append(...copies.slice(COPIES), layer, ...copies.slice(0, COPIES));
  });
}

/** Before every text so many invisible letters that nothing else of it fits into what is read of one. */
export function invisibleLead(html: string): string {
  return changePage(html, (document) => {
    for (const node of wordNodes(document)) node.nodeValue = '\u200b'.repeat(6_100) + (node.nodeValue ?? '');
  });
}

/** More blank texts, each by itself between two comments, than texts are read. */
export function blankNodes(html: string): string {
  return changePage(html, (document) => {
    for (const place of ['prepend', 'append'] as const) {
      const blanks = document.createElement('div');
      for (let count = 0; count < 3_100; count += 1) blanks.append(' ', document.createComment(''));
      document.body[place](blanks);
    }
  });
}

/** A single invisible letter fills as much of what is read as one that is seen. */
const FEW = '\u200b'.repeat(280);
const MANY = 80;

function nearlyEmpty(document: Document): HTMLElement {
  const box = document.createElement('div');
  for (let count = 0; count < MANY; count += 1) {
    const line = document.createElement('span');
    line.textContent = `${FEW}.`;
    box.append(line);
  }
  return box;
}

/** A few hundred invisible letters before every text, and before dots above and below: no text of it is long. */
export function invisibleEverywhere(html: string): string {
  return changePage(html, (document) => {
    for (const node of wordNodes(document)) node.nodeValue = FEW + (node.nodeValue ?? '');
    document.body.prepend(nearlyEmpty(document));
    document.body.append(nearlyEmpty(document));
  });
}

/** Fewer than the forty in a row that were the sign of a filled text once. */
const BETWEEN = '\u200b'.repeat(39);

/** Words cut into elements of one letter, each with invisible ones behind it; the title says nothing. */
export function invisibleBetween(html: string): string {
  const apart = replaceWords(html, (document, text) => {
    const letters = [...text].map((letter) => letter + BETWEEN);
    return partsOf(document, letters);
  });
  return changePage(apart, (document) => {
    document.title = '';
  });
}

const MENU_LINKS = 15;
const OTHER_SITES = 8;

function menu(document: Document): HTMLElement {
  const nav = document.createElement('nav');
  const addresses = [
    ...Array.from({ length: MENU_LINKS }, (_, index) => `/page-${index}`),
    ...Array.from({ length: OTHER_SITES }, (_, index) => `https://site-${index}.example/`),
  ];
  for (const address of addresses) {
    const link = document.createElement('a');
    link.href = address;
    nav.append(link);
  }
  return nav;
}

function article(document: Document): HTMLElement {
  const box = document.createElement('article');
  const heading = document.createElement('h1');
  const time = document.createElement('time');
  const author = document.createElement('a');
  author.rel = 'author';
  box.append(heading, time, author);
  return box;
}

/** What honest pages have: a menu, an article's marks, a way to sign in, a price, a foot. */
function furniture(document: Document): HTMLElement {
  const box = document.createElement('div');
  const password = document.createElement('input');
  password.type = 'password';
  const price = document.createElement('b');
  price.setAttribute('itemprop', 'price');
  box.append(menu(document), article(document), password, price, document.createElement('footer'));
  return box;
}

/** All of it where nobody sees it. */
export function hiddenFurniture(html: string): string {
  return changePage(html, (document) => {
    const box = furniture(document);
    box.hidden = true;
    document.body.append(box);
  });
}

/** Below the first screen, to be seen only by those who scroll. */
const BELOW = 'position:absolute;top:110vh;left:0;right:0';

/** A long text about something else below the screen. */
export function proseBelow(html: string): string {
  return changePage(html, (document) => {
    const box = prose(document);
    box.hidden = false;
    box.style.cssText = BELOW;
    document.body.append(box);
  });
}

/** An honest page's furniture below the screen, with words in it. */
export function furnitureBelow(html: string): string {
  return changePage(html, (document) => {
    const box = furniture(document);
    box.style.cssText = BELOW;
    for (const part of box.querySelectorAll('a,h1,time,b,footer')) part.textContent = 'The old mill';
    document.body.append(box);
  });
}
