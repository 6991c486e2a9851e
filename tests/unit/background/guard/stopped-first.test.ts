import { beforeEach, describe, expect, it } from 'vitest';
import { HOUR, startGuard, world } from './guard-world';

const FILE = 'https://download.anydesk.com/AnyDesk.exe';
const DOWNLOAD = { id: 6, url: FILE, filename: '/home/a/AnyDesk.exe', incognito: false };

let guard: Awaited<ReturnType<typeof startGuard>>;

beforeEach(async () => {
  guard = await startGuard();
});

describe('the download of a program for remote control, in Chromium', () => {
  it('is stopped before it is asked about, and given up once it is', async () => {
    expect(await guard.guardDownload(DOWNLOAD, false)).toBe(true);
    expect(world.downloads).toEqual(['pause 6, 0 asked', 'cancel 6, 1 asked']);
  });

  it.each([
    ['nothing is asked', { lastIncidentAt: null }],
    ['the question could not be shown', { noPages: true }],
  ])('goes on where %s', async (_why, change) => {
    Object.assign(world, change);
    expect(await guard.guardDownload(DOWNLOAD, false)).toBe(false);
    expect(world.downloads).toEqual(['pause 6, 0 asked', 'resume 6, 0 asked']);
  });

  it('is asked about where it cannot be stopped, being complete', async () => {
    const { browser } = await import('../../../../src/browser/api');
    browser.downloads.pause = () => Promise.reject(new Error('complete'));
    expect(await guard.guardDownload(DOWNLOAD, false)).toBe(true);
    expect(world.created).toHaveLength(1);
  });
});

// Firefox goes on only with a file whose server can send the rest of it, and of which a part has come.
describe('the same in Firefox, which may not be able to go on with it', () => {
  it('is stopped before it is asked about, once it is known that it will be', async () => {
    expect(await guard.guardDownload(DOWNLOAD, true)).toBe(true);
    expect(world.downloads).toEqual(['pause 6, 0 asked', 'cancel 6, 1 asked']);
  });

  it('is left as it is where nothing is asked', async () => {
    world.lastIncidentAt = null;
    expect(await guard.guardDownload(DOWNLOAD, true)).toBe(false);
    expect(world.downloads).toEqual([]);
  });

  it('goes on where the question could not be shown', async () => {
    world.noPages = true;
    expect(await guard.guardDownload(DOWNLOAD, true)).toBe(false);
    expect(world.downloads).toEqual(['pause 6, 0 asked', 'resume 6, 0 asked']);
  });
});

it('any other download is not touched', async () => {
  await guard.guardDownload({ ...DOWNLOAD, url: 'https://x.example/a.pdf', filename: 'a.pdf' }, false);
  expect(world.downloads).toEqual([]);
});

describe('"Yes, someone is asking me" where the file had come whole before it could be stopped', () => {
  const whole = (id: number, more: object = {}) => ({
    ...DOWNLOAD,
    id,
    state: 'complete',
    exists: true,
    ...more,
  });
  const stop = async () =>
    (await import('../../../../src/background/guard/stop-download')).stopDownload(FILE);

  it('takes that file away, and none that was not asked about', async () => {
    await guard.guardDownload(DOWNLOAD, false);
    world.downloads = [];
    world.running = [whole(6), whole(2, { startTime: new Date(Date.now() - HOUR).toISOString() })];
    await stop();
    expect(world.downloads).toEqual(['removeFile 6, 1 asked']);
  });

  it('leaves a file alone that is gone already, and what was not asked about at all', async () => {
    world.running = [whole(6)];
    await stop();
    await guard.guardDownload(DOWNLOAD, false);
    world.downloads = [];
    world.running = [whole(6, { exists: false })];
    await stop();
    expect(world.downloads).toEqual([]);
  });
});

it('a download of an ordinary window is asked about in that, though a private window is in front', async () => {
  world.privateInFront = true;
  expect(await guard.guardDownload(DOWNLOAD)).toBe(true);
  expect(world.created).toHaveLength(1);
  expect(world.cancelled).toEqual([6]);
});

it('a visit is asked about while the store tells of no settings and no policy', async () => {
  world.storeHangs = true;
  const asked = guard.guardNavigation({ tabId: 3, frameId: 0, url: 'https://anydesk.com/' });
  const late = new Promise((done) => setTimeout(() => done('late'), 3_000));
  expect(await Promise.race([asked, late])).toBe(true);
  expect(world.updated).toHaveLength(1);
});
