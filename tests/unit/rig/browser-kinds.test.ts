import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../../rig/dist';
import { browserKind, browserKinds } from '../../rig/browser-kinds';

const run = promisify(execFile);

/** What a program says when it refuses to run; empty where it runs. */
async function refusal(program: string, ...args: string[]): Promise<string> {
  const command = ['tools/bootstrap.mjs', program, ...args];
  // An empty place in the place of the build: a program that goes on is to fail there, and not to open a browser.
  const env = { ...process.env, CHROMIUM: '/nowhere', FIREFOX: '/nowhere', SANGFROID_DIST: 'out/nowhere' };
  return run(process.execPath, command, { cwd: ROOT, env, timeout: 50_000 }).then(
    () => '',
    (error: { stderr: string }) => error.stderr.trim(),
  );
}

describe('the browser that is named', () => {
  it('is one of two, several with commas, both where none is', () => {
    expect(browserKind('firefox')).toBe('firefox');
    expect(browserKinds('firefox,chromium')).toEqual(['firefox', 'chromium']);
    expect(browserKinds()).toEqual(['chromium', 'firefox']);
  });

  it.each(['fierfox', 'chrome', 'Firefox', '', 'chromium,'])(
    'is refused in one line when it is "%s"',
    (name) => {
      expect(() => browserKinds(name)).toThrow(
        /^"\w*" is no browser that is driven here: say chromium or firefox\.$/,
      );
    },
  );

  it.each([
    ['tools/start.ts'],
    ['tests/eval/eval.ts', '--own'],
    ['tests/bench/bench.ts'],
    ['tests/bench/locks.ts'],
    ['tests/bench/soak.ts', '--pages', '1'],
    ['tests/bench/popup.ts', '--rounds', '1'],
  ])('is refused by %s before anything else is done', { timeout: 60_000 }, async (program, ...more) => {
    const words = await refusal(program, ...more, '--browser', 'fierfox');
    expect(words).toBe('"fierfox" is no browser that is driven here: say chromium or firefox.');
  });
});
