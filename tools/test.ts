/**
 * `npm test`: everything there is to check, in three lanes, and at the end the plain line `N passed, N failed`. A step
 * that is not vitest counts as one. A browser that cannot be had is a failure.
 */
import { constants } from 'node:os';
import { ensureBrowsers, ensureWindowTools } from '../tests/rig/ensure-browsers';
import { buildExtension, ROOT, TARGETS } from '../tests/rig/dist';
import { handBack } from './test/hand-back';
import { LAST, runStep, runVitest, total, type Outcome } from './test/steps';

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

/** What needs no browser, or only a page's: lint takes about as long as the other three together. */
async function checksAndUnit(): Promise<Outcome[]> {
  const lint = runStep('lint', 'eslint/bin/eslint.js', ['.', '--max-warnings', '0']);
  const types = await runStep('types', 'typescript/bin/tsc', ['--noEmit']);
  const format = await runStep('format', 'prettier/bin/prettier.cjs', [
    '--check',
    '--log-level',
    'warn',
    '.',
  ]);
  const dead = await runStep('dead code (knip)', 'knip/bin/knip.js', []);
  return [types, await lint, format, dead, await runVitest('unit, property, repo', [], { priority: LAST })];
}

const endToEnd = async (browser: string, priority: number): Promise<Outcome[]> => {
  const env = { BROWSERS: browser };
  const args = ['--config', 'tests/e2e/vitest.config.ts'];
  return [await runVitest(`end to end in ${browser}`, args, { env, priority })];
};

async function main(): Promise<void> {
  process.on('exit', () => handBack(ROOT, process.env)); // after Ctrl-C, too
  const outcomes = [
    await tryTo(BUILD_FIRST, async () => {
      for (const target of TARGETS) await buildExtension(target);
    }),
    await tryTo('browsers', () => ensureBrowsers(['chromium', 'firefox'])),
    await tryTo('real-window tools', ensureWindowTools),
  ];
  // Side by side: a browser waits for a third of the time, and the two share nothing but the machine. What takes
  // longest comes first.
  const { PRIORITY_NORMAL, PRIORITY_BELOW_NORMAL } = constants.priority;
  const lanes = [
    endToEnd('firefox', PRIORITY_NORMAL),
    endToEnd('chromium', PRIORITY_BELOW_NORMAL),
    checksAndUnit(),
  ];
  outcomes.push(...(await Promise.all(lanes)).flat());
  const { passed, failed } = total(outcomes);
  const again = outcomes.flatMap(({ secondTries = [] }) => secondTries);
  if (again.length > 0) console.log([`Passed at a second try (${again.length})`, ...again].join('\n  '));
  for (const { name, failed: bad, failures = [] } of outcomes) {
    if (bad > 0) console.log([`Not right: ${name} (${bad})`, ...failures].join('\n  '));
  }
  console.log(`${passed} passed, ${failed} failed`);
  process.exit(failed === 0 ? 0 : 1);
}

main().catch((error: unknown) => {
  console.error(error);
  console.log('0 passed, 1 failed');
  process.exit(1);
});
