import type { Plugin } from 'vite';

/** What crxjs puts between the manifest and the worker: a file of one import. */
const LOADER = 'service-worker-loader.js';
const IMPORTED = /^import '\.\/([^']+)';\s*$/;

/**
 * Firefox only: the manifest names the worker's own file. Each file that is imported from another costs the worker some
 * 10 ms whenever it wakes (docs/browser-facts.md); Chromium keeps its worker's files together and needs the loader's name.
 */
export function directWorker(): Plugin {
  return {
    name: 'sangfroid-direct-worker',
    apply: 'build',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        const loader = bundle[LOADER];
        const manifest = bundle['manifest.json'];
        if (loader?.type !== 'asset' || manifest?.type !== 'asset')
          throw new Error(
            'The worker cannot be named in the manifest: the build has no loader, or no manifest.',
          );
        const worker = IMPORTED.exec(String(loader.source))?.[1];
        if (worker === undefined) throw new Error(`${LOADER} is not the one import that it used to be.`);
        manifest.source = String(manifest.source).replace(LOADER, worker);
        delete bundle[LOADER];
      },
    },
  };
}
