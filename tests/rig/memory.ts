import { readdirSync, readFileSync } from 'node:fs';

const PAGE_BYTES = 4096;

/** Fields of /proc/<pid>/stat after the program's name, which may hold spaces. */
function statOf(pid: string): string[] | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  } catch {
    return undefined; // ended meanwhile
  }
}

/** Processes of a group, by the group's id; empty where there is no /proc. */
export function processesOfGroup(group: number): string[] {
  if (process.platform !== 'linux') return [];
  const ids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return ids.filter((id) => statOf(id)?.[2] === String(group));
}

/** Bytes of memory a process group holds now, shared pages counted once a process; 0 where it cannot be known. */
export function memoryOfGroup(group: number): number {
  return processesOfGroup(group).reduce((sum, id) => sum + Number(statOf(id)?.[21] ?? 0) * PAGE_BYTES, 0);
}
