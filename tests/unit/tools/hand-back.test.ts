import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { handBack } from '../../../tools/test/hand-back';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'sangfroid-hand-back-test-'));
  for (const name of ['dist', 'src']) mkdirSync(join(root, name));
  writeFileSync(join(root, 'chown'), `#!/bin/sh\necho "$@" > '${root}/called'\n`); // the true one is for root
  chmodSync(join(root, 'chown'), 0o755);
  vi.stubEnv('PATH', `${root}:${process.env.PATH ?? ''}`);
});
afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
  rmSync(root, { recursive: true, force: true });
});

describe('what a test run as root wrote', () => {
  it('belongs to the person who called sudo, and nothing else', () => {
    vi.spyOn(process as { getuid: () => number }, 'getuid').mockReturnValue(0);
    handBack(root, { SUDO_UID: '1000', SUDO_GID: '100' });
    expect(readFileSync(join(root, 'called'), 'utf8').trim()).toBe(`-hR 1000:100 ${join(root, 'dist')}`);
  });

  it.each([
    [0, {}],
    [1000, { SUDO_UID: '1000', SUDO_GID: '100' }],
  ])('is left as it is without sudo: user %i, %j', (user, env) => {
    vi.spyOn(process as { getuid: () => number }, 'getuid').mockReturnValue(user);
    handBack(root, env);
    expect(existsSync(join(root, 'called'))).toBe(false);
  });
});
