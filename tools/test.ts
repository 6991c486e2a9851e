/**
 * `npm test`: everything there is to check, in the order in which it fails fastest, and at the end the plain line
 * `N passed, N failed`. A step that is not vitest counts as one. A browser that cannot be had is a failure.
 */
import { ensureBrowsers, ensureWindowTools } from '../tests/rig/ensure-browsers';
import { buildExtension, TARGETS } from '../tests/rig/dist';
import { runStep, runVitest, total, type Outcome } from './test/steps';

const BUILD_FIRST = 'build both extensions';

async function tryTo(name: string, work: () => Promise<unknown>): Promise<Outcome> {
  const begin = Date.now();
  try {
    await work();
    console.log(`✓ ${name} (${Math.round((Date.now() - begin) / 1000)} s)`);
    return { name, passed: 1, failed: 0 };
  } catch (error) {
    console.log(`✗ ${name}: ${error instanceof Error ? error.message : String(error)}`);
    return { name, passed: 0, failed: 1 };
  }
}

async function main(): Promise<void> {
  const outcomes: Outcome[] = [];
  const done = (outcome: Outcome) => outcomes.push(outcome);
  done(
    await tryTo(BUILD_FIRST, async () => {
      for (const target of TARGETS) await buildExtension(target);
    }),
  );
  // Lint takes about as long as the others together: one core each.
  const others = [
    () => runStep('types', 'typescript/bin/tsc', ['--noEmit']),
    () => runStep('format', 'prettier/bin/prettier.cjs', ['--check', '--log-level', 'warn', '.']),
    () => runStep('dead code (knip)', 'knip/bin/knip.js', []),
  ];
  const lint = runStep('lint', 'eslint/bin/eslint.js', ['.', '--max-warnings', '0']);
  for (const step of others) done(await step());
  done(await lint);
  // Before the unit tests: what the page hook does is tried in a real Chromium there too.
  done(await tryTo('browsers', () => ensureBrowsers(['chromium', 'firefox'])));
  done(await tryTo('real-window tools', ensureWindowTools));
  const unit = () => runVitest('unit, property, repo', []);
  const endToEnd = (browser: string) =>
    runVitest(`end to end in ${browser}`, ['--config', 'tests/e2e/vitest.config.ts'], { BROWSERS: browser });
  // Side by side, one core each: the two browsers share nothing but the machine. Firefox takes longest and begins.
  const lanes = [
    async () => [await unit(), await endToEnd('chromium')],
    async () => [await endToEnd('firefox')],
  ];
  for (const lane of await Promise.all(lanes.map((run) => run()))) lane.forEach(done);
  const { passed, failed } = total(outcomes);
  for (const { name, failed: bad } of outcomes) if (bad > 0) console.log(`Not right: ${name} (${bad})`);
  console.log(`${passed} passed, ${failed} failed`);
  process.exit(failed === 0 ? 0 : 1);
}

main().catch((error: unknown) => {
  console.error(error);
  console.log('0 passed, 1 failed');
  process.exit(1);
});
