import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { DEFAULT_SETTINGS } from '../../../../src/storage/settings';
import { readRequest } from '../../../../src/ui/guard/request';
import { HOUR, startGuard, world } from './guard-world';

const SITE = 'https://www.teamviewer.com/download?a=b&c=d';
/** Started anew for each test: it remembers what was allowed. */
let guard: Awaited<ReturnType<typeof startGuard>>;
const visit = (url = SITE, frameId = 0) => guard.guardNavigation({ tabId: 3, frameId, url });

beforeEach(async () => {
  guard = await startGuard();
});

describe('a visit', () => {
  it('is met by the question, with the whole address in it', async () => {
    expect(await visit()).toBe(true);
    const asked = new URL(world.updated[0]?.url ?? '');
    expect(world.updated[0]?.tabId).toBe(3);
    expect(asked.pathname).toContain('guard.html');
    expect(asked.searchParams.get('address')).toBe(SITE);
    expect(asked.searchParams.get('program')).toBe('TeamViewer');
  });

  it('goes on after "No, go on", for that program only', async () => {
    await guard.allowOnce(SITE);
    expect(await visit('https://download.teamviewer.com/TeamViewer_Setup.exe')).toBe(false);
    expect(await visit('https://anydesk.com/')).toBe(true);
  });

  it('asks again after "No, go on" where the clock was put back by years since', async () => {
    const ahead = vi.spyOn(Date, 'now').mockReturnValue(Date.now() + 900 * HOUR);
    await guard.allowOnce(SITE);
    expect(await visit()).toBe(false);
    ahead.mockRestore();
    world.lastIncidentAt = Date.now() - HOUR;
    expect(await visit()).toBe(true);
  });

  it('is met by the question again where "Yes, someone is asking me" was said after "No, go on"', async () => {
    await guard.allowOnce('https://anydesk.com/');
    await guard.allowOnce(SITE);
    expect(await visit()).toBe(false);
    await guard.takeAllowedBack('https://download.teamviewer.com/TeamViewer_Setup.exe');
    expect(await visit()).toBe(true);
    expect(await visit('https://anydesk.com/'), 'the other program stays allowed').toBe(false);
  });

  it('is not gone on to where that was said before a late store had told what is allowed', async () => {
    const allowing = guard.allowOnce(SITE);
    await guard.takeAllowedBack(SITE);
    expect(await allowing).toBe(false);
    expect(await guard.allowOnce(SITE)).toBe(true);
  });

  it('goes on after "No, go on" also where nothing can be written down', async () => {
    world.full = true;
    await guard.allowOnce(SITE);
    expect(await visit()).toBe(false);
  });

  it.each([
    ['no incident', { lastIncidentAt: null }],
    ['an old incident', { lastIncidentAt: Date.now() - 49 * HOUR }],
    ['policy', { remoteGuard: false }],
    ['a private window', { incognito: true }],
    ['guard off', { settings: { ...DEFAULT_SETTINGS, guardHours: 0 } }],
    [
      'a trusted site',
      {
        settings: {
          ...DEFAULT_SETTINGS,
          trustedSites: [{ host: 'www.teamviewer.com', since: 0, why: 'options' }],
        },
      },
    ],
  ])('is left alone: %s', async (_why, change) => {
    Object.assign(world, change);
    expect(await visit()).toBe(false);
    expect(world.updated).toEqual([]);
  });

  it.each([
    ['no incident', { lastIncidentAt: null }],
    ['guard off', { settings: { ...DEFAULT_SETTINGS, guardHours: 0 } }],
  ])('opened carefully is asked about all the same: %s', async (_why, change) => {
    Object.assign(world, change, { careful: true });
    expect(await visit()).toBe(true);
  });

  it.each([
    ['an hour after an incident', {}, true],
    ['opened carefully soon after one', { careful: true }, true],
    ['opened carefully without one', { careful: true, lastIncidentAt: null }, false],
    ['opened carefully long after one', { careful: true, lastIncidentAt: Date.now() - 49 * HOUR }, false],
    ['asked always', { settings: { ...DEFAULT_SETTINGS, guardHours: -1 } }, false],
  ])('%s: whether it tells of a scam met not long ago', async (_what, change, told) => {
    Object.assign(world, change);
    expect(await visit()).toBe(true);
    expect(readRequest(new URL(world.updated[0]?.url ?? '').search).met).toBe(told);
  });

  it.each([
    ['the journal knows of none', { lastIncidentAt: null, lastScamAt: Date.now() - HOUR }],
    [
      'the journal knows an old one',
      { lastIncidentAt: Date.now() - 99 * HOUR, lastScamAt: Date.now() - HOUR },
    ],
    ['only the journal knows', { lastScamAt: Date.now() - 99 * HOUR }],
  ])('is met by the question where %s', async (_what, change) => {
    Object.assign(world, change);
    expect(await visit()).toBe(true);
  });

  it.each([
    [
      'a page that nobody called a scam was closed',
      { lastIncidentAt: null, lastClosedAt: Date.now() - HOUR },
      false,
    ],
    ['that, and a scam was met', { lastClosedAt: Date.now() - HOUR }, true],
    [
      'that, and a scam was met long ago',
      { lastIncidentAt: Date.now() - 99 * HOUR, lastClosedAt: Date.now() - HOUR },
      false,
    ],
  ])(
    'is met by the question where %s, which tells of a scam only where there was one',
    async (_what, change, told) => {
      Object.assign(world, change);
      expect(await visit()).toBe(true);
      expect(readRequest(new URL(world.updated[0]?.url ?? '').search).met).toBe(told);
    },
  );

  it.each([
    { lastIncidentAt: null, lastClosedAt: Date.now() - 49 * HOUR },
    { lastClosedAt: Date.now() - HOUR, settings: { ...DEFAULT_SETTINGS, guardHours: 0 } },
  ])('is left alone where a page was closed long ago, or the guard is off', async (change) => {
    Object.assign(world, change);
    expect(await visit()).toBe(false);
  });

  it('opened carefully is left alone where the policy turns the guard off', async () => {
    Object.assign(world, { careful: true, remoteGuard: false });
    expect(await visit()).toBe(false);
  });

  it.each([
    ['teamviewer.com/widget', false],
    ['files.example/rustdesk-1.2.exe', true],
    ['download.anydesk.com/AnyDesk.exe', true],
    ['advert.example/AnyDesk.exe?x=AnyDesk.exe', false],
  ])('in a frame counts only as a download of the program or the page: %s', async (file, asks) => {
    expect(await visit(`https://${file}`, 4)).toBe(asks);
  });
});

describe('a frame that loads such a program', () => {
  const FILE = 'https://download.anydesk.com/AnyDesk.exe';
  const LATER = 61_000;
  let later = 0;
  beforeEach(() => {
    later = 0;
    const begun = performance.now();
    vi.spyOn(performance, 'now').mockImplementation(() => begun + later);
  });
  afterEach(() => vi.restoreAllMocks());

  it('has the question come beside the page, which stays as it is', async () => {
    expect(await visit(FILE, 4)).toBe(true);
    expect(world.updated).toEqual([]);
    expect(world.places).toEqual([5]);
    expect(readRequest(new URL(world.created[0] ?? '').search)).toMatchObject({
      address: FILE,
      program: 'AnyDesk',
    });
  });

  it('brings one question a minute and page, however often it tries and whatever it names', async () => {
    const tries = [FILE, FILE, 'https://files.example/rustdesk-1.2.exe'].map((url) => visit(url, 4));
    expect(await Promise.all(tries)).toEqual([true, false, false]);
    expect(await guard.guardNavigation({ tabId: 9, frameId: 4, url: FILE }), 'another page').toBe(true);
    later = LATER;
    expect(await visit(FILE, 4)).toBe(true);
    expect(world.created).toHaveLength(3);
  });

  it('has no question behind it where it was none to ask about', async () => {
    await guard.allowOnce(FILE);
    expect(await visit(FILE, 4)).toBe(false);
    expect(await visit('https://files.example/rustdesk-1.2.exe', 4)).toBe(true);
  });

  it('is asked about once where the browser also tells of its download, which is stopped', async () => {
    await visit(FILE, 4);
    const download = { id: 6, url: FILE, filename: '/home/a/AnyDesk.exe' };
    expect(await guard.guardDownload(download)).toBe(true);
    expect([world.created.length, world.cancelled]).toEqual([1, [6]]);
    expect(
      await guard.guardDownload({ id: 7, url: 'https://x.example/f', filename: 'rustdesk-1.2.exe' }),
    ).toBe(true);
    later = LATER;
    expect(await guard.guardDownload(download)).toBe(true);
    expect(world.created, 'of another program, and long after').toHaveLength(3);
  });
});

describe('a page that Chromium makes ready unseen', () => {
  const navigate = (url: string, frameId: number, documentLifecycle: string) =>
    guard.guardNavigation({ tabId: 3, frameId, url, documentLifecycle });

  it.each([SITE, 'https://files.example/rustdesk-1.2.exe'])(
    'is not asked about while nobody has gone there: %s',
    async (url) => {
      expect(await navigate(url, 9, 'prerender')).toBe(false);
      expect(world.updated, 'the page in front stays').toEqual([]);
    },
  );

  // Chromium's own test of the events: extensions/api_test/webnavigation/prerendering.
  it('is asked about when the person goes there, of which the browser tells as of any visit', async () => {
    await navigate(SITE, 9, 'prerender');
    expect(await navigate(SITE, 0, 'active')).toBe(true);
  });
});
