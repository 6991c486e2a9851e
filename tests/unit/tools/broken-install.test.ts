import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';

const root = mkdtempSync(join(tmpdir(), 'sangfroid-install-test-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

describe('an installation of the modules that was broken off', () => {
  it.each(['', '{"packages": {"node_mod'])('is done again: npm left "%s"', (list) => {
    const npm = join(root, 'bin/npm');
    for (const folder of ['bin', 'tools', 'node_modules']) mkdirSync(join(root, folder), { recursive: true });
    cpSync('tools/bootstrap.mjs', join(root, 'tools/bootstrap.mjs'));
    cpSync('package-lock.json', join(root, 'package-lock.json'));
    writeFileSync(join(root, 'node_modules/.package-lock.json'), list);
    writeFileSync(npm, '#!/bin/sh\nexit 3\n');
    chmodSync(npm, 0o755);
    const env = { ...process.env, PATH: `${join(root, 'bin')}:${process.env.PATH ?? ''}` };
    const { status, stderr } = spawnSync(process.execPath, [join(root, 'tools/bootstrap.mjs')], {
      env,
      encoding: 'utf8',
    });
    expect(stderr).toContain('npm ci failed (code 3)');
    expect(status).toBe(1);
  });
});
