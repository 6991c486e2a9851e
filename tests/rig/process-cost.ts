import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { processesOfGroup } from './memory';

/** Whether the machine tells what its processes cost: by /proc, which only Linux has. */
export const costsAreTold = (): boolean => existsSync('/proc/self/schedstat');

/** Read from /proc; a process or thread that ended meanwhile counts as nothing. */
function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

const onCpuNs = (schedstat: string): number => Number(schedstat.split(' ')[0] ?? 0);

/**
 * CPU time in ms that all living threads of a process have used; NaN where the machine does not tell.
 * /proc/<pid>/stat (utime + stime) says the same in ticks of 10 ms, which is more than a page costs.
 */
export function processCpu(pid: number): number {
  if (!costsAreTold()) return Number.NaN;
  let threads: string[] = [];
  try {
    threads = readdirSync(`/proc/${pid}/task`);
  } catch {
    return 0;
  }
  return threads.reduce((sum, id) => sum + onCpuNs(read(`/proc/${pid}/task/${id}/schedstat`)), 0) / 1e6;
}

/** The same of several processes together. */
export function cpuOfAll(pids: readonly number[]): number {
  return costsAreTold() ? pids.reduce((sum, pid) => sum + processCpu(pid), 0) : Number.NaN;
}

/** kB (1,024 bytes) that a process holds now; NaN where it is not told. */
export function residentMemory(pid: number): number {
  return Number(/^VmRSS:\s+(\d+)/m.exec(read(`/proc/${pid}/status`))?.[1] ?? Number.NaN);
}

/**
 * MB (10^6 bytes) that a process group holds, memory shared between processes divided among those who share it; NaN
 * where the machine does not tell.
 */
export function sharedOutMemory(group: number): number {
  if (!costsAreTold()) return Number.NaN;
  const kilobytes = processesOfGroup(group).map(
    (id) => /^Pss:\s+(\d+)/m.exec(read(`/proc/${id}/smaps_rollup`))?.[1],
  );
  return kilobytes.reduce((sum, kB) => sum + Number(kB ?? 0) * 1024, 0) / 1e6;
}

/** Ids of the processes of a group whose command line has all of these words and none of those. */
export function processesWith(
  group: number,
  words: readonly string[],
  without: readonly string[] = [],
): number[] {
  return processesOfGroup(group)
    .filter((id) => {
      const line = read(`/proc/${id}/cmdline`);
      return words.every((word) => line.includes(word)) && !without.some((word) => line.includes(word));
    })
    .map(Number);
}
