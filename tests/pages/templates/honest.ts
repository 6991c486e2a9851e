import type { LanguageTexts, PageText } from '../page-text';
import { documentOf, escape, listItems, paragraphs, scriptText } from './markup';

/** Lays out one honest page of a site. */
type HonestTemplate = (text: PageText, texts: LanguageTexts) => string;

const STYLE = `body{margin:0;font:17px/1.5 Georgia,serif;color:#222}header,footer{background:#f0ede6;padding:12px 40px;font-family:sans-serif}nav a{margin-inline-end:18px}main{max-width:760px;margin:24px auto;padding:0 20px}blockquote{border-inline-start:4px solid #bbb;margin:16px 0;padding:4px 18px;color:#444}.number{font-size:24px;font-weight:700}`;

/** A page with the site's head, links and foot around `main`. */
function sitePage(text: PageText, texts: LanguageTexts, main: string, script = '', style = ''): string {
  const links = texts.site.links.map((name, index) => `<a href="/${index + 1}">${escape(name)}</a>`).join('');
  const body = `<body><header><nav><a href="/">${escape(texts.site.name)}</a>${links}</nav></header>
<main><h1>${escape(text.heading)}</h1>${main}</main>
<footer><p>${escape(texts.site.footer)}</p><nav>${links}</nav></footer></body>`;
  return documentOf(texts.language, text.title, STYLE + style, body, script);
}

const number = (call = ''): string => (call ? `<p class="number">${escape(call)}</p>` : '');

const article: HonestTemplate = (text, texts) =>
  sitePage(
    text,
    texts,
    `<article><p><time datetime="2026-03-14">14.03.2026</time> <span class="author">${escape(texts.site.name)}</span></p>${paragraphs(text.lines.slice(0, 1))}<blockquote>${paragraphs(text.items ?? [])}</blockquote>${paragraphs(text.lines.slice(1))}${text.call ? `<p>${escape(text.call)}</p>` : ''}<p><a href="https://police.example/">police.example</a> <a href="https://help.example/">help.example</a></p></article>`,
  );

const warning: HonestTemplate = (text, texts) =>
  sitePage(text, texts, `${paragraphs(text.lines)}<ul>${listItems(text.items)}</ul>${number(text.call)}`);

const contact: HonestTemplate = (text, texts) =>
  sitePage(
    text,
    texts,
    `${number(text.call)}${paragraphs(text.lines)}<ul>${listItems(text.items)}</ul><form><label>E-mail <input type="email"></label><textarea></textarea><button>${escape(text.button ?? 'OK')}</button></form>`,
  );

const product: HonestTemplate = (text, texts) =>
  sitePage(
    text,
    texts,
    `<section class="hero">${paragraphs(text.lines)}<a class="buy" href="/buy">${escape(text.button ?? '')}</a></section><ul>${listItems(text.items)}</ul>${text.call ? `<p>${escape(text.call)}</p>` : ''}`,
    '',
    `.hero{background:#0b6;color:#fff;padding:40px}.buy{background:#fff;color:#064;padding:12px 26px}`,
  );

const table = (items: readonly string[] = []): string =>
  `<table>${items.map((row) => `<tr><td>${row.split('|').map(escape).join('</td><td>')}</td></tr>`).join('')}</table>`;

const status: HonestTemplate = (text, texts) =>
  sitePage(
    text,
    texts,
    `${paragraphs(text.lines)}${table(text.items)}${text.call ? `<p>${escape(text.call)}</p>` : ''}`,
    '',
    'td{border-bottom:1px solid #ddd;padding:6px 20px}',
  );

/** A full-screen application without a site around it. */
const consoleApp: HonestTemplate = (text, { language }) =>
  documentOf(
    language,
    text.title,
    `body{margin:0;font:14px sans-serif}aside{position:fixed;inset:0 auto 0 0;width:200px;background:#1b2733;color:#fff}aside a{display:block;color:#cde;padding:12px}main{position:absolute;inset:0 0 0 200px;padding:20px;overflow:auto}td{padding:6px 16px;border-bottom:1px solid #ddd}`,
    `<body><aside>${text.lines
      .slice(1)
      .map((line, index) => `<a href="/view/${index}">${escape(line)}</a>`)
      .join(
        '',
      )}</aside><main><h1>${escape(text.heading)}</h1><p>${escape(text.lines[0] ?? '')}</p>${table(text.items)}</main></body>`,
    `setInterval(() => { document.title = document.title.replace(/ ·*$/, '') + ' ·'; }, 2000);`,
  );

const training: HonestTemplate = (text, texts) =>
  sitePage(
    text,
    texts,
    `${paragraphs(text.lines)}<figure><div role="img" style="border:2px dashed #888;padding:20px"><samp>${escape(text.items?.[0] ?? '')}</samp></div><figcaption>${escape(text.items?.[1] ?? '')}</figcaption></figure><ol>${listItems(text.items?.slice(2))}</ol><button>${escape(text.button ?? 'OK')}</button>`,
  );

const forum: HonestTemplate = (text, texts) =>
  sitePage(
    text,
    texts,
    text.lines
      .map(
        (line, index) =>
          `<section class="post"><p class="author">user${index + 1} · <time>2026-02-0${index + 1}</time></p><p>${escape(line)}</p></section>`,
      )
      .join('') + (text.items ? `<blockquote>${paragraphs(text.items)}</blockquote>` : ''),
    '',
    '.post{border:1px solid #ccc;margin:12px 0;padding:10px}',
  );

const kiosk: HonestTemplate = (text, { language }) =>
  documentOf(
    language,
    text.title,
    `body{margin:0;background:#fafafa;font:20px sans-serif}.exam{position:fixed;inset:0;padding:40px;background:#fff}`,
    `<body><div class="exam"><h1>${escape(text.heading)}</h1>${paragraphs(text.lines)}<ol>${listItems(text.items)}</ol><button>${escape(text.button ?? 'OK')}</button></div></body>`,
    `document.querySelector('button').addEventListener('click', () => document.documentElement.requestFullscreen().catch(() => {}));
addEventListener('contextmenu', (event) => event.preventDefault());
addEventListener('beforeunload', (event) => event.preventDefault());`,
  );

const game: HonestTemplate = (text, { language }) =>
  documentOf(
    language,
    text.title,
    `body{margin:0;background:#123;color:#fff;font:18px sans-serif;text-align:center}canvas{background:#000}`,
    `<body><h1>${escape(text.heading)}</h1>${paragraphs(text.lines)}<canvas width="900" height="480"></canvas><p><button>${escape(text.button ?? 'OK')}</button></p></body>`,
    `const canvas = document.querySelector('canvas');
const draw = canvas.getContext('2d');
const name = ${scriptText(text.heading)};
let tick = 0;
setInterval(() => { draw.clearRect(0, 0, 900, 480); draw.fillStyle = '#fff'; draw.fillText(name, (tick += 4) % 900, 240); }, 50);
document.querySelector('button').addEventListener('click', () => {
  canvas.requestFullscreen().then(() => canvas.requestPointerLock()).catch(() => {});
  new Audio('/-/tone.wav').play().catch(() => {});
});
addEventListener('keydown', (event) => { if (event.key.startsWith('Arrow') || event.key === ' ') event.preventDefault(); });`,
  );

const clock: HonestTemplate = (text, texts) =>
  sitePage(
    text,
    texts,
    `<p id="time" style="font-size:60px">00:00</p>${paragraphs(text.lines)}<button>${escape(text.button ?? 'OK')}</button>`,
    `const sound = new Audio('/-/tone.wav');
sound.loop = true;
document.querySelector('button').addEventListener('click', () => sound.play().catch(() => {}));
setInterval(() => { document.getElementById('time').textContent = new Date().toTimeString().slice(0, 8); }, 1000);`,
  );

/** The honest kinds, by the `kind` of their texts. */
export const HONEST_TEMPLATES: Record<string, HonestTemplate> = {
  article, warning, contact, repair: article, product, status, console: consoleApp, training, forum,
  helpdesk: contact, kiosk, game, clock, emergency: warning, practice: training, printer: warning,
}; // prettier-ignore
