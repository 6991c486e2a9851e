import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type BrowserContext } from 'playwright-core';
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest';
import { launchChromium, workerOf } from '../../rig/chromium';
import { ensureBrowsers, findBrowser, hasBrowser } from '../../rig/ensure-browsers';
import { launch } from '../../rig/launch';
import { until } from '../../rig/processes';

const folder = mkdtempSync(join(tmpdir(), 'sangfroid-failed-start-test-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
afterEach(() => vi.unstubAllEnvs());

const started = join(folder, 'started');
/** A program in the place of a browser; it notes its number and how it was called. */
function standIn(name: string, body: string): string {
  const file = join(folder, name);
  const note = `require('node:fs').appendFileSync(${JSON.stringify(started)}, JSON.stringify({ pid: process.pid, args: process.argv }) + '\\n');`;
  writeFileSync(file, `#!${process.execPath}\n${note}\n${body}\n`);
  chmodSync(file, 0o755);
  return file;
}

interface Started {
  pid: number;
  args: string[];
}

function runs({ pid }: Started): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

describe('a browser that is named, and is not there', () => {
  it('is said at once, with the variable that named it', async () => {
    vi.stubEnv('FIREFOX', '/no/such/firefox');
    const words = 'FIREFOX is /no/such/firefox, and there is no such program.';
    expect(() => findBrowser('firefox')).toThrow(words);
    expect(() => hasBrowser('firefox')).toThrow(words);
    await expect(ensureBrowsers(['firefox'])).rejects.toThrow(words);
    vi.stubEnv('FIREFOX', folder);
    expect(() => findBrowser('firefox')).toThrow('there is no such program');
  });

  it('may be named by its path, or as it is called on PATH', () => {
    const own = standIn('my-browser', '');
    vi.stubEnv('CHROMIUM', own);
    expect(findBrowser('chromium')).toBe(own);
    vi.stubEnv('CHROMIUM', 'my-browser');
    vi.stubEnv('PATH', folder);
    expect(findBrowser('chromium')).toBe(own);
  });
});

describe('a browser that does not start', { timeout: 60_000 }, () => {
  it('is ended, and its profile with it, before it is tried again', async () => {
    const refuses = `require('node:fs').createReadStream(null, { fd: 3 })
      .on('data', () => require('node:fs').writeSync(4, '{"id":1,"error":{"message":"not today"}}\\0'));
      setTimeout(() => undefined, 60_000);`;
    vi.stubEnv('CHROMIUM', standIn('refuses', refuses));
    await expect(launch('chromium', { dist: null })).rejects.toThrow('not today');
    const all = readFileSync(started, 'utf8').trim().split('\n').map((line) => JSON.parse(line) as Started); // prettier-ignore
    expect(all).toHaveLength(2);
    expect(await until(5_000, () => all.every((one) => !runs(one)) || undefined)).toBe(true);
    const profiles = all.map(({ args }) => args.find((word) => word.startsWith('--user-data-dir='))?.split('=')[1]); // prettier-ignore
    expect(profiles.map((profile) => existsSync(profile ?? '/'))).toEqual([false, false]);
  });

  it('is not waited for where it has ended by itself', async () => {
    vi.stubEnv('FIREFOX', standIn('ends', 'process.exit(1);'));
    const begin = Date.now();
    await expect(launch('firefox', { dist: null })).rejects.toThrow(
      'Firefox ended as soon as it was started.',
    );
    expect(Date.now() - begin).toBeLessThan(30_000);
  });

  it('with the extension, as Google’s own Chrome, is said to be none for it', async () => {
    const late = () => Promise.reject(new Error('Timeout 20000ms exceeded while waiting for event'));
    const browser = { serviceWorkers: () => [], waitForEvent: late } as unknown as Parameters<
      typeof workerOf
    >[0]; // all that is asked of it
    await expect(workerOf(browser)).rejects.toThrow(/did not start the extension.*CHROMIUM/);
  });

  it('is closed, and its profile removed, where it does not start the extension', async () => {
    writeFileSync(join(folder, 'manifest.json'), '{}');
    vi.stubEnv('CHROMIUM', standIn('no-extension', ''));
    const close = vi.fn(() => Promise.resolve());
    const late = () => Promise.reject(new Error('Timeout 20000ms exceeded while waiting for event'));
    const context = { serviceWorkers: () => [], waitForEvent: late, close };
    const launched = vi
      .spyOn(chromium, 'launchPersistentContext')
      .mockResolvedValue(context as unknown as BrowserContext); // all that is asked of it
    await expect(launchChromium(folder)).rejects.toThrow('did not start the extension');
    expect(close).toHaveBeenCalledOnce();
    expect(existsSync(launched.mock.calls[0]?.[0] ?? '/')).toBe(false);
    launched.mockRestore();
  });
});
