import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeEach, expect, it, vi } from 'vitest';
import { removeFolder, temporaryFolder } from '../../rig/processes';
import { gatheredOf } from '../../../tools/gather-facts/browser';

const { begun } = vi.hoisted(() => ({ begun: [] as Promise<void>[] }));
vi.mock('../../rig/run-tool', () => ({ runTool: (main: () => Promise<void>) => begun.push(main()) }));
vi.mock('../../rig/page-server', () => ({
  servePages: () => Promise.resolve({ address: (site: string) => `http://${site}/`, close: () => {} }),
}));
vi.mock('../../../tools/gather-facts/pages', () => {
  const page = {
    class: 'positive',
    language: 'en',
    path: '/',
    html: () => '',
    waitMs: 0,
    clicks: true,
    clickWaitMs: 0,
  };
  return {
    ownPages: () =>
      Promise.resolve([
        { ...page, id: 'one' },
        { ...page, id: 'two' },
      ]),
  };
});
vi.mock('../../../tools/gather-facts/browser', () => {
  const tab = {
    on: () => {},
    goto: () => Promise.resolve(),
    mouse: { click: () => Promise.resolve() },
    close: () => Promise.resolve(),
  };
  const browser = { context: { newPage: () => Promise.resolve(tab) }, close: () => Promise.resolve() };
  return { gatheringBrowser: () => Promise.resolve(browser), gatheredOf: vi.fn() };
});

const out = temporaryFolder('facts');
const before = process.argv;
afterAll(() => {
  process.argv = before;
  removeFolder(out);
});
beforeEach(() => {
  vi.resetModules();
  vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  process.argv = ['node', 'tools/gather-facts.ts', '--own', '--out', out, '--parallel', '1'];
});

const FACTS = { facts: { frames: [{}] }, gate: null } as unknown as Awaited<ReturnType<typeof gatheredOf>>; // all that is looked at
const kept = (name: string): boolean => existsSync(join(out, name));
async function gather(): Promise<void> {
  await import('../../../tools/gather-facts');
  await begun.pop();
}

it('facts that were gathered before are none of a page that fails now, and the run ends badly', async () => {
  for (const name of ['one', 'two'])
    for (const stage of ['load', 'click']) writeFileSync(join(out, `${name}.${stage}.json`), 'old');
  vi.mocked(gatheredOf).mockImplementation((_worker, site) =>
    site === 'p0' ? Promise.reject(new Error('gone')) : Promise.resolve(FACTS),
  );
  await expect(gather()).rejects.toThrow('1 of 2 pages failed.');
  expect([kept('one.load.json'), kept('one.click.json')]).toEqual([false, false]);
  expect([kept('two.load.json'), kept('two.click.json')]).toEqual([true, true]);
});

it('a run in which every page tells its facts ends well', async () => {
  vi.mocked(gatheredOf).mockResolvedValue(FACTS);
  await expect(gather()).resolves.toBeUndefined();
  expect(kept('one.load.json')).toBe(true);
});
