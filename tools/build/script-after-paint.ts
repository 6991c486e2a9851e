import type { Plugin } from 'vite';

const SCRIPT = './warning.ts';

/**
 * Chromium's warning brings its script once its words are painted. In Firefox that made them come 48 ms later
 * (docs/performance.md), so there the script stands in the page.
 */
export function scriptAfterPaint(target: 'chrome' | 'firefox'): Plugin {
  return {
    name: 'sangfroid-script-after-paint',
    apply: 'build',
    transformIndexHtml: {
      order: 'pre',
      handler(html, { filename }) {
        if (target !== 'chrome' || !filename.endsWith('warning.html')) return html;
        if (!html.includes(SCRIPT)) throw new Error(`${filename} has no ${SCRIPT} to wait with.`);
        return html.replace(SCRIPT, './after-paint.ts');
      },
    },
  };
}
