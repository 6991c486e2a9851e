import type { Firefox } from '../../rig/firefox';

/** Room for some minutes, in units of 8 bytes; the browser throws the oldest away. */
const ENTRIES = 8_000_000;
const INTERVAL_MS = 1;
/** A profile of a page with 500 frames takes the browser some seconds to hand out. */
const PROFILE_MS = 120_000;

/** Begins to profile the main thread of every process, of those that start later as well. */
export async function startProfiler(rig: Firefox): Promise<void> {
  await rig.chrome(
    `await Services.profiler.StartProfiler(${ENTRIES}, ${INTERVAL_MS}, ['js', 'cpu'], ['GeckoMain'])`,
  );
}

/** The processor's time (ns in the profile) of all samples of a process in whose stack script stands. */
const SCRIPT_OF = (pid: number): string => `
  const { processes } = await Services.profiler.getProfileDataAsync();
  await Services.profiler.StopProfiler();
  const own = processes.find(({ threads }) => Number(threads[0]?.pid) === ${pid});
  if (!own) throw new Error('The profile lacks the page\\'s process.');
  const { samples, stackTable, frameTable } = own.threads[0];
  const script = own.meta.categories.findIndex(({ name }) => name === 'JavaScript');
  if (script < 0) throw new Error('The profile has no such category as JavaScript.');
  const { stack, threadCPUDelta } = samples.schema;
  const { prefix, frame } = stackTable.schema;
  const known = new Map();
  const runs = (at) => {
    if (at === null || at === undefined) return false;
    let here = known.get(at);
    if (here === undefined) {
      const entry = stackTable.data[at];
      here = frameTable.data[entry[frame]][frameTable.schema.category] === script || runs(entry[prefix]);
      known.set(at, here);
    }
    return here;
  };
  let sum = 0;
  for (const sample of samples.data) if (runs(sample[stack])) sum += sample[threadCPUDelta] ?? 0;
  return sum / 1e6;`;

/** Ends it. @returns ms for which the main thread of that process ran script, the page's, ours and the browser's own */
export function scriptTime(rig: Firefox, pid: number): Promise<number> {
  return rig.chrome<number>(SCRIPT_OF(pid), PROFILE_MS);
}
