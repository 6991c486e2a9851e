import type { Answer } from '../rig/page-server';

/** Pages with more, or other, characters than anybody expects. Each quotes a fake alert, so that it is read with care. */

/** In every page, before anything else: what went wrong in it, by the page's own eyes. */
const NOTES = `<script>window.troubles = [];
for (const name of ['error', 'unhandledrejection'])
  addEventListener(name, (event) => troubles.push(name + ': ' + (event.message ?? event.reason)), true);</script>`;

const HEAD = `<!doctype html><title>What stood on the screen</title>${NOTES}`;

const ARTICLE = `<h1>What the window said</h1>
  <p>Our reader took a picture of the page before she closed it. The police warn of this scam; it said:</p>
  <blockquote>Windows security alert: a Trojan virus was found. Call Microsoft support now, 1-888-555-0147.</blockquote>
  <p>Criminals write such pages. Nobody should call the number, said the officer, and no page can look into a computer.</p>`;

const LINE = 'The bread is made of flour, water, salt and yeast, and of a little time in the afternoon. ';

/** Ten million characters; the browser lays out only what is in sight, as long pages ask for these days. */
function muchText(): string {
  const paragraph = `<p>${LINE.repeat(100)}</p>\n`;
  const style = '<style>p { content-visibility: auto; contain-intrinsic-size: auto 200px }</style>';
  return `${HEAD}${style}${ARTICLE}${paragraph.repeat(Math.ceil(10_000_000 / paragraph.length))}`;
}

/** Fifty thousand elements, side by side, and some of them as deep in each other as the parser makes them. */
function manyNodes(): string {
  return `${HEAD}${ARTICLE}<p>${'<i>bread </i>'.repeat(48_000)}</p>${'<div>'.repeat(2_000)}deep`;
}

/** Every way in which bytes are no UTF-8: lone and missing followers, endless forms, surrogates, the last two bytes. */
function brokenBytes(): Buffer {
  const wrong = ['80', 'bf', 'c3', 'c080', 'e2', 'e282', 'e08080', 'f0', 'f09f98', 'f8888080', 'eda080', 'edb080', 'fe', 'ff', '00']; // prettier-ignore
  const pieces = wrong.flatMap((hex) => [Buffer.from(hex, 'hex'), Buffer.from(' flour ')]);
  const mess = Buffer.concat(Array.from({ length: 2_000 }, () => pieces).flat());
  return Buffer.concat([Buffer.from(`${HEAD}${ARTICLE}<p>`), mess, Buffer.from(ARTICLE), mess.subarray(1)]);
}

/** Two bytes a character, read one by one: a zero between any two letters. */
function otherCharset(): Buffer {
  const wide = Buffer.from(`${ARTICLE}<p>${LINE.repeat(500)}</p>`, 'utf16le');
  return Buffer.concat([Buffer.from(`${HEAD}${ARTICLE}`), wide, Buffer.from(ARTICLE), wide.subarray(1)]);
}

/** Halves of characters wherever a page may put text: in words, title, address, attributes, a canvas, a frame's name. */
function halfCharacters(): string {
  return `${HEAD}${ARTICLE}<p id="text">bread</p><canvas></canvas><script>
    const half = '\\ud83d', other = '\\udd12', words = document.querySelector('blockquote');
    words.textContent = half + words.textContent.split(' ').join(' ' + half + ' ') + other;
    document.getElementById('text').textContent = (other + half + ' bread ').repeat(5_000);
    document.title = other + document.title + half;
    words.setAttribute('aria-label', half);
    words.setAttribute('title', other);
    history.replaceState({ half }, '', '#' + other);
    document.querySelector('canvas').getContext('2d').fillText(half + ' Call now 1-888-555-0147 ' + other, 5, 5);
    const frame = document.createElement('iframe');
    frame.srcdoc = '<p>' + half + ' virus found ' + other;
    frame.name = half;
    document.body.append(frame);
  </script>`;
}

export const ODD_PAGES: Record<string, () => Answer> = {
  'ten million characters': () => ({ body: muchText() }),
  'fifty thousand elements': () => ({ body: manyNodes() }),
  'bytes that are no UTF-8': () => ({ body: brokenBytes() }),
  'UTF-16 read as windows-1252': () => ({ body: otherCharset(), type: 'text/html; charset=windows-1252' }),
  'halves of characters': () => ({ body: halfCharacters() }),
};
