import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { readCorpus } from '../../eval/corpus';
import { ROOT } from '../../rig/dist';
import { wholeNumber } from '../../rig/whole-number';

const run = promisify(execFile);

interface Ended {
  code: number;
  words: string;
}

/** How a program ends that is to refuse at once. */
async function refused(program: string, ...args: string[]): Promise<Ended> {
  // Nothing that a program which goes on could open or build into.
  const env = { ...process.env, CHROMIUM: '/nowhere', FIREFOX: '/nowhere', SANGFROID_DIST: 'out/nowhere' };
  const options = { cwd: ROOT, env, timeout: 50_000 };
  return run(process.execPath, ['tools/bootstrap.mjs', program, ...args], options).then(
    ({ stdout }) => ({ code: 0, words: stdout }),
    ({ code, stderr }: { code: number; stderr: string }) => ({ code, words: stderr.trim() }),
  );
}

describe('a number after an option', () => {
  it('is a whole one above zero', () => {
    expect(wholeNumber('jobs', '12')).toBe(12);
    for (const text of ['two', '', '0', '-1', '1.5', '1e3', 'NaN', ' 3'])
      expect(() => wholeNumber('jobs', text)).toThrow(`--jobs is a whole number above zero, not "${text}".`);
  });
});

describe('a run over nothing, which would look like one that found nothing wrong', () => {
  it('is refused where there is no folder of recorded pages', () => {
    expect(() => readCorpus('/no/such/folder')).toThrow('There is no folder /no/such/folder.');
  });

  it.each([
    ['tests/eval/eval.ts', ['--own', '--jobs', 'two'], '--jobs is a whole number above zero, not "two".'],
    ['tests/eval/eval-honest.ts', ['--limit', 'x'], '--limit is a whole number above zero, not "x".'],
    ['tests/eval/evade.ts', ['--only', 'by magic'], 'No way of hiding is named so'],
    ['tools/build.ts', ['chorme'], '"chorme" is nothing that is built here: say chrome or firefox.'],
    ['tests/bench/soak.ts', ['--minutes', 'long'], '--minutes is a whole number above zero, not "long".'],
    ['tests/bench/soak.ts', ['--minutes', '0'], '--minutes is a whole number above zero, not "0".'],
    ['tests/bench/soak.ts', ['--pages='], '--pages is a whole number above zero, not "".'],
    ['tests/bench/soak.ts', ['--seed', 'x'], '--seed is a number.'],
    ['tests/bench/soak.ts', ['--pages', '1'], 'CHROMIUM is /nowhere, and there is no such program.'],
    ['tools/gather-facts.ts', ['--own', '--only', 'no-such-page'], 'There is no such page.'],
    ['tools/explain.ts', ['x.html', '--pth', '/'], "Unknown option '--pth'"],
  ])('is refused by %s %j', { timeout: 60_000 }, async (program, args, why) => {
    const { code, words } = await refused(program, ...args);
    expect(words).toContain(why);
    expect(code).toBe(1);
  });
});
