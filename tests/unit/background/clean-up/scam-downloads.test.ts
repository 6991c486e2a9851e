import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Case } from '../../../../src/messages/ui-messages';

const browser = vi.hoisted(() => ({
  downloads: { search: vi.fn(), cancel: vi.fn(), removeFile: vi.fn(), erase: vi.fn() },
}));
vi.mock('../../../../src/browser/api', () => ({ browser }));
const trusted = vi.hoisted(() => new Set<string>());
vi.mock('../../../../src/background/state/trust', () => ({
  isTrusted: (address: string) => Promise.resolve(trusted.has(address)),
}));

import { deleteDownloads, downloadsOf } from '../../../../src/background/clean-up/scam-downloads';
import { CLOSED_CASE } from '../../closed-case';

beforeEach(() => {
  vi.resetAllMocks();
  trusted.clear();
  for (const call of ['cancel', 'removeFile', 'erase'] as const)
    browser.downloads[call].mockResolvedValue(undefined);
});

const item = (id: number, change: object = {}): object => ({
  id, url: 'https://scam.example/tool.exe', referrer: 'https://scam.example/alert', incognito: false,
  filename: `/home/me/tool-${id}.exe`, state: 'complete', exists: true, ...change,
}); // prettier-ignore

describe('files that the page had saved', () => {
  it('are its own: the page that started them counts, not where they lie', async () => {
    browser.downloads.search.mockResolvedValue([
      item(1),
      item(2, { url: 'https://files.example/tool.exe' }),
      item(3, { referrer: 'https://search.example/' }),
      item(4, { referrer: '' }),
      item(5, { referrer: null, url: 'blob:https://scam.example/47ef' }),
      item(6, { referrer: null, url: 'data:text/plain,x' }),
      item(7, { incognito: true }),
      item(8, { referrer: 'https://notscam.example/' }),
    ]);
    expect((await downloadsOf(CLOSED_CASE)).map(({ id }) => id)).toEqual([1, 2, 4, 5]);
    const [{ startedAfter, startedBefore }] = browser.downloads.search.mock.calls[0] as [
      { startedAfter: string; startedBefore: string },
    ];
    expect(Date.parse(startedAfter)).toBe(CLOSED_CASE.noticedAt - 600_000);
    expect(Date.parse(startedBefore)).toBe(1_065_000);
  });

  it('are also those that its further sites started', async () => {
    const referrer = 'https://door.example/';
    browser.downloads.search.mockResolvedValue([item(1), item(2, { referrer }), item(3, { referrer: 'https://bank.example/' })]); // prettier-ignore
    const many = { ...CLOSED_CASE, otherSites: ['https://door.example'] };
    expect((await downloadsOf(many)).map(({ id }) => id)).toEqual([1, 2]);
    expect((await downloadsOf(CLOSED_CASE)).map(({ id }) => id)).toEqual([1]);
    trusted.add('https://door.example');
    expect((await downloadsOf(many)).map(({ id }) => id)).toEqual([1]);
  });

  it('are also remote-control programs without a page that started them, saved while the scam stood', async () => {
    const at = (ms: number): string => new Date(ms).toISOString();
    const tool = { referrer: '', url: 'https://files.example/AnyDesk.exe', filename: '/home/me/AnyDesk.exe' };
    const meanwhile = { ...tool, startTime: at(CLOSED_CASE.noticedAt) };
    browser.downloads.search.mockResolvedValue([
      item(1, meanwhile),
      item(2, { ...meanwhile, startTime: at(1_060_000) }),
      item(3, { ...meanwhile, startTime: at(CLOSED_CASE.noticedAt - 1) }),
      item(4, { ...meanwhile, startTime: at(1_060_001) }),
      item(5, { ...meanwhile, referrer: 'https://anydesk.com/' }),
      item(6, { ...meanwhile, url: 'https://files.example/bread.pdf', filename: '/home/me/bread.pdf' }),
      item(7, { ...meanwhile, incognito: true }),
    ]);
    expect((await downloadsOf(CLOSED_CASE)).map(({ id }) => id)).toEqual([1, 2]);
  });

  it('are deleted only when they are its own and were shown', async () => {
    const items = [item(1), item(2), item(3, { referrer: 'https://bank.example/' })];
    browser.downloads.search.mockImplementation(({ id }: { id?: number }) =>
      Promise.resolve(id === undefined ? items : items.filter((one) => (one as { id: number }).id === id)),
    );
    expect(await deleteDownloads(CLOSED_CASE, [2, 3])).toEqual({ ok: true, failed: [] });
    expect(browser.downloads.removeFile.mock.calls).toEqual([[2]]);
    expect(browser.downloads.erase.mock.calls).toEqual([[{ id: 2 }]]);
  });

  it.each<[string, Partial<Case>]>([
    ['of a genuine site', { injectedIntoHonestSite: true }],
    ['of a site that nobody called a scam', { level: 'quiet', closedBy: 'key' }],
    ['of a site whose warning was a mistake', { state: 'mistaken' }],
    ['of a platform', { onPlatform: true }],
    ['of a private window', { incognito: true }],
    ['of a site that is trusted by now', { address: 'https://scam.example/trusted' }],
  ])('%s are left alone', async (_whose, change) => {
    trusted.add('https://scam.example/trusted');
    browser.downloads.search.mockResolvedValue([item(1)]);
    expect(await downloadsOf({ ...CLOSED_CASE, ...change })).toEqual([]);
    expect(await deleteDownloads({ ...CLOSED_CASE, ...change }, [1])).toEqual({ ok: true, failed: [] });
    for (const call of ['cancel', 'removeFile', 'erase'] as const)
      expect(browser.downloads[call]).not.toHaveBeenCalled();
  });

  it('that cannot be deleted are named and stay in the list', async () => {
    browser.downloads.search.mockResolvedValue([item(1)]);
    browser.downloads.removeFile.mockRejectedValue(new Error('in use'));
    expect(await deleteDownloads(CLOSED_CASE, [1])).toEqual({ ok: false, failed: ['tool-1.exe'] });
    expect(browser.downloads.erase).not.toHaveBeenCalled();
  });

  it('that are still coming are stopped; a file that is gone already is only forgotten', async () => {
    browser.downloads.search.mockResolvedValue([item(1, { state: 'interrupted', exists: false })]);
    expect(await deleteDownloads(CLOSED_CASE, [1])).toEqual({ ok: true, failed: [] });
    expect(browser.downloads.cancel).toHaveBeenCalledWith(1);
    expect(browser.downloads.removeFile).not.toHaveBeenCalled();
    expect(browser.downloads.erase).toHaveBeenCalledWith({ id: 1 });
  });
});
