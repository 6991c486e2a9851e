import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Case } from '../../../../src/messages/ui-messages';

const target = vi.hoisted(() => ({ IS_FIREFOX: false }));
const browser = vi.hoisted(() => ({
  permissions: { contains: vi.fn() },
  browsingData: { remove: vi.fn() },
  contentSettings: { notifications: { set: vi.fn() } },
  history: { search: vi.fn(), deleteUrl: vi.fn() },
  downloads: { search: vi.fn() },
}));
vi.mock('../../../../src/browser/api', () => ({ browser }));
vi.mock('../../../../src/browser/target', () => target);
vi.stubGlobal('navigator', { userAgent: 'Mozilla/5.0 (X11) Chrome/156.0.0.0 Safari/537.36' });
const trusted = vi.hoisted(() => new Set<string>());
vi.mock('../../../../src/background/state/trust', () => ({
  isTrusted: (address: string) => Promise.resolve(trusted.has(address)),
}));

import { cleanUpAfter } from '../../../../src/background/clean-up/clean-up';
import { hasOwnCookies } from '../../../../src/background/clean-up/own-cookies';
import { CLOSED_CASE } from '../../closed-case';

const on = (host: string): Case => ({ ...CLOSED_CASE, host, address: `https://${host}/alert` });

beforeEach(() => {
  vi.resetAllMocks();
  trusted.clear();
  browser.permissions.contains.mockResolvedValue(true);
  browser.browsingData.remove.mockResolvedValue(undefined);
  browser.contentSettings.notifications.set.mockResolvedValue(undefined);
  browser.history.search.mockResolvedValue([]);
  browser.downloads.search.mockResolvedValue([]);
});

describe('cookies in Chromium', () => {
  it.each([
    ['scam.example', true],
    ['10.0.0.7', true],
    ['[2001:db8::1]', true],
    ['alert.pages.dev', true],
    ['alert.web.core.windows.net', true],
    ['a.shared.example', false],
    ['www.scam.example', false],
    ['scam.co.uk', false],
    ['deep.alert.pages.dev', false],
    ['shop.weebly.com', false],
    ['shop.cloudapp.azure.com', false],
    ['bucket.s3.amazonaws.com', false],
    ['weebly.com', false],
    ['github.io', false],
  ])('%s: cleared %s', async (host, cleared) => {
    expect(hasOwnCookies(host)).toBe(cleared);
    const answer = await cleanUpAfter(on(host));
    const asked = browser.browsingData.remove.mock.calls.some(([, data]) => 'cookies' in (data as object));
    expect(asked).toBe(cleared);
    expect(answer.left).toEqual(cleared ? [] : ['cookies']);
    expect(answer.done).toContain('site-data');
  });

  it.each([
    ['alert.web.core.windows.net', 149, false],
    ['alert.azurefd.net', 120, false],
    ['alert.azurefd.net', 150, true],
    ['alert.pages.dev', 120, true],
    ['scam.example', 120, true],
  ])('%s in version %i: own %s', (host, version, own) => {
    expect(hasOwnCookies(host, `Mozilla/5.0 (X11) Chrome/${version}.0.0.0 Safari/537.36`)).toBe(own);
  });
});

describe('nothing is touched', () => {
  it.each<[string, Partial<Case>]>([
    ['of a genuine site with a number put into its address', { injectedIntoHonestSite: true }],
    ['of a site that the person trusts', { state: 'mistaken' }],
    ['of a page that nobody called a scam', { level: 'quiet', closedBy: 'key' }],
    ['of a platform', { host: 'docs.google.com', address: 'https://docs.google.com/drawings/d/SCAM' }],
    ['of a host whose customers have a folder each', on('storage.googleapis.com')],
    ['of another one', on('s3.eu-west-1.amazonaws.com')],
    ['for a private window', { incognito: true, address: '', host: '' }],
    ['for a file', { address: 'file:///home/me/alert.html', host: '' }],
  ])('%s', async (_what, change) => {
    await touchesNothing({ ...CLOSED_CASE, ...change });
  });

  it('of a site that the person trusts by now, nor of its further ones', async () => {
    trusted.add(CLOSED_CASE.address);
    await touchesNothing(CLOSED_CASE);
    await touchesNothing({ ...CLOSED_CASE, otherSites: ['https://door.example'] });
  });

  async function touchesNothing(closed: Case): Promise<void> {
    expect(await cleanUpAfter(closed)).toMatchObject({ ok: false, done: [], downloads: [] });
    expect(browser.browsingData.remove).not.toHaveBeenCalled();
    expect(browser.contentSettings.notifications.set).not.toHaveBeenCalled();
    expect(browser.history.search).not.toHaveBeenCalled();
  }

  it('without the permission', async () => {
    browser.permissions.contains.mockResolvedValue(false);
    expect(await cleanUpAfter(CLOSED_CASE)).toMatchObject({ done: [], failed: [] });
    expect(browser.browsingData.remove).not.toHaveBeenCalled();
  });
});

it('tells what failed, and goes on with the rest', async () => {
  browser.browsingData.remove.mockRejectedValue(new Error('no'));
  const answer = await cleanUpAfter(CLOSED_CASE);
  expect(answer.failed).toEqual(['site-data', 'cookies']);
  expect(answer.done).toEqual(['notifications', 'history', 'downloads']);
});

describe('further sites of the scam', () => {
  const DOOR = 'http://door.example:8080';
  const WINDOW = 'https://window.example';
  const MANY: Case = { ...CLOSED_CASE, otherSites: [DOOR, WINDOW] };
  const VISITED = ['scam.example', 'door.example', 'window.example', 'bank.example', 'notdoor.example'];
  /** Of each kind of data: the origins that were cleared. */
  const cleared = (part: 'cookies' | 'localStorage'): unknown[] =>
    browser.browsingData.remove.mock.calls
      .filter(([, data]) => part in (data as object))
      .flatMap(([where]) => (where as { origins: string[] }).origins);
  const deleted = (): string[] =>
    browser.history.deleteUrl.mock.calls.map(([{ url }]) => new URL(url as string).hostname);

  beforeEach(() => {
    const visited = new Set(VISITED.map((host) => `https://${host}/page`));
    browser.history.search.mockImplementation(() => Promise.resolve([...visited].map((url) => ({ url }))));
    browser.history.deleteUrl.mockImplementation(({ url }) => Promise.resolve(void visited.delete(url)));
  });

  it('are cleaned up after like its own, and no other', async () => {
    const answer = await cleanUpAfter(MANY);
    expect(answer).toMatchObject({ failed: [], left: [], otherHosts: ['door.example', 'window.example'] });
    expect(answer.done).toEqual(['site-data', 'cookies', 'notifications', 'history', 'downloads']);
    const all = ['https://scam.example', DOOR, WINDOW];
    expect([cleared('localStorage'), cleared('cookies')]).toEqual([all, all]);
    expect(deleted().sort()).toEqual(['door.example', 'scam.example', 'window.example']);
    const blocked = browser.contentSettings.notifications.set.mock.calls;
    expect(blocked.map(([{ primaryPattern }]) => primaryPattern as string)).toEqual([
      'https://scam.example:*/*',
      'http://door.example:*/*',
      'https://window.example:*/*',
    ]);
  });

  it('are not named where there are none', async () => {
    expect(await cleanUpAfter(CLOSED_CASE)).not.toHaveProperty('otherHosts');
    expect(deleted()).toEqual(['scam.example']);
  });

  it('are left alone where the person has come to trust them', async () => {
    trusted.add(DOOR);
    expect((await cleanUpAfter(MANY)).otherHosts).toEqual(['window.example']);
    expect(deleted()).not.toContain('door.example');
  });

  it('keep their cookies where others share them, and no more is said than is true', async () => {
    const answer = await cleanUpAfter({ ...CLOSED_CASE, otherSites: ['https://a.shared.example'] });
    expect(cleared('cookies')).toEqual(['https://scam.example']);
    expect(answer.left).toEqual(['cookies']);
    expect(answer.done).not.toContain('cookies');
  });

  it('are each tried, and what failed at one of them does not count as done', async () => {
    browser.browsingData.remove.mockImplementation(({ origins }: { origins: string[] }) =>
      origins[0] === DOOR ? Promise.reject(new Error('no')) : Promise.resolve(),
    );
    const answer = await cleanUpAfter(MANY);
    expect(answer.failed).toEqual(['site-data', 'cookies']);
    expect(cleared('localStorage')).toContain(WINDOW);
  });
});
