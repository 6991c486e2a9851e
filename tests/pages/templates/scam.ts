import type { PageText } from '../page-text';
import { documentOf, escape, listItems, paragraphs, picture, scriptText } from './markup';

/** Lays out one scam page. The acts are real but end by themselves, so that no machine is ever left stuck. */
type Template = (text: PageText, language: string) => string;

const SYSTEM_FONT = 'font-family:"Segoe UI",Tahoma,sans-serif;';

/** What later generations do on the first click. */
const TRAP = `
const sound = new Audio('/-/tone.wav');
sound.loop = true;
sound.play().catch(() => {});
addEventListener('click', () => {
  sound.play().catch(() => {});
  document.documentElement.requestFullscreen().catch(() => {});
  navigator.keyboard?.lock?.().catch(() => {});
  document.body.style.cursor = 'none';
});
addEventListener('contextmenu', (event) => event.preventDefault());
addEventListener('keydown', (event) => { if (/^(Esc|F\\d)/.test(event.key)) event.preventDefault(); });
addEventListener('beforeunload', (event) => event.preventDefault());`;

const bar = (name: string): string =>
  `<div class="bar"><span>${escape(name)}</span><span class="signs"><i>_</i><i>□</i><i>✕</i></span></div>`;
const BAR = `.bar{display:flex;justify-content:space-between;padding:8px 12px;background:#e8e8e8;color:#222}.bar i{font-style:normal;padding:0 9px}`;

const classic: Template = ({ title, heading, lines, call = '', dialog = '' }, language) =>
  documentOf(
    language,
    title,
    `body{background:#a80000;color:#fff;${SYSTEM_FONT}text-align:center;padding:40px}h1{font-size:40px}.call{font-size:30px;font-weight:700;border:3px solid #fff;padding:14px}`,
    `<body><h1>${escape(heading)}</h1>${paragraphs(lines)}<p class="call">${escape(call)}</p></body>`,
    `setTimeout(() => { for (let round = 0; round < 30; round += 1) alert(${scriptText(dialog || call)}); }, 400);`,
  );

const defender: Template = ({ title, heading, lines, items, call = '', button = 'OK' }, language) =>
  documentOf(
    language,
    title,
    `body{margin:0;background:#dde6f0 url("${picture('#9db7d5')}");${SYSTEM_FONT}overflow:hidden}.window{position:fixed;inset:9% 16%;background:#fff;box-shadow:0 0 50px #0008}${BAR}main{padding:18px 30px}h1{color:#b00020;font-size:26px}.call{font-size:22px;font-weight:700}.scan{height:14px;background:#ddd}.scan b{display:block;height:14px;background:#0067c0;width:0}`,
    `<body><div class="window">${bar(title)}<main><h1>${escape(heading)}</h1><div class="scan"><b style="width:0%"></b></div><p><span id="count">0</span> %</p>${paragraphs(lines)}<ul>${listItems(items)}</ul><p class="call">${escape(call)}</p><button>${escape(button)}</button></main></div></body>`,
    `let share = 0;
setInterval(() => {
  share = Math.min(100, share + 4);
  document.querySelector('.scan b').style.width = share + '%';
  document.getElementById('count').textContent = share;
}, 120);${TRAP}`,
  );

const chat: Template = ({ title, heading, lines, call = '' }, language) =>
  documentOf(
    language,
    title,
    `body{margin:0;background:url("${picture('#f3f3f3')}");${SYSTEM_FONT}}.cover{position:fixed;inset:0;background:#0009}.box{position:fixed;inset:18% 25% auto;background:#fff;padding:26px;text-align:center}.box h1{font-size:28px;color:#c00}.chat{position:fixed;right:24px;bottom:24px;width:330px;background:#fff;border-radius:10px 10px 0 0;box-shadow:0 0 20px #0007}.chat header{background:#0067b8;color:#fff;padding:10px}.chat p{background:#eef;margin:10px;padding:8px;border-radius:8px}`,
    `<body><div class="cover"></div><div class="box"><h1>${escape(heading)}</h1><p style="font-size:24px"><b>${escape(call)}</b></p></div><div class="chat"><header>${escape(title)}</header>${paragraphs(lines)}</div></body>`,
    TRAP,
  );

const bsod: Template = ({ title, heading, lines, call = '' }, language) =>
  documentOf(
    language,
    title,
    `body{margin:0;background:#0078d7;color:#fff;${SYSTEM_FONT}padding:9% 12%;cursor:none;user-select:none;overflow:hidden}.face{font-size:100px}h1{font-size:30px;font-weight:400}.call{font-size:26px}`,
    `<body><div class="face">:(</div><h1>${escape(heading)}</h1>${paragraphs(lines)}<p class="call">${escape(call)}</p></body>`,
    TRAP,
  );

const desktop: Template = ({ title, heading, lines, items = [], call = '', button = 'OK' }, language) => {
  const boxes = [heading, ...items].map(
    (line, index) =>
      `<div class="window" style="left:${8 + 9 * index}%;top:${8 + 12 * index}%">${bar(title)}<main><h2>${escape(line)}</h2>${index === 0 ? paragraphs(lines) : ''}<p class="call">${escape(call)}</p><button>${escape(button)}</button></main></div>`,
  );
  return documentOf(
    language,
    title,
    `body{margin:0;overflow:hidden;${SYSTEM_FONT}}.desk{position:fixed;inset:0;background:url("${picture('#1f5fa8')}") center/cover}.window{position:fixed;width:46%;background:#fff;border:1px solid #777;box-shadow:0 0 30px #0008}${BAR}main{padding:12px 22px}h2{color:#c50f1f;margin:4px 0}.call{font-size:21px;font-weight:700}@keyframes blink{50%{opacity:.3}}.call{animation:blink 1s infinite}`,
    `<body><div class="desk"></div>${boxes.join('')}</body>`,
    TRAP,
  );
};

const mac: Template = ({ title, heading, lines, items, call = '', button = 'OK' }, language) =>
  documentOf(
    language,
    title,
    `body{margin:0;background:#c9ccd3;font-family:-apple-system,"Helvetica Neue",sans-serif}.window{position:fixed;inset:12% 24% auto;background:#f6f6f6;border-radius:12px;box-shadow:0 20px 60px #0007}.dots{padding:12px}.dots i{display:inline-block;width:12px;height:12px;border-radius:50%;margin-right:8px;background:#ff5f57}.dots i+i{background:#febc2e}.dots i+i+i{background:#28c840}main{padding:0 34px 30px}.call{font-size:22px;font-weight:700}`,
    `<body><div class="window"><div class="dots"><i></i><i></i><i></i></div><main><h1>${escape(heading)}</h1>${paragraphs(lines)}<ol>${listItems(items)}</ol><p class="call">${escape(call)}</p><button>${escape(button)}</button></main></div></body>`,
    TRAP,
  );

const phone: Template = ({ title, heading, lines, items, call = '', dialog = '', button = 'OK' }, language) =>
  documentOf(
    language,
    title,
    `body{margin:0;background:#fff;font-family:Roboto,sans-serif;text-align:center}.head{background:#d32f2f;color:#fff;padding:26px}.box{padding:20px}button{font-size:22px;padding:14px 40px;background:#1a73e8;color:#fff;border:0}.left{font-size:30px;color:#d32f2f}`,
    `<body><div class="head"><h1>${escape(heading)}</h1></div><div class="box">${paragraphs(lines)}<p class="left">4:58</p><ul>${listItems(items)}</ul><p><b>${escape(call)}</b></p><button>${escape(button)}</button></div></body>`,
    `let left = 298;
setInterval(() => { left -= 1; document.querySelector('.left').textContent = Math.floor(left / 60) + ':' + String(left % 60).padStart(2, '0'); }, 1000);
navigator.vibrate?.([300, 100, 300]);
${dialog && `setTimeout(() => alert(${scriptText(dialog)}), 300);`}
for (let step = 0; step < 40; step += 1) history.pushState(step, '', location.href);`,
  );

const invoice: Template = ({ title, heading, lines, items = [], call = '' }, language) =>
  documentOf(
    language,
    title,
    `body{background:#eee;font-family:Arial,sans-serif}.paper{background:#fff;max-width:720px;margin:30px auto;padding:40px}td{border-bottom:1px solid #ddd;padding:8px 20px}.call{background:#fff3cd;font-size:22px;font-weight:700;padding:16px}`,
    `<body><div class="paper"><h1>${escape(heading)}</h1><table>${items.map((item) => `<tr><td>${item.split('|').map(escape).join('</td><td>')}</td></tr>`).join('')}</table>${paragraphs(lines)}<p class="call">${escape(call)}</p></div></body>`,
  );

const fine: Template = ({ title, heading, lines, items, call = '' }, language) =>
  documentOf(
    language,
    title,
    `body{margin:0;background:#10254a;color:#fff;font-family:Georgia,serif}.page{position:fixed;inset:4% 10%;background:#f4f1e8;color:#111;padding:30px;overflow:auto}h1{color:#8b0000}.call{font-size:22px;font-weight:700;color:#8b0000}`,
    `<body><div class="page"><h1>${escape(heading)}</h1>${paragraphs(lines)}<ul>${listItems(items)}</ul><p class="call">${escape(call)}</p></div></body>`,
    TRAP,
  );

const lure: Template = ({ title, heading, lines, after, button = '▶' }, language) => {
  const then = after ?? { title, heading, lines };
  const locker = desktop({ ...then, kind: 'desktop' }, language);
  return documentOf(
    language,
    title,
    `body{margin:0;background:#111;color:#eee;font-family:sans-serif;text-align:center}.video{width:800px;height:450px;margin:20px auto;background:#333;position:relative}button{position:absolute;inset:40%;font-size:28px}`,
    `<body><h1>${escape(heading)}</h1>${paragraphs(lines)}<div class="video"><button>${escape(button)}</button></div></body>`,
    `addEventListener('click', () => {
  document.documentElement.requestFullscreen().catch(() => {});
  setTimeout(() => { document.open(); document.write(${scriptText(locker)}); document.close(); }, 150);
}, { once: true });`,
  );
};

const clickfix: Template = ({ title, heading, lines, items, button = 'OK' }, language) =>
  documentOf(
    language,
    title,
    `body{margin:0;background:#f5f6f8;font-family:Roboto,sans-serif}.card{position:fixed;inset:18% 32% auto;background:#fff;border-radius:8px;box-shadow:0 4px 24px #0003;padding:28px}ol{display:none}.on ol{display:block}`,
    `<body><div class="card"><h1>${escape(heading)}</h1>${paragraphs(lines)}<label><input type="checkbox"> ${escape(button)}</label><ol>${listItems(items)}</ol></div></body>`,
    `addEventListener('click', () => {
  document.querySelector('.card').classList.add('on');
  navigator.clipboard?.writeText('powershell -w hidden -c "echo harmless"').catch(() => {});
});`,
  );

const injected: Template = ({ title, heading, lines, items = [], query = '' }, language) =>
  documentOf(
    language,
    title,
    `body{margin:0;font-family:Arial,sans-serif}header{background:#123;color:#fff;padding:12px}header a{color:#cde;margin:0 10px}main{padding:24px}h1{font-size:30px}footer{background:#eee;padding:20px}`,
    `<body><header><a href="/">${escape(title)}</a>${items.map((item, index) => `<a href="/c/${index}">${escape(item)}</a>`).join('')}<form><input type="search" name="q"></form></header><main><h1>${escape(heading)} “<span id="asked"></span>”</h1>${paragraphs(lines)}</main><footer><a href="/help">${escape(items[0] ?? '')}</a></footer></body>`,
    `document.getElementById('asked').textContent = new URLSearchParams(location.search).get('q') ?? ${scriptText(query)};
document.querySelector('input').value = new URLSearchParams(location.search).get('q') ?? '';`,
  );

const suspended: Template = ({ title, heading, lines, call = '', button = 'OK' }, language) =>
  documentOf(
    language,
    title,
    `body{background:#f2f2f2;${SYSTEM_FONT}}.card{background:#fff;max-width:560px;margin:60px auto;padding:36px;border-top:5px solid #d83b01}.call{font-size:24px;font-weight:700;text-align:center}`,
    `<body><div class="card"><h1>${escape(heading)}</h1>${paragraphs(lines)}<p class="call">${escape(call)}</p><button>${escape(button)}</button></div></body>`,
    `addEventListener('beforeunload', (event) => event.preventDefault());`,
  );

const notification: Template = ({ title, heading, lines, call = '', button = 'OK' }, language) =>
  documentOf(
    language,
    title,
    `body{margin:0;background:#fff;font-family:sans-serif}.toast{position:fixed;right:16px;bottom:16px;width:380px;background:#1f1f1f;color:#fff;${SYSTEM_FONT}padding:16px;border-radius:8px;box-shadow:0 0 24px #0008}.toast .bar{display:flex;justify-content:space-between;font-size:12px}.toast b{font-size:18px}.call{color:#ffb900;font-size:20px;font-weight:700}`,
    `<body><p style="padding:40px;color:#999">…</p><div class="toast"><div class="bar"><span>${escape(title)}</span><span>✕</span></div><b>${escape(heading)}</b>${paragraphs(lines)}<p class="call">${escape(call)}</p><button>${escape(button)}</button></div></body>`,
    `new Audio('/-/tone.wav').play().catch(() => {});`,
  );

/** A printer maker's site as strangers dress one: menus that lead nowhere, a bar that stops. */
const printer: Template = ({ title, heading, lines, items = [], call = '' }, language) =>
  documentOf(
    language,
    title,
    `body{margin:0;background:#fff;font-family:Arial,sans-serif}header{background:#024ad8;color:#fff;padding:14px 40px}header a{color:#cdf;margin-inline-start:24px}main{max-width:700px;margin:30px auto}.track{height:14px;background:#ddd}.track b{display:block;height:14px;width:83%;background:#c00}.call{background:#024ad8;color:#fff;font-size:24px;padding:16px;text-align:center}`,
    `<body><header><b>${escape(title)}</b>${items.map((_item, index) => `<a href="#">${index + 1}</a>`).join('')}</header><main><h1>${escape(heading)}</h1><div class="track"><b></b></div><ul>${listItems(items)}</ul>${paragraphs(lines.slice(0, 2))}<p class="call">${escape(call)}</p><small>${escape(lines[2] ?? '')}</small></main></body>`,
  );

/** The generations of the scam, by the `kind` of their texts. */
export const SCAM_TEMPLATES: Record<string, Template> = {
  classic, defender, chat, bsod, desktop, mac, phone, invoice, fine, lure, clickfix, injected, suspended, notification,
  printer,
}; // prettier-ignore

/** Kinds that need a click to show themselves, or act on one. */
export const CLICKED = new Set(['defender', 'chat', 'bsod', 'desktop', 'mac', 'fine', 'lure', 'clickfix']);
