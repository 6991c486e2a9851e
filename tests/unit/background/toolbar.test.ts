import { readFileSync } from 'node:fs';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { WatchState } from '../../../src/messages/ui-messages';

const world = vi.hoisted(() => ({
  icon: '',
  title: '',
  badge: '',
  opened: [] as string[],
  installType: 'normal',
}));

vi.mock('../../../src/browser/api', () => ({
  browser: {
    i18n: { getMessage: (key: string) => key },
    action: {
      setIcon: ({ path }: { path: Record<string, string> }) =>
        Promise.resolve(void (world.icon = path['16'] ?? '')),
      setTitle: ({ title }: { title: string }) => Promise.resolve(void (world.title = title)),
      setBadgeText: ({ text }: { text: string }) => Promise.resolve(void (world.badge = text)),
      setBadgeBackgroundColor: () => Promise.reject(new Error('not in this browser')),
    },
    storage: { onChanged: { addListener: () => undefined } },
    management: { getSelf: () => Promise.resolve({ installType: world.installType }) },
  },
}));
vi.mock('../../../src/background/own-pages', () => ({
  ownPage: (page: string) => `ext://x/${page}`,
  openInFront: (url: string) => Promise.resolve(void world.opened.push(url)),
}));

import { welcome } from '../../../src/background/startup';
import { showState } from '../../../src/background/toolbar';

async function shown(state: WatchState) {
  await showState(3, state);
  return { icon: readFileSync(`src/static${world.icon}`, 'base64'), title: world.title, badge: world.badge };
}

describe('the toolbar button', () => {
  it('has three shapes: watching, warning, at rest', async () => {
    const [watching, warning, paused, blind, trusted] = [
      await shown('watching'),
      await shown('warning'),
      await shown('paused'),
      await shown('no-permission'),
      await shown('trusted'),
    ];
    expect(new Set([watching.icon, warning.icon, paused.icon]).size).toBe(3);
    expect([blind.icon, trusted.icon]).toEqual([paused.icon, paused.icon]);
  });

  it('says the same in words, each state in its own', async () => {
    const words = JSON.parse(readFileSync('src/texts/en/browser.json', 'utf8')) as Record<string, string>;
    const titles: (string | undefined)[] = [];
    for (const state of ['watching', 'warning', 'paused', 'no-permission', 'trusted'] as const)
      titles.push(words[(await shown(state)).title]);
    expect(new Set(titles).size).toBe(5);
    expect(titles).not.toContain(undefined);
  });

  it('has a badge only when it matters', async () => {
    expect((await shown('warning')).badge).toBe('!');
    for (const state of ['watching', 'paused', 'no-permission', 'trusted', 'unseen'] as const)
      expect((await shown(state)).badge).toBe('');
  });
});

describe('the welcome page', () => {
  beforeEach(() => {
    Object.assign(world, { opened: [], installType: 'normal' });
  });

  it('comes on the first installation', async () => {
    await welcome('install', false);
    expect(world.opened).toEqual(['ext://x/welcome']);
  });

  it.each([
    ['an update', 'update', false, 'normal'],
    ["a browser's update", 'browser_update', false, 'normal'],
    ['a policy that turns it off', 'install', true, 'normal'],
    ['an installation by policy', 'install', false, 'admin'],
  ])('stays away on %s', async (_what, reason, off, installType) => {
    world.installType = installType;
    await welcome(reason, off);
    expect(world.opened).toEqual([]);
  });
});
