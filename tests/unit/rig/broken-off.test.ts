import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, describe, expect, it } from 'vitest';
import { ROOT } from '../../rig/dist';
import { until } from '../../rig/processes';

const run = promisify(execFile);
const folder = mkdtempSync(join(tmpdir(), 'sangfroid-broken-off-test-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A build in name only, and a place for what a program makes. */
const dist = join(folder, 'dist');
for (const target of ['chrome', 'firefox']) {
  mkdirSync(join(dist, target), { recursive: true });
  writeFileSync(join(dist, target, 'manifest.json'), '{}');
}

describe('a program that breaks off while its page server runs', { timeout: 60_000 }, () => {
  it.each([
    ['tests/bench/traces.ts', [], 'CHROMIUM is /nowhere, and there is no such program.'],
    ['tools/demo-picture.ts', ['--dist', '/nowhere'], '/nowhere holds no built extension'],
  ])('ends with 1, its reason and nothing left behind: %s %j', async (program, args, why) => {
    const temporary = mkdtempSync(join(folder, 'temporary-'));
    const env = { ...process.env, CHROMIUM: '/nowhere', SANGFROID_DIST: dist, TMPDIR: temporary };
    const options = { cwd: ROOT, env, timeout: 45_000 };
    const ended = await run(process.execPath, ['tools/bootstrap.mjs', program, ...args], options).then(
      () => ({ code: 0, stderr: '' }),
      ({ code, stderr }: { code: number; stderr: string }) => ({ code, stderr }),
    );
    expect(ended).toEqual({ code: 1, stderr: expect.stringContaining(why) as string });
    const left = () => readdirSync(temporary).filter((name) => name.startsWith('sangfroid-'));
    await until(8_000, () => left().length === 0 || undefined, 50);
    expect(left()).toEqual([]);
  });
});
