import { beforeEach, describe, expect, it, vi } from 'vitest';

const world = vi.hoisted(() => ({
  isPrivate: false,
  windows: [] as { id: number; incognito: boolean }[],
  tabs: [] as object[],
  opened: [] as object[],
  front: [] as number[],
}));
vi.mock('../../../src/browser/api', () => ({
  browser: {
    runtime: { getURL: (path: string) => `ours:${path}` },
    extension: {
      get inIncognitoContext() {
        return world.isPrivate;
      },
    },
    tabs: { create: (tab: object) => Promise.resolve(void world.tabs.push(tab)) },
    windows: {
      getAll: () => Promise.resolve(world.windows),
      create: (made: object) => Promise.resolve(void world.opened.push(made)),
      update: (id: number) => Promise.resolve(void world.front.push(id)),
    },
  },
}));

import { openOwnPage } from '../../../src/ui/shared/open-own-page';

const url = 'ours:src/ui/journal/journal.html';
const PRIVATE = { id: 1, incognito: true };

beforeEach(
  () => void Object.assign(world, { isPrivate: true, windows: [], tabs: [], opened: [], front: [] }),
);

describe('a page of ours that the popup opens', () => {
  it('comes where the popup is', async () => {
    world.isPrivate = false;
    await openOwnPage('journal');
    expect(world.tabs).toEqual([{ url, active: true }]);
  });

  it('comes into an ordinary window from a private one: there Firefox has another journal, and it is empty', async () => {
    world.windows = [PRIVATE, { id: 2, incognito: false }];
    await openOwnPage('journal');
    expect([world.tabs, world.front, world.opened]).toEqual([[{ url, active: true, windowId: 2 }], [2], []]);
  });

  it('gets an ordinary window where there is none', async () => {
    world.windows = [PRIVATE];
    await openOwnPage('journal');
    expect([world.tabs, world.opened]).toEqual([[], [{ url, incognito: false }]]);
  });
});
