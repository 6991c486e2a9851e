import type { Technique } from './technique';
import { NUMBER, TITLE, WORDS } from './words';

const STYLE = `body{margin:0;font:22px sans-serif;height:100vh;background:#123}
#layer{position:fixed;inset:0;background:#b00;color:#fff;padding:60px;text-align:center}
#layer p{font-size:26px;line-height:1.5}`;

const LAYER = `<div id="layer"><h1>${TITLE}</h1><p>${WORDS}</p><p><b>${NUMBER}</b></p></div>`;

/** The script's surroundings: texts, and an origin of another site on the same server. */
function prelude(): string {
  return `const words = ${JSON.stringify(WORDS)}, number = ${JSON.stringify(NUMBER)};
const other = location.protocol + '//other-' + location.host;`;
}

/** The page tells its server that the act begins; the message leaves before anything can block. */
const BEGIN = `navigator.sendBeacon('/began');`;

function whenDue({ at, script: act = '' }: Technique): string {
  const script = `${BEGIN} ${act}`;
  if (at === 'parse') return script;
  if (at === 'load') return `addEventListener('load', () => setTimeout(() => { ${script}\n }, 200));`;
  // A frame that takes the click says so with a message.
  return `const due = () => { removeEventListener('click', due); removeEventListener('message', due);
    document.title = ${JSON.stringify(TITLE)};
    document.body.insertAdjacentHTML('beforeend', ${JSON.stringify(LAYER)});
    ${script}
  };
  addEventListener('click', due); addEventListener('message', due);`;
}

/** The page of a technique with scam words around it; a page that waits for a click shows them after it. */
export function pageOf(technique: Technique): string {
  const early = technique.at !== 'click';
  return `<!doctype html><html lang="en"><meta charset="utf-8">
<title>${early ? TITLE : 'Loading'}</title><style>${STYLE}</style>
<body ${technique.body ?? ''}>${early ? LAYER : '<p>Please wait.</p>'}
${technique.markup ?? ''}
<script>${prelude()}
${whenDue(technique)}</script></body></html>`;
}

/** A page without words of its own that only runs a script: for frames and windows. */
export function bare(script: string): string {
  return `<!doctype html><meta charset="utf-8"><title>.</title><body><script>${prelude()}
${script}</script></body>`;
}
