import { build } from 'vite';
import { ROOT } from '../rig/dist';

/**
 * The product's own journal database as one script that puts it into `globalThis.journal`, so that a page of a real
 * browser can run it with an upgrade that fails. Throws what the build throws.
 */
export async function journalScript(): Promise<string> {
  const result = await build({
    root: ROOT,
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    build: {
      write: false,
      minify: false,
      lib: { entry: 'src/storage/journal-database.ts', formats: ['iife'], name: 'journal' },
    },
  });
  const output = Array.isArray(result) ? result[0] : result;
  if (!output || !('output' in output)) throw new Error('The journal was not built.');
  return `${output.output[0].code}; globalThis.journal = journal;`;
}
