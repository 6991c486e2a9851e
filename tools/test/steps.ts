import { spawn, type SpawnOptions } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { constants, setPriority } from 'node:os';
import { join } from 'node:path';
import { ROOT } from '../../tests/rig/dist';
import { askToEnd, removeFolder, start, temporaryFolder } from '../../tests/rig/processes';
import { failuresOf, secondTriesOf, type VitestReport } from './report';

export interface Outcome {
  name: string;
  passed: number;
  failed: number;
  /** What failed and why, a line each, for the end of the log: the middle of a long one is what gets cut. */
  failures?: string[];
  /** What passed only when it was tried again, and why it had failed: a line each. */
  secondTries?: string[];
}

const LIFE_MS = 15_000;
/** Takes the time that the browsers beside it leave. */
export const LAST = constants.priority.PRIORITY_LOW;
/** No step may hang for ever; the longest (end to end in Firefox) took 18 minutes on two slow cores. */
const STEP_LIMIT_MS = 27 * 60_000;

/** Sums outcomes. */
export function total(outcomes: readonly Outcome[]): { passed: number; failed: number } {
  const sum = (key: 'passed' | 'failed') => outcomes.reduce((all, outcome) => all + outcome[key], 0);
  return { passed: sum('passed'), failed: sum('failed') };
}

interface Ended {
  code: number | null;
  words: string;
  seconds: number;
}

interface How {
  /** Shows its words at once, else a sign of life. */
  live?: boolean;
  /** How far it stands back for what runs beside it: one of os.constants.priority. */
  priority?: number;
  env?: Record<string, string>;
}

/** Runs a program of node_modules in the project's folder. */
async function runModule(name: string, module: string, args: string[], how: How): Promise<Ended> {
  const { live = false, priority = 0, env = {} } = how;
  const begin = Date.now();
  const options: SpawnOptions = {
    cwd: ROOT,
    stdio: ['ignore', live ? 'inherit' : 'pipe', live ? 'inherit' : 'pipe'],
    env: { ...process.env, ...env, VITE_CONFIG_NATIVE_IGNORE_WARNING: 'true' },
  };
  const child = start(process.execPath, [join(ROOT, 'node_modules', module), ...args], options, true);
  if (priority > 0 && child.pid !== undefined) setPriority(child.pid, priority);
  let words = '';
  child.stdout?.on('data', (chunk: Buffer) => (words += chunk.toString()));
  child.stderr?.on('data', (chunk: Buffer) => (words += chunk.toString()));
  const seconds = () => Math.round((Date.now() - begin) / 1000);
  const ticker = setInterval(() => live || console.log(`  ${name}: ${seconds()} s`), LIFE_MS);
  const limit = setTimeout(() => askToEnd(child), STEP_LIMIT_MS);
  const code = await new Promise<number | null>((done) =>
    child.on('close', done).on('error', () => done(-1)),
  );
  clearInterval(ticker);
  clearTimeout(limit);
  return { code, words, seconds: seconds() };
}

/** One program that is right when it ends with 0; its words are shown when it does not. */
export async function runStep(name: string, module: string, args: string[]): Promise<Outcome> {
  const { code, words, seconds } = await runModule(name, module, args, { priority: LAST });
  if (code === 0) {
    console.log(`✓ ${name} (${seconds} s)`);
    return { name, passed: 1, failed: 0 };
  }
  console.log(`✗ ${name} (${seconds} s)\n${words.trimEnd()}`);
  return { name, passed: 0, failed: 1 };
}

/** Hands the terminal to a program of node_modules, however long it takes, and ends as it ended. */
export async function handOver(
  module: string,
  args: string[],
  env: Record<string, string> = {},
): Promise<never> {
  const program = [join(ROOT, 'node_modules', module), ...args];
  const child = spawn(process.execPath, program, {
    cwd: ROOT,
    stdio: 'inherit',
    env: { ...process.env, ...env },
  });
  const code = await new Promise<number | null>((done) => child.on('close', done).on('error', () => done(1)));
  process.exit(code ?? 1);
}

/** A vitest run, every test counted; a run that leaves no report counts as one failure. */
export async function runVitest(name: string, args: string[], how: How = {}): Promise<Outcome> {
  console.log(`… ${name}`);
  const folder = temporaryFolder('vitest');
  const file = join(folder, 'report.json');
  const reporters = ['--reporter', 'default', '--reporter', 'json', '--outputFile.json', file];
  const all = ['run', ...args, ...reporters];
  const { code, seconds } = await runModule(name, 'vitest/vitest.mjs', all, { ...how, live: true });
  if (!existsSync(file)) {
    console.log(`✗ ${name}: vitest ended with code ${code} and no report`);
    return { name, passed: 0, failed: 1 };
  }
  const report = JSON.parse(readFileSync(file, 'utf8')) as VitestReport; // vitest's own json reporter
  removeFolder(folder);
  const failures = failuresOf(report);
  if (failures.length === 0 && code !== 0) failures.push(`vitest ended with code ${code}`);
  const failed = failures.length;
  console.log(
    `${failed === 0 ? '✓' : '✗'} ${name}: ${report.numPassedTests} passed, ${failed} failed (${seconds} s)`,
  );
  return { name, passed: report.numPassedTests, failed, failures, secondTries: secondTriesOf(report) };
}
