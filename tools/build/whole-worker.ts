import type { Plugin } from 'vite';
import type { definedFor } from './defined.ts';
import { oneFile } from './one-file.ts';

/** What crxjs puts between the manifest and the worker: a file of one import. */
const LOADER = 'service-worker-loader.js';
const IMPORTED = /^import '\.\/([^']+)';\s*$/;

/**
 * Puts the whole worker into the file that the manifest names. Each file that is imported from another costs the worker
 * some 10 ms whenever it wakes, in both browsers (docs/browser-facts.md), and a person looks at the scam that long.
 */
export function wholeWorker(define: ReturnType<typeof definedFor>): Plugin {
  return {
    name: 'sangfroid-whole-worker',
    apply: 'build',
    generateBundle: {
      order: 'post',
      async handler(_options, bundle) {
        const loader = bundle[LOADER];
        const imported = loader?.type === 'asset' ? IMPORTED.exec(String(loader.source))?.[1] : undefined;
        if (loader?.type !== 'asset' || imported === undefined || !(imported in bundle))
          throw new Error(`${LOADER} is not the one import that it used to be.`);
        loader.source = await oneFile('src/background/service-worker.ts', 'es', define, 'when asked');
        delete bundle[imported];
      },
    },
  };
}
