import { beforeEach, describe, expect, it } from 'vitest';
import { readRequest } from '../../../../src/ui/guard/request';
import { HOUR, startGuard, world } from './guard-world';

/** Started anew for each test: it remembers what was allowed. */
let guard: Awaited<ReturnType<typeof startGuard>>;

beforeEach(async () => {
  guard = await startGuard();
});

describe('a download', () => {
  it('of such a program is stopped and asked about', async () => {
    const download = { id: 5, url: 'blob:https://x.example/1', filename: 'C:\\Users\\a\\AnyDesk.exe' };
    expect(await guard.guardDownload(download)).toBe(false); // a blob cannot be started anew
    const plain = { id: 6, url: 'https://x.example/f', filename: '/home/a/AnyDesk.exe' };
    expect(await guard.guardDownload(plain)).toBe(true);
    expect(world.cancelled).toEqual([6]);
    expect(world.updated, 'the page in front stays').toEqual([]);
    expect(world.created).toEqual([expect.stringContaining('/guard/guard.html?address=https')]);
    await guard.allowOnce(plain.url);
    expect(await guard.guardDownload(plain)).toBe(false);
  });

  it('of long ago, of which Chrome tells when it starts, is none, nor is one of a private window', async () => {
    const plain = { id: 6, url: 'https://x.example/f', filename: '/home/a/AnyDesk.exe' };
    const startTime = new Date(Date.now() - HOUR).toISOString();
    expect(await guard.guardDownload({ ...plain, startTime })).toBe(false);
    expect(await guard.guardDownload({ ...plain, incognito: true })).toBe(false);
    expect([world.created, world.cancelled]).toEqual([[], []]);
    expect(
      await guard.guardDownload({ ...plain, startTime: new Date().toISOString(), incognito: false }),
    ).toBe(true);
  });

  it('that a short link led to is known by where it comes from, in Chrome, which has no name for it yet', async () => {
    const short = { id: 7, url: 'https://short.example/x7', filename: '' };
    expect(await guard.guardDownload({ ...short, finalUrl: 'https://cdn.example/a.pdf' })).toBe(false);
    const led = { ...short, finalUrl: 'https://download.anydesk.com/AnyDesk.exe' };
    expect(await guard.guardDownload(led)).toBe(true);
    expect(world.cancelled).toEqual([7]);
    expect(readRequest(new URL(world.created[0] ?? '').search).address).toBe(short.url);
    await guard.allowOnce(short.url);
    expect(await guard.guardDownload(led)).toBe(false);
  });

  it('of anything else goes on', async () => {
    expect(await guard.guardDownload({ id: 5, url: 'https://x.example/a.pdf', filename: 'a.pdf' })).toBe(
      false,
    );
  });
});

describe('a download of a program for which "Yes, someone is asking me" is said', () => {
  const FILE = 'https://download.anydesk.com/AnyDesk.exe';
  const running = (id: number, url: string, more: object = {}) => ({
    id,
    url,
    filename: '',
    incognito: false,
    ...more,
  });
  const stop = async (address: string) =>
    (await import('../../../../src/background/guard/stop-download')).stopDownload(address);

  it('is cancelled where the permission is there, and no other', async () => {
    world.running = [
      running(1, FILE),
      running(2, 'https://cdn.example/f', { filename: '/home/a/AnyDesk (1).exe' }),
      running(3, 'https://short.example/x7', { finalUrl: FILE }),
      running(4, 'https://files.example/report.pdf', { filename: '/home/a/report.pdf' }),
      running(5, 'https://www.teamviewer.com/TeamViewer_Setup.exe'),
      running(6, FILE, { incognito: true }),
    ];
    await stop(FILE);
    expect(world.cancelled).toEqual([1, 2, 3]);
  });

  it('that its address does not name is known by that very address', async () => {
    world.running = [running(1, 'https://x.example/f'), running(2, 'https://x.example/g')];
    await stop('https://x.example/f');
    expect(world.cancelled).toEqual([1]);
  });

  it('is left where there is no permission to look for it', async () => {
    await stop(FILE);
    expect(world.cancelled).toEqual([]);
  });
});
