import { attribute, changePage, quoted, replaceWords, takeBody, untitled, wordNodes } from './dom';

const FILL = 'position:fixed;inset:0;width:100%;height:100%;border:0';

/** The words as SVG text. */
export function svgText(html: string): string {
  return replaceWords(html, (document, text) => {
    const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
    svg.setAttribute('width', '900');
    svg.setAttribute('height', '30');
    const words = document.createElementNS('http://www.w3.org/2000/svg', 'text');
    words.setAttribute('y', '20');
    words.textContent = text;
    svg.append(words);
    return svg;
  });
}

/** The words painted on canvases. @param paints script that paints `words` with `pen` @param kind script for its kind */
const onCanvas =
  (paints: string, kind = `'2d'`) =>
  (html: string) => {
    const changed = replaceWords(html, (document, text) => {
      const canvas = document.createElement('canvas');
      canvas.width = 900;
      canvas.height = 30;
      canvas.dataset.paint = Buffer.from(text.trim(), 'utf8').toString('base64');
      return canvas;
    });
    const paint = `for (const canvas of document.querySelectorAll('canvas[data-paint]')) {
    const bytes = Uint8Array.from(atob(canvas.dataset.paint), (letter) => letter.charCodeAt(0));
    const pen = canvas.getContext(${kind}); pen.font = '18px sans-serif';
    const words = new TextDecoder().decode(bytes); ${paints} canvas.removeAttribute('data-paint'); }`;
    return changed.replace(/<\/body>/i, () => `<script>${paint}</script></body>`);
  };

export const canvasText = onCanvas('pen.fillText(words, 0, 20);');
/** What the browser makes a text of by itself. */
export const canvasLists = onCanvas('pen.fillText([words], 0, 20);', `['2d']`);
export const canvasOutline = onCanvas('pen.strokeText(words, 0, 20);');
const byLetter = onCanvas(
  'let x = 0; for (const one of words) { pen.fillText(one, x, 20); x += pen.measureText(one).width; }',
);
export const canvasLetters = (html: string): string => untitled(byLetter(html));

/** Pictures of the words, which are in the alternative text only. */
export function picturesWithAlt(html: string): string {
  return replaceWords(html, (document, text) => {
    const image = document.createElement('img');
    image.alt = text;
    image.width = 800;
    image.height = 40;
    return image;
  });
}

/** One picture of all words instead of the page, without alternative text; what the page does stays. */
export function onePicture(html: string): string {
  const lines: string[] = [];
  changePage(html, (document) => {
    for (const node of wordNodes(document)) lines.push(node.nodeValue?.trim() ?? '');
  });
  const texts = lines.map((line, index) => `<text x="60" y="${90 + 60 * index}">${attribute(line)}</text>`);
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="1600" height="900"><rect width="1600" height="900" fill="#dde6f0"/><g font-size="32">${texts.join('')}</g></svg>`;
  const picture = `<img style="${FILL};object-fit:cover" src="data:image/svg+xml,${encodeURIComponent(svg)}">`;
  return untitled(takeBody(html).shell(picture));
}

/** In a dialog over all, whose box lets no light through. */
export function modalDialog(html: string): string {
  const { shell, body } = takeBody(html);
  const show = `<script>document.querySelector('dialog').showModal()</script>`;
  return untitled(shell(`<div style="opacity:0"><dialog>${body}</dialog></div>${show}`));
}

function shadow(mode: 'open' | 'closed'): (html: string) => string {
  return (html) => {
    const { shell, body, style } = takeBody(html);
    return shell(`<div><template shadowrootmode="${mode}"><style>${style}</style>${body}</template></div>`);
  };
}

export const openShadow = shadow('open');
export const closedShadow = shadow('closed');

/** In a closed root, inside another one. */
export function nestedShadow(html: string): string {
  const { shell, body, style } = takeBody(html);
  const inner = `<div><template shadowrootmode="closed"><style>${style}</style>${body}</template></div>`;
  return shell(`<div><template shadowrootmode="closed"><main>${inner}</main></template></div>`);
}

/** What the document says, and nobody sees, where a closed root lies over it. */
const COVERED = `<p>${'A quiet page about the harbour, its boats and the weather of the week. '.repeat(4)}</p>`;

/** In a closed root that stands in the place of other words. @param around puts the host into the page */
function overWords(around: (inside: string) => string): (html: string) => string {
  return (html) => {
    const { shell, body, style } = takeBody(html);
    const root = `<template shadowrootmode="closed"><style>${style}</style>${body}</template>`;
    return shell(around(`${root}${COVERED}`));
  };
}

export const closedBody = overWords((inside) => inside);
export const closedBox = overWords((inside) => `<div>${inside}</div>`);
export const closedInside = overWords((inside) => `<main><section>${inside}</section></main>`);

/** Everything in a frame of the same site. */
export function srcdocFrame(html: string): string {
  return `<!doctype html><title>Loading</title><iframe style="${FILL}" srcdoc="${attribute(html)}"></iframe>`;
}

/** Everything in a frame of another site, whose address is given. */
export function otherSiteFrame(address: string): string {
  return `<!doctype html><title>Loading</title><iframe style="${FILL}" src="${attribute(address)}" allow="fullscreen; autoplay"></iframe>`;
}

/** The page arrives as base64 and writes itself. */
export function writtenFromBase64(html: string): string {
  const data = Buffer.from(html, 'utf8').toString('base64');
  return `<!doctype html><script>document.write(new TextDecoder().decode(Uint8Array.from(atob("${data}"), (letter) => letter.charCodeAt(0))))</script>`;
}

function placed(html: string, before: string, when: string): string {
  const { shell, body } = takeBody(html);
  const script = `<script>(() => { const place = document.body.firstElementChild;
    const show = () => { place.innerHTML = ${quoted(body)}; }; ${when} })()</script>`;
  return untitled(shell(`<div>${before}</div>${script}`));
}

/** Nothing for eight seconds. */
export function late(html: string): string {
  return placed(html, '<p>Loading…</p>', 'setTimeout(show, 8000);');
}

/** A harmless page until the first click. */
export function afterClick(html: string): string {
  return placed(
    html,
    '<h1>Recipes for autumn</h1><p>Pumpkin soup for four.</p>',
    `addEventListener('click', show, { once: true });`,
  );
}

/** A false "I am not a robot" before it. */
export function fakeCaptcha(html: string): string {
  const box =
    '<p>Please confirm that you are human.</p><label><input type="checkbox"> I am not a robot</label>';
  return placed(html, box, `addEventListener('click', () => setTimeout(show, 400), { once: true });`);
}

/** The words in the title and in one dialog only. */
export function titleAndDialog(html: string): string {
  let words = '';
  let title = '';
  changePage(html, (document) => {
    words = wordNodes(document)
      .map((node) => node.nodeValue?.trim())
      .join(' ')
      .slice(0, 600);
    title = document.title;
  });
  return `<!doctype html><title>${attribute(title)}</title><body style="background:#a00"><script>alert(${quoted(words)})</script></body>`;
}

/** The words as SVG text that is only defined, and shown by another element. */
export function usedSvg(html: string): string {
  let count = 0;
  const changed = replaceWords(html, (document, text) => {
    const make = (name: string) => document.createElementNS('http://www.w3.org/2000/svg', name);
    const [svg, defs, words, use] = [make('svg'), make('defs'), make('text'), make('use')];
    svg.setAttribute('width', '900');
    svg.setAttribute('height', '30');
    words.setAttribute('y', '20');
    words.id = `w${(count += 1)}`;
    words.textContent = text;
    use.setAttribute('href', `#${words.id}`);
    defs.append(words);
    svg.append(defs, use);
    return svg;
  });
  return untitled(changed);
}

/** Everything in a frame that a script makes of a blob. */
export function blobFrame(html: string): string {
  const data = Buffer.from(html, 'utf8').toString('base64');
  return `<!doctype html><title>Loading</title><iframe style="${FILL}"></iframe><script>
    document.querySelector('iframe').src = URL.createObjectURL(new Blob([Uint8Array.from(atob("${data}"), (letter) => letter.charCodeAt(0))], { type: 'text/html;charset=utf-8' }));</script>`;
}

/** Everything in a frame with a data: address. */
export function dataFrame(html: string): string {
  return `<!doctype html><title>Loading</title><iframe style="${FILL}" src="data:text/html;charset=utf-8,${encodeURIComponent(html)}"></iframe>`;
}
