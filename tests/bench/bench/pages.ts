import type { PageSource } from '../../rig/page-server';

const WORDS =
  'the harbour walk follows the quay past old boats and a small red lighthouse where people sit and read'.split(
    ' ',
  );

/** Always the same words for the same place. */
function sentence(seed: number, length = 14): string {
  return Array.from({ length }, (_, index) => WORDS[(seed * 7 + index * 3) % WORDS.length]).join(' ');
}

function page(title: string, body: string): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title></head><body>${body}</body></html>`;
}

/** A section is ten elements. */
function article(elements: number, title: string): string {
  const sections = Array.from({ length: Math.round(elements / 10) }, (_, index) => {
    const items = Array.from({ length: 5 }, (_item, item) => `<li>${sentence(index + item, 6)}</li>`).join(
      '',
    );
    return `<section><h2>${sentence(index, 5)}</h2><p>${sentence(index, 30)} <a href="/p${index}">more</a></p><ul>${items}</ul></section>`;
  });
  return page(title, `<nav><a href="/">Home</a></nav><main><h1>${title}</h1>${sections.join('')}</main>`);
}

/** The pages that are measured, by name. */
export const BENCH_PAGES: Record<string, () => string> = {
  tiny: () => page('Tiny', '<p>Hello.</p>'),
  article: () => article(2_000, 'Two thousand elements'),
  big: () => article(60_000, 'Sixty thousand elements'),
  frames: () =>
    page('Forty frames', Array.from({ length: 40 }, () => '<iframe src="/tiny"></iframe>').join('')),
  mutating: () =>
    page(
      'Mutating',
      `<div id="app"></div><script>
        const app = document.getElementById('app');
        setInterval(() => { for (let i = 0; i < 500; i += 1) {
          const item = document.createElement('p'); item.textContent = 'row ' + i; app.append(item); }
          while (app.childNodes.length > 2000) app.firstChild.remove(); }, 100);</script>`,
    ),
};

/** Serves `/<name>` on every host. */
export function benchSource(): PageSource {
  const made = new Map<string, string>();
  return ({ path }) => {
    const name = path.slice(1);
    const make = BENCH_PAGES[name];
    if (!make) return undefined;
    const html = made.get(name) ?? make();
    made.set(name, html);
    return html;
  };
}
