import { beforeEach, describe, expect, it, vi } from 'vitest';

/** Addresses in the history, the newest first. */
let visited: Set<string>;
/** The browser answers that it has deleted, and keeps all. */
let keepsAll: boolean;

const browser = vi.hoisted(() => ({
  permissions: { contains: vi.fn() },
  history: { search: vi.fn(), deleteUrl: vi.fn() },
}));
vi.mock('../../../../src/browser/api', () => ({ browser }));
vi.mock('../../../../src/background/state/trust', () => ({ isTrusted: () => Promise.resolve(false) }));
vi.stubGlobal('navigator', { userAgent: 'Mozilla/5.0 (X11) Chrome/156.0.0.0 Safari/537.36' });

import { cleanUpAfter } from '../../../../src/background/clean-up/clean-up';
import { CLOSED_CASE } from '../../closed-case';

beforeEach(() => {
  visited = new Set();
  keepsAll = false;
  browser.permissions.contains.mockImplementation(({ permissions: [one] }) =>
    Promise.resolve(one === 'history'),
  );
  browser.history.search.mockReset();
  browser.history.search.mockImplementation(({ text, maxResults }: { text: string; maxResults: number }) => {
    const found = [...visited].filter((url) => url.includes(text)).slice(0, maxResults);
    return Promise.resolve(found.map((url) => ({ url })));
  });
  browser.history.deleteUrl.mockImplementation(({ url }: { url: string }) =>
    Promise.resolve(keepsAll || visited.delete(url)),
  );
});

const add = (count: number, site: string): void => {
  for (let at = 0; at < count; at += 1) visited.add(`https://${site}/?${at}`);
};

describe('"its place in your history"', () => {
  it('is taken away whole, however many entries a page has made', async () => {
    add(4_500, 'scam.example');
    add(3, 'bank.example');
    expect(await cleanUpAfter(CLOSED_CASE)).toMatchObject({ done: ['history'], failed: [] });
    expect([...visited]).toHaveLength(3);
  });

  it('counts as failed where the browser keeps it, and is not asked for for ever', async () => {
    keepsAll = true;
    add(1, 'scam.example');
    expect(await cleanUpAfter(CLOSED_CASE)).toMatchObject({ done: [], failed: ['history'] });
    expect(browser.history.search.mock.calls.length).toBeLessThan(200);
  });

  it('counts as failed where more than can be listed stand before it', async () => {
    add(2_000, 'www.scam.example');
    add(1, 'scam.example');
    expect(await cleanUpAfter(CLOSED_CASE)).toMatchObject({ done: [], failed: ['history'] });
  });
});
