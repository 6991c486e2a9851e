import { afterEach, describe, expect, it, vi } from 'vitest';

/** What was done, in order. */
const done = vi.hoisted((): string[] => []);

vi.mock('node:fs', async (original) => ({
  ...(await original<typeof import('node:fs')>()),
  mkdirSync: () => undefined,
}));
vi.mock('../../../tests/rig/dist', () => ({
  buildExtension: (target: string) => Promise.resolve(void done.push(`build ${target}`)),
}));
vi.mock('../../../tests/rig/chromium', () => ({
  launchChromium: (dist?: string) => {
    done.push(`open ${dist ?? 'the own build'}`);
    return Promise.resolve({ base: 'chrome-extension://x/', context: null, close: () => undefined });
  },
}));
vi.mock('../../../tools/screenshots/stage', () => ({
  setStage: () => Promise.resolve({ values: {}, setLook: () => undefined, close: () => undefined }),
}));
vi.mock('../../../tools/screenshots/shoot', () => ({
  fileName: () => 'x.png',
  shoot: () => Promise.resolve({ trouble: [] }),
}));

const before = process.argv;
afterEach(() => {
  process.argv = before;
  process.exitCode = undefined;
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});

async function run(...options: string[]): Promise<string[]> {
  done.length = 0;
  process.argv = ['node', 'tools/screenshots.ts', '--only', 'options', '--language', 'fr', ...options];
  vi.spyOn(console, 'log').mockImplementation(() => undefined);
  vi.resetModules();
  await import('../../../tools/screenshots');
  return [...done];
}

describe('npm run screenshots', () => {
  it('shows the texts and screens as they are now, not those of the last build', async () => {
    vi.stubEnv('SANGFROID_DIST', undefined);
    expect(await run()).toEqual(['build chrome', 'open the own build']);
  });

  it('leaves a build alone that somebody named', async () => {
    vi.stubEnv('SANGFROID_DIST', undefined);
    expect(await run('--dist', '/other')).toEqual(['open /other']);
    vi.stubEnv('SANGFROID_DIST', '/elsewhere');
    expect(await run()).toEqual(['open the own build']);
  });
});
