import { changePage, replaceWords, wordNodes } from './dom';

/** Where the number of a page may stand but in its text. */

/** A telephone number as the own pages write them. */
const NUMBER = /\+?\d[\d\s()+-]{6,}\d/;

const without = (text: string): string =>
  text.replaceAll(new RegExp(NUMBER, 'g'), '').replaceAll(/ {2,}/g, ' ');

/** The number is the target of the link that says "call"; no text has it. */
export function telLink(html: string): string {
  return changePage(html, (document) => {
    for (const node of wordNodes(document)) {
      const number = NUMBER.exec(node.nodeValue ?? '')?.[0];
      if (number === undefined) continue;
      const link = document.createElement('a');
      link.href = `tel:${number.replaceAll(/[^\d+]/g, '')}`;
      link.textContent = without(node.nodeValue ?? '');
      node.replaceWith(link);
    }
    document.title = without(document.title);
  });
}

/** The page's address carries the number as base64; the page writes it where it belongs. */
export function base64Address(html: string): { html: string; path: string } {
  let number = '';
  const changed = replaceWords(html, (document, text) => {
    const found = NUMBER.exec(text)?.[0];
    if (found === undefined) return document.createTextNode(text);
    number ||= found;
    const whole = document.createElement('span');
    const [before = '', after = ''] = text.split(found);
    const place = document.createElement('span');
    place.className = 'nr';
    whole.append(before, place, after);
    return whole;
  });
  const fill = `const nr = atob(new URLSearchParams(location.search).get('p'));
    for (const place of document.querySelectorAll('.nr')) place.textContent = nr;`;
  const path = `/?p=${encodeURIComponent(Buffer.from(number, 'latin1').toString('base64'))}`;
  return { html: changed.replace(/<\/body>/i, () => `<script>${fill}</script></body>`), path };
}
