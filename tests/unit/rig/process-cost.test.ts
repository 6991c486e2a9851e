import * as fs from 'node:fs';
import { afterEach, expect, it, vi } from 'vitest';
import { addFigures, roundedIfKnown } from '../../bench/bench/results';
import { costsAreTold, cpuOfAll, processCpu, residentMemory, sharedOutMemory } from '../../rig/process-cost';

const { told } = vi.hoisted(() => ({ told: { proc: true } }));
vi.mock('node:fs', async (original) => {
  const real = await original<typeof fs>();
  const gone = (path: unknown) => !told.proc && String(path).startsWith('/proc');
  return {
    ...real,
    existsSync: (path: fs.PathLike) => !gone(path) && real.existsSync(path),
    readFileSync: (path: string, how: 'utf8') => real.readFileSync(gone(path) ? '/nowhere' : path, how),
    readdirSync: (path: string) => real.readdirSync(gone(path) ? '/nowhere' : path),
  };
});
afterEach(() => {
  told.proc = true;
  vi.restoreAllMocks();
});

const all = (pid: number) => [
  processCpu(pid),
  cpuOfAll([pid]),
  cpuOfAll([]),
  residentMemory(pid),
  sharedOutMemory(pid),
];

it('what a process costs is not known on a machine without /proc, and is not nothing', () => {
  told.proc = false;
  vi.spyOn(process, 'platform', 'get').mockReturnValue('darwin');
  expect(costsAreTold()).toBe(false);
  expect(all(process.pid)).toEqual([NaN, NaN, NaN, NaN, NaN]);
});

it.runIf(process.platform === 'linux')('it is told on Linux', () => {
  expect(costsAreTold()).toBe(true);
  const [own, together, none, memory] = all(process.pid);
  for (const value of [own, together, memory]) expect(value).toBeGreaterThan(0);
  expect(none).toBe(0);
});

it('a figure that is not known has no number in the document', () => {
  const figures = {};
  addFigures(figures, 'none', { 'CPU, s': roundedIfKnown(1.234), 'memory, MB': roundedIfKnown(NaN) });
  addFigures(figures, 'ours', { 'CPU, s': roundedIfKnown(NaN), 'memory, MB': roundedIfKnown(2) });
  expect(figures).toEqual({ 'CPU, s': { none: 1.23 }, 'memory, MB': { ours: 2 } });
});
