import { readFileSync } from 'node:fs';
import { beforeEach, describe, expect, it, vi } from 'vitest';

interface Entry {
  id: string;
  title: string;
  contexts: string[];
}

const world = vi.hoisted(() => ({
  entries: [] as Entry[],
  created: [] as object[],
  updated: [] as object[],
  closed: [] as unknown[][],
  opened: [] as string[],
  incognito: false,
}));

vi.mock('../../../../src/browser/api', () => ({
  browser: {
    runtime: { getURL: (path: string) => `ext://x/${path}` },
    i18n: { getMessage: (key: string) => `[${key}]` },
    contextMenus: {
      removeAll: () => Promise.resolve(void (world.entries = [])),
      create: (entry: Entry) => world.entries.push(entry),
    },
    tabs: {
      get: (id: number) => Promise.resolve({ id, windowId: 4, index: 2, incognito: world.incognito }),
      create: (made: object) => Promise.resolve((world.created.push(made), { id: 9 })),
      update: (id: number, change: object) => Promise.resolve(void world.updated.push({ id, ...change })),
      query: () => Promise.resolve([{ id: 5 }]),
    },
    windows: { getLastFocused: () => Promise.resolve({ id: 4 }) },
    storage: { session: { get: () => Promise.resolve({}), set: () => Promise.resolve() } },
  },
}));
vi.mock('../../../../src/background/close/close-any', () => ({
  closeTabOf: (...args: unknown[]) => Promise.resolve(void world.closed.push(args)),
}));
vi.mock('../../../../src/browser/own-page', () => ({
  ownPage: (page: string, query = '') => `ext://x/${page}?${query}`,
  guideAbout: (caseId: string | null) => `ext://x/guide?${caseId === null ? '' : `case=${caseId}`}`,
}));
vi.mock('../../../../src/background/display/own-pages', () => ({
  openInFront: (url: string) => Promise.resolve(void world.opened.push(url)),
}));

import { isCarefulVisit, visitCarefully } from '../../../../src/background/guard/careful-visit';
import { onCommand } from '../../../../src/background/person/commands';
import { makeMenus, onMenu } from '../../../../src/background/person/menus';

const LINK = 'https://somewhere.example/a?b=c&d';
const openLink = (linkUrl: string) =>
  onMenu({ menuItemId: 'open-carefully', linkUrl, editable: false, modifiers: [] }, 7, 4);

beforeEach(() => {
  Object.assign(world, { entries: [], created: [], updated: [], closed: [], opened: [], incognito: false });
});

describe('the menu', () => {
  it('stands on the page, on links and on the toolbar button, each entry in words we have', async () => {
    await makeMenus();
    await makeMenus(); // an update makes them anew, never twice
    const at = Object.fromEntries(world.entries.map(({ id, contexts }) => [id, contexts]));
    expect(at).toEqual({
      'close-scam-tab': [
        'page',
        'frame',
        'link',
        'image',
        'video',
        'audio',
        'editable',
        'selection',
        'action',
      ],
      'open-guide': ['action'],
      'open-carefully': ['link'],
    });
    const words = JSON.parse(readFileSync('src/texts/en/browser.json', 'utf8')) as object;
    for (const { title } of world.entries) expect(words).toHaveProperty([title.slice(1, -1)]);
  });

  it('has each entry once where the browser tells of its start and of an update at once', async () => {
    await Promise.all([makeMenus(), makeMenus()]);
    expect(world.entries).toHaveLength(3);
  });

  it('closes the tab it was opened over, and opens the guide', async () => {
    await onMenu({ menuItemId: 'close-scam-tab', editable: false, modifiers: [] }, 7, 4);
    await onMenu({ menuItemId: 'open-guide', editable: false, modifiers: [] }, 7, 4);
    expect(world.closed).toEqual([[7, 'menu']]);
    expect(world.opened).toEqual(['ext://x/guide?']);
  });

  it('mean the tab they were pressed over, where the browser says which', async () => {
    await onCommand('close-scam-tab', { id: 8 });
    expect(world.closed).toEqual([[8, 'key']]);
  });
});

describe('"open carefully"', () => {
  it('shows the address in the guard first, beside the page with the link', async () => {
    await openLink(LINK);
    expect(world.created).toEqual([
      {
        url: `ext://x/guard?${new URLSearchParams({ address: LINK, careful: '1' }).toString()}`,
        active: true,
        windowId: 4,
        index: 3,
      },
    ]);
    expect(world.updated).toEqual([]);
  });

  it('goes on in the same tab, which counts as careful from then on', async () => {
    expect(await isCarefulVisit(30)).toBe(false);
    await visitCarefully(30, LINK);
    expect(world.updated).toEqual([{ id: 30, url: LINK }]);
    expect(await isCarefulVisit(30)).toBe(true);
  });

  it('opens at once in a private window, where our pages cannot be shown', async () => {
    world.incognito = true;
    await openLink(LINK);
    expect(world.created).toEqual([{ url: 'about:blank', active: true, windowId: 4, index: 3 }]);
    expect(world.updated).toEqual([{ id: 9, url: LINK }]);
    expect(await isCarefulVisit(9)).toBe(true);
  });

  it.each(['javascript:alert(1)', 'data:text/html,x', 'file:///etc/passwd', 'chrome://settings'])(
    'opens nothing for %s',
    async (link) => {
      await openLink(link);
      expect(world.created).toEqual([]);
    },
  );
});

describe('the keys', () => {
  it('close the tab in front, and open the guide', async () => {
    await onCommand('close-scam-tab');
    await onCommand('open-guide');
    expect(world.closed).toEqual([[5, 'key']]);
    expect(world.opened).toEqual(['ext://x/guide?']);
  });

  it('are the ones the manifest suggests, and not more than Chrome takes', () => {
    const { commands } = JSON.parse(readFileSync('manifest.json', 'utf8')) as {
      commands: Record<string, { suggested_key: { default: string } }>;
    };
    expect(Object.keys(commands)).toEqual(['close-scam-tab', 'open-guide']);
    expect(commands['close-scam-tab']?.suggested_key.default).toBe('Alt+Shift+Q');
  });
});
