import { defineConfig } from 'vitest/config';
import { definedFor } from '../tools/build/defined.ts';
import { ROOT } from './rig/dist.ts';

/** The tests that `npm run mutate` asks: those of what it changes, without a browser and without a clock that runs. */
export default defineConfig({
  root: ROOT,
  define: definedFor('chrome'),
  test: {
    environment: 'node',
    testTimeout: 60_000, // the run with all mutants in it is slow
    include: [
      'tests/unit/{background,detection}/**/*.test.ts',
      // Not the texts of 10 MB: they measure time, and a mutant would take its own.
      'tests/property/{verdict,words}.test.ts',
    ],
  },
});
