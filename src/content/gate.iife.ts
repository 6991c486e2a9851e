import { Gate } from './gate/gate';

/**
 * Runs in every frame of every page, before the page's first script: the only code of the product on ordinary
 * pages, together with the hook of src/page. Loaded by the manifest, see src/content/gate/gate.ts.
 */
try {
  new Gate();
} catch {
  // A page is never worse off for being watched.
}
