import { defineConfig } from 'vitest/config';
import { ROOT } from '../rig/dist.ts';

/** Real browsers: one file after the other, long limits; a test that a busy machine made miss its moment has a second try, which vitest reports. */
export default defineConfig({
  root: ROOT,
  test: {
    environment: 'node',
    include: ['tests/e2e/**/*.test.ts'],
    fileParallelism: false,
    testTimeout: 45_000,
    hookTimeout: 150_000,
    retry: 1,
    chaiConfig: { truncateThreshold: 400 }, // what was found on a screen, not "Array(1)"
  },
});
