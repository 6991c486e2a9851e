/**
 * `npm run fuzz [-- --runs 1000000]`: so many random and mutated texts at each parser (`npm test` throws fewer).
 */
import { parseArgs } from 'node:util';
import { handOver } from './test/steps';

const { values } = parseArgs({ options: { runs: { type: 'string' } } });
const runs = values.runs ?? process.env.FUZZ_RUNS ?? '1000000';
if (!/^[1-9]\d*$/.test(runs)) throw new Error(`--runs is a whole number above zero, not "${runs}".`);
await handOver('vitest/vitest.mjs', ['run', 'tests/property/parsers.test.ts'], { FUZZ_RUNS: runs });
