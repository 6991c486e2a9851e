/**
 * `npm run fuzz [-- --runs 1000000]`: so many random and mutated texts at each parser (`npm test` throws fewer).
 */
import { parseArgs } from 'node:util';
import { wholeNumber } from '../tests/rig/whole-number';
import { handOver } from './test/steps';

const { values } = parseArgs({ options: { runs: { type: 'string' } } });
const runs = wholeNumber('runs', values.runs ?? process.env.FUZZ_RUNS ?? '1000000');
await handOver('vitest/vitest.mjs', ['run', 'tests/property/parsers.test.ts'], { FUZZ_RUNS: String(runs) });
