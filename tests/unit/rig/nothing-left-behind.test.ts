import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { ROOT } from '../../rig/dist';
import { until } from '../../rig/processes';

const folder = mkdtempSync(join(tmpdir(), 'sangfroid-left-behind-test-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const JITI = join(ROOT, 'node_modules/jiti/lib/jiti-cli.mjs');
const RIG = `import { start, temporaryFolder } from ${JSON.stringify(join(ROOT, 'tests/rig/processes'))};
  import { openOwnDisk } from ${JSON.stringify(join(ROOT, 'tests/rig/own-disk'))};`;

interface Made {
  /** A program that stands for a browser. */
  browser: number;
  profile: string;
}

/** A program that starts a browser with a profile, and says what it made. */
function browsing(name: string, first = ''): { file: string; made: () => Made | undefined } {
  const told = join(folder, `${name}.json`);
  const file = join(folder, `${name}.ts`);
  const text = `${RIG}
    import { writeFileSync, renameSync } from 'node:fs';
    ${first}
    const browser = start('sleep', ['60'], { stdio: 'ignore' }).pid;
    const profile = temporaryFolder('left-behind');
    writeFileSync(profile + '/Cookies', 'x');
    writeFileSync(${JSON.stringify(`${told}.new`)}, JSON.stringify({ browser, profile }));
    renameSync(${JSON.stringify(`${told}.new`)}, ${JSON.stringify(told)});
    setTimeout(() => undefined, 60_000);`;
  writeFileSync(file, text);
  const made = () => (existsSync(told) ? (JSON.parse(readFileSync(told, 'utf8')) as Made) : undefined);
  return { file, made };
}

const runs = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

const hasEnded = ({ exitCode, signalCode }: ChildProcess): boolean =>
  exitCode !== null || signalCode !== null;

/** Ends a program once its browser is there. @returns what is left of it soon after */
async function allGone(program: ChildProcess, name: NodeJS.Signals, made: () => Made | undefined) {
  const there = await until(30_000, made, 50);
  if (!there) throw new Error('The program did not start.');
  expect(runs(there.browser) && existsSync(there.profile)).toBe(true);
  program.kill(name);
  const ended = await until(15_000, () => hasEnded(program) || undefined, 50);
  const isGone = () => !runs(there.browser) && !existsSync(there.profile);
  await until(8_000, () => isGone() || undefined, 50);
  const left = { browser: runs(there.browser), profile: existsSync(there.profile), ended: ended ?? false };
  if (left.browser) process.kill(there.browser, 'SIGKILL');
  program.kill('SIGKILL');
  rmSync(there.profile, { recursive: true, force: true });
  return left;
}

const NOTHING = { browser: false, profile: false, ended: true };

describe('a run that is stopped with Ctrl-C', { timeout: 90_000 }, () => {
  it('leaves no browser and no profile of a tool behind', async () => {
    const { file, made } = browsing('tool');
    const program = spawn(process.execPath, [JITI, file], { stdio: 'ignore' });
    expect(await allGone(program, 'SIGINT', made)).toEqual(NOTHING);
  });

  it('leaves none of the tests behind that "npm test" has started, each in a group of its own', async () => {
    const { file, made } = browsing('step');
    const outer = join(folder, 'outer.ts');
    const args = JSON.stringify([JITI, file]);
    writeFileSync(
      outer,
      `${RIG}
       start(process.execPath, ${args}, { stdio: 'ignore' }, true);
       setTimeout(() => undefined, 60_000);`,
    );
    const program = spawn(process.execPath, [JITI, outer], { stdio: 'ignore' });
    expect(await allGone(program, 'SIGINT', made)).toEqual(NOTHING);
  });

  it('leaves none where the end is only an error, as within a test of vitest', async () => {
    const vitest = `process.exit = () => { throw new Error('process.exit unexpectedly called'); };
      process.on('uncaughtException', () => undefined);`;
    const { file, made } = browsing('worker', vitest);
    const program = spawn(process.execPath, [JITI, file], { stdio: 'ignore' });
    expect(await allGone(program, 'SIGTERM', made)).toEqual(NOTHING);
  });

  it.each(['SIGINT', 'SIGKILL'] as const)('leaves no disk of memory mounted, at %s', async (name) => {
    const calls = join(folder, `mounts-${name}`);
    // The true ones need root or a user namespace; a mount is there as long as the process that made it.
    for (const [tool, then] of [
      ['unshare', 'while [ "$1" != sh ]; do shift; done; exec "$@"'],
      ['mount', ''],
      ['mkdir', ''],
    ] as const)
      writeFileSync(join(folder, tool), `#!/bin/sh\necho ${tool} $$ "$@" >> '${calls}'\n${then}\n`, {
        mode: 0o755,
      });
    const linux = `Object.defineProperty(process, 'platform', { value: 'linux' });`;
    const { file, made } = browsing(`disk-${name}`, `${linux} await openOwnDisk(2);`);
    const env = { ...process.env, PATH: `${folder}:${process.env.PATH ?? ''}` };
    const program = spawn(process.execPath, [JITI, file], { stdio: 'ignore', env });
    const left = await allGone(program, name, made);
    if (name === 'SIGINT') expect(left).toEqual(NOTHING);
    const told = readFileSync(calls, 'utf8');
    const disk = /^mount \d+ -t tmpfs -o size=2m tmpfs (\S*sangfroid-disk-\w+)$/m.exec(told)?.[1] ?? '';
    expect(disk).not.toBe('');
    if (name === 'SIGINT') expect(existsSync(disk)).toBe(false);
    const holder = Number(/^unshare (\d+)/m.exec(told)?.[1]);
    expect(await until(8_000, () => !runs(holder) || undefined, 50), 'the mount is gone').toBe(true);
    rmSync(disk, { recursive: true, force: true });
  });
});
