import type { Plugin } from 'vite';

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
      handler: (html) => (target === 'chrome' ? html.replace('./warning.ts', './after-paint.ts') : html),
    },
  };
}
