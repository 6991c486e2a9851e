import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';

describe('npm run screenshots, asked for what there is not', () => {
  it.each([
    ['--only', 'poppup', "No screen's name begins with poppup"],
    ['--language', 'xx', 'There is no language xx'],
  ])('%s %s: says so before any browser is started, not that all is well', (option, value, words) => {
    const args = ['tools/bootstrap.mjs', 'tools/screenshots.ts', option, value];
    const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
    expect(stderr).toContain(words);
    expect(stdout).not.toContain('Nothing to mend');
    expect(status).toBe(1);
  });
});
