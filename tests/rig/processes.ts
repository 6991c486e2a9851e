import { spawn, type ChildProcess, type SpawnOptions } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const running = new Set<ChildProcess>();
const folders = new Set<string>();

/** Programs that end what they started, and remove their folders, when they are asked to end: those of this project. */
const tidying = new Set<ChildProcess>();
/** How long such a program may take for it, ms: it has to be given the processor first. */
const TIDYING_MS = 1_500;

/** Waits `ms` milliseconds. */
export function sleep(ms: number): Promise<void> {
  return new Promise((done) => setTimeout(done, ms));
}

/** The promise's result, or an error that names `what` when it takes longer than `ms`. */
export function within<T>(ms: number, what: string, promise: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout;
  const late = new Promise<never>((_, fail) => {
    timer = setTimeout(() => fail(new Error(`${what}: no answer in ${ms} ms`)), ms);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}

/** Asks `look` again and again until it gives something, at most `ms`; undefined when it never did. */
export async function until<T>(ms: number, look: () => Promise<T | undefined> | T | undefined, every = 25) {
  const end = Date.now() + ms;
  for (;;) {
    const found = await look();
    if (found !== undefined) return found;
    if (Date.now() > end) return undefined;
    await sleep(every);
  }
}

/**
 * Starts a program in a process group of its own, which is killed with this process at the latest.
 * @param tidies whether it is asked to end before: what it started itself stands in groups that we do not know
 */
export function start(
  command: string,
  args: string[],
  options: SpawnOptions = {},
  tidies = false,
): ChildProcess {
  const child = spawn(command, args, { detached: process.platform !== 'win32', ...options });
  running.add(child);
  if (tidies) tidying.add(child);
  child.on('error', () => running.delete(child));
  // Now, and not later: the number of a group that has gone is soon another program's.
  child.once('exit', () => end(child));
  return child;
}

/** Ends a program and all it started, by its own id. */
export function end(child: ChildProcess): void {
  if (running.delete(child)) signal(child, 'SIGKILL');
}

/** Asks a program that tidies up to end, and sees to it when it has not in a moment. */
export function askToEnd(child: ChildProcess): void {
  signal(child, 'SIGTERM');
  setTimeout(() => end(child), TIDYING_MS).unref();
}

function signal(child: ChildProcess, name: NodeJS.Signals): void {
  if (child.pid === undefined) return;
  try {
    process.kill(process.platform === 'win32' ? child.pid : -child.pid, name);
  } catch {
    child.kill(name); // the group is already gone
  }
}

/** A folder of its own under the system's temporary folder; removed when this process ends. */
export function temporaryFolder(name: string): string {
  const folder = mkdtempSync(join(tmpdir(), `sangfroid-${name}-`));
  folders.add(folder);
  return folder;
}

/** Removes such a folder now; a browser that is still writing into it is not an error. */
export function removeFolder(folder: string): void {
  try {
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
    folders.delete(folder);
  } catch {
    // tried again when this process ends
  }
}

/** What a browser wrote between a reading of the folder and its end is found at the next try. */
const REMOVE = `const { rmSync } = require('node:fs');
const gone = (folder) => { try { rmSync(folder, { recursive: true, force: true }); return true; } catch { return false; } };
let left = process.argv.slice(1), tries = 20;
const again = () => { left = left.filter((folder) => !gone(folder)); if (left.length > 0 && --tries > 0) setTimeout(again, 250); };
again();`;

/**
 * Removes what is left by a process that outlives this one: vitest kills its workers half a second after it has asked
 * them to end, in the midst of a large profile, and a browser that was killed now may still write into it.
 */
function removeRest(): void {
  if (folders.size === 0) return;
  const env = { ...process.env, NODE_OPTIONS: '' };
  const how: SpawnOptions = { detached: true, stdio: 'ignore', windowsHide: true, env };
  spawn(process.execPath, ['-e', REMOVE, ...folders], how).unref();
  folders.clear();
}

function leave(): void {
  const asked = [...running].filter((child) => tidying.has(child));
  for (const child of asked) signal(child, 'SIGTERM');
  if (asked.length > 0) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, TIDYING_MS);
  for (const child of running) end(child);
  removeRest();
}

/** In a test `process.exit` only throws; there the process ends by its own hand, with nothing left behind. */
function leaveAtOnce(): void {
  leave();
  try {
    process.exit(130);
  } catch {
    process.kill(process.pid, 'SIGKILL');
  }
}

process.on('exit', leave);
for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, leaveAtOnce);
