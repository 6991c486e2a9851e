import type { Plugin } from 'vite';

/** The script that runs in the page's world. */
const HOOK = 'src/page/watch.iife.js';

/**
 * Takes our address out of the page's sight: an error made while a watched call runs lists the scripts it went
 * through, and would name the extension (in Firefox with the random host that nobody is to know).
 */
export function unnamedHook(): Plugin {
  return {
    name: 'sangfroid-unnamed-hook',
    apply: 'build',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        const hook = bundle[HOOK];
        if (hook?.type !== 'asset' || typeof hook.source !== 'string')
          throw new Error(`${HOOK} is not in the build: its address would be seen by pages.`);
        hook.source += '\n//# sourceURL=page\n';
      },
    },
  };
}
