import { defineConfig } from 'vitest/config';
import { ROOT } from './rig/dist.ts';

/** The tests that `npm run mutate` asks: those of what it changes, without a browser and without a clock that runs. */
export default defineConfig({
  root: ROOT,
  define: { __TARGET__: JSON.stringify('chrome') },
  test: {
    environment: 'node',
    include: ['background', 'detection'].map((part) => `tests/unit/${part}/**/*.test.ts`),
  },
});
