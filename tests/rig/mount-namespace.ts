import type { ChildProcess } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { VARIABLES } from './browser-kinds';
import type { BrowserKind } from './browser-rig';
import { findBrowser } from './ensure-browsers';
import { end, removeFolder, start, temporaryFolder } from './processes';

/** Mounts that only the browser of one test sees: the machine's own folders stay as they are. */
export interface MountNamespace {
  /** The root folder as it is in there, for this process, which stands outside. */
  readonly root: string;
  /** Runs `work` while the rig starts this browser inside; it stays inside. */
  starting<T>(kind: BrowserKind, work: () => Promise<T>): Promise<T>;
  /** Lets go of the mounts: they last as long as a browser inside. */
  close(): void;
}

const isRoot = (): boolean => process.getuid?.() === 0;

/**
 * Opens a mount namespace and mounts something in it. Root needs nothing else; anybody else is root only in a user
 * namespace around it, where the kernel allows one.
 * @param what that is tried, the beginning of a sentence: "A full disk"
 * @param mounts commands of sh, which finds `values` as $1, $2 and so on
 * @throws one clear line where neither is possible. A test that cannot be run has failed: skipped in silence it would
 * look like one that passed
 */
export async function openMountNamespace(
  what: string,
  mounts: string,
  values: string[],
): Promise<MountNamespace> {
  if (process.platform !== 'linux') throw new Error(`${what} can only be tried on Linux.`);
  const around = isRoot() ? ['--mount'] : ['--user', '--map-root-user', '--mount'];
  // It waits for the end of its input, which comes with the end of this process, be that a kill -9.
  const script = `${mounts}\necho mounted\nexec cat > /dev/null`;
  const holder = start('unshare', [...around, 'sh', '-ec', script, 'sh', ...values], { stdio: 'pipe' });
  const trouble = await troubleOf(holder);
  if (trouble !== undefined)
    throw new Error(
      `${what} needs a mount of its own: try "sudo npm test", or allow user namespaces on this machine. ${trouble}`,
    );
  const pid = holder.pid ?? -1;
  return {
    root: `/proc/${pid}/root`,
    starting: (kind, work) => withProgram(kind, entering(pid), work),
    close: () => end(holder),
  };
}

/** Waits for the mounts. @returns what went wrong, in one line; undefined when they are there */
function troubleOf(holder: ChildProcess): Promise<string | undefined> {
  let words = '';
  holder.stderr?.on('data', (chunk: Buffer) => (words += chunk.toString()));
  return new Promise((done) => {
    holder.stdout?.once('data', () => done(undefined));
    holder.once('error', ({ message }) => done(message));
    holder.once('close', (code) => done(words.trim().split('\n').at(-1) || `unshare ended with ${code}.`));
  });
}

/** The words in front of a command that is to run inside. */
function entering(pid: number): string {
  const enter = `nsenter --target ${pid} --mount`;
  if (isRoot()) return `${enter} --`;
  // As oneself again: as root, if only the namespace's, Chromium does not start without --no-sandbox.
  const oneself = `--map-user=${process.getuid?.()} --map-group=${process.getgid?.()}`;
  return `${enter} --user --preserve-credentials -- unshare --user ${oneself} --`;
}

/** Runs `work` while the browser's variable names a program that starts it behind these words. */
async function withProgram<T>(kind: BrowserKind, before: string, work: () => Promise<T>): Promise<T> {
  const folder = temporaryFolder('program');
  const program = join(folder, kind);
  const variable = VARIABLES[kind];
  const named = process.env[variable];
  writeFileSync(program, `#!/bin/sh\nexec ${before} ${quoted(findBrowser(kind))} "$@"\n`, { mode: 0o755 });
  process.env[variable] = program;
  try {
    return await work();
  } finally {
    if (named === undefined) Reflect.deleteProperty(process.env, variable);
    else process.env[variable] = named;
    removeFolder(folder);
  }
}

function quoted(words: string): string {
  return `'${words.replaceAll("'", `'\\''`)}'`;
}
