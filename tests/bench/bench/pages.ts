import type { PageSource } from '../../rig/page-server';

const WORDS =
  'the harbour walk follows the quay past old boats and a small red lighthouse where people sit and read'.split(
    ' ',
  );

/** Always the same words for the same place. */
export function sentence(seed: number, length = 14): string {
  return Array.from({ length }, (_, index) => WORDS[(seed * 7 + index * 3) % WORDS.length]).join(' ');
}

/** A whole document. */
export function documentOf(title: string, body: string): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title></head><body>${body}</body></html>`;
}

/** An article of about so many elements (a section is ten). @param words in each section's paragraph */
export function article(elements: number, title: string, words = 30): string {
  const sections = Array.from({ length: Math.max(1, Math.round(elements / 10)) }, (_, index) => {
    const items = Array.from({ length: 5 }, (_item, item) => `<li>${sentence(index + item, 6)}</li>`).join(
      '',
    );
    return `<section><h2>${sentence(index, 5)}</h2><p>${sentence(index, words)} <a href="/p${index}">more</a></p><ul>${items}</ul></section>`;
  });
  return documentOf(
    title,
    `<nav><a href="/">Home</a></nav><main><h1>${title}</h1>${sections.join('')}</main>`,
  );
}

/** A page with so many frames of the tiny page. */
export function framesPage(count: number): string {
  return documentOf(`${count} frames`, '<iframe src="/tiny"></iframe>'.repeat(count));
}

/** 500 new elements, each with its text, ten times a second; the 2,000 newest stay. */
const MUTATING = `const app = document.getElementById('app');
  setInterval(() => {
    for (let i = 0; i < 500; i += 1) {
      const item = document.createElement('p'); item.textContent = 'row ' + i; app.append(item); }
    while (app.childNodes.length > 2000) app.firstChild.remove();
  }, 100);`;

/** 200 timers between 0.2 and 2.2 s, each changes a word; a file and an oscillator sound without end. */
const TIMERS = `for (let i = 0; i < 200; i += 1) {
    const cell = document.createElement('span'); document.body.append(cell);
    setInterval(() => { cell.textContent = ' ' + (performance.now() | 0); }, 200 + i * 10); }
  const sound = new Audio('/-/tone.wav'); sound.loop = true; sound.play().catch(() => undefined);
  const context = new AudioContext(); const tone = context.createOscillator(); const quiet = context.createGain();
  quiet.gain.value = 0.05; tone.connect(quiet).connect(context.destination); tone.start();`;

/** Changes in one hour of a page that is left open: its clock each second, a new line each half minute. */
const TICKS_AN_HOUR = 3_600;

/** @param tickMs between two seconds of the page's own clock */
function hourPage(tickMs: number): string {
  return `let seconds = 0; const clock = document.getElementById('clock'), list = document.getElementById('list');
    const tick = () => { seconds += 1; clock.textContent = seconds + ' s';
      if (seconds % 30 === 0) { const line = document.createElement('li'); line.textContent = 'message ' + seconds; list.append(line); }
      if (seconds < ${TICKS_AN_HOUR}) setTimeout(tick, ${tickMs}); else document.title = 'over'; };
    setTimeout(tick, ${tickMs});`;
}

/** One page that is measured. */
export interface BenchPage {
  html: () => string;
  /** What it is, for the document. */
  words: string;
  /** Watched so long after its load event, ms. */
  watch: number;
  /** It is never at rest: what it takes of a core is measured over the last part of the watch. */
  busy?: boolean;
}

/** Whether further pages are opened in the same tab: not after those that are watched for long. */
export function hasNextPage({ watch }: BenchPage): boolean {
  return watch <= 2_000;
}

const STILL_MS = 700;
const BUSY_MS = 5_000;

/** The seconds of the long-lived page are this long (ms): its hour passes in 12 s. */
const COMPRESSED_TICK_MS = 3;

/** The pages that are measured, by name. */
export const BENCH_PAGES: Record<string, BenchPage> = {
  tiny: { html: () => documentOf('Tiny', '<p>Hello.</p>'), words: 'one paragraph', watch: STILL_MS },
  article: {
    html: () => article(2_000, 'Two thousand elements'),
    words: 'an article of 2,000 elements',
    watch: STILL_MS,
  },
  big: {
    html: () => article(60_000, 'Sixty thousand elements', 18),
    words: '60,000 elements, 2 MB',
    watch: 1_500,
  },
  frames: { html: () => framesPage(40), words: '40 frames of the tiny page', watch: STILL_MS },
  mutating: {
    html: () => documentOf('Mutating', `<div id="app"></div><script>${MUTATING}</script>`),
    words: 'an app that replaces 5,000 elements a second',
    watch: BUSY_MS,
    busy: true,
  },
  timers: {
    html: () => documentOf('Timers', `<p>Timers and sound.</p><script>${TIMERS}</script>`),
    words: '200 timers, a file and an oscillator sounding',
    watch: BUSY_MS,
    busy: true,
  },
  hour: {
    html: () =>
      documentOf(
        'Hour',
        `<p id="clock"></p><ul id="list"></ul><script>${hourPage(COMPRESSED_TICK_MS)}</script>`,
      ),
    words: 'a page left open for an hour: 3,600 changes of its clock and 120 new lines, made in 12 to 16 s',
    watch: 17_000,
  },
};

/** Serves `/<name>` on every host, and what `more` knows. */
export function benchSource(more: PageSource = () => undefined): PageSource {
  const made = new Map<string, string>();
  return (request) => {
    const name = request.path.slice(1);
    const page = BENCH_PAGES[name];
    if (!page) return more(request);
    const html = made.get(name) ?? page.html();
    made.set(name, html);
    return html;
  };
}
