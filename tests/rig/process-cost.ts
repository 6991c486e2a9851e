import { readdirSync, readFileSync } from 'node:fs';
import { processesOfGroup } from './memory';

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
 * CPU time in ms that all living threads of a process have used. /proc/<pid>/stat (utime + stime) says the same in
 * ticks of 10 ms, which is more than a page costs.
 */
export function processCpu(pid: number): number {
  let threads: string[] = [];
  try {
    threads = readdirSync(`/proc/${pid}/task`);
  } catch {
    return 0;
  }
  return threads.reduce((sum, id) => sum + onCpuNs(read(`/proc/${pid}/task/${id}/schedstat`)), 0) / 1e6;
}

/** MB (10^6 bytes) that a process group holds, memory shared between processes divided among those who share it. */
export function sharedOutMemory(group: number): number {
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
