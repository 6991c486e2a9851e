import { beforeEach, describe, expect, it, vi } from 'vitest';

const world = vi.hoisted(() => ({ firefox: false, files: false }));
vi.mock('../../../../src/browser/target', () => ({
  get IS_FIREFOX() {
    return world.firefox;
  },
}));
vi.mock('../../../../src/browser/api', () => ({
  browser: { extension: { isAllowedFileSchemeAccess: () => Promise.resolve(world.files) } },
}));

import { isSeen } from '../../../../src/background/state/seen-pages';

beforeEach(() => {
  Object.assign(world, { firefox: false, files: false });
});

describe('pages that we see', () => {
  it.each([
    ['https://news.example/', true, true],
    ['http://addons.mozilla.org.example/', true, true],
    ['https://addons.mozilla.org/fr/', true, false],
    ['https://support.mozilla.org/', true, false],
    ['https://chromewebstore.google.com/detail/x', false, true],
    ['https://chrome.google.com/webstore/x', false, true],
    ['https://chrome.google.com/other', true, true],
    ['https://microsoftedge.microsoft.com/addons/x', false, true],
    ['chrome://extensions', false, false],
    ['about:addons', false, false],
    ['moz-extension://x/y', false, false],
    ['', false, false],
  ])('%s: %s in Chrome, %s in Firefox', async (address, chrome, firefox) => {
    expect(await isSeen(address)).toBe(chrome);
    world.firefox = true;
    expect(await isSeen(address)).toBe(firefox);
  });

  it('are files in Firefox, and in Chrome where the person allowed them', async () => {
    expect(await isSeen('file:///home/a/page.html')).toBe(false);
    world.files = true;
    expect(await isSeen('file:///home/a/page.html')).toBe(true);
    Object.assign(world, { firefox: true, files: false });
    expect(await isSeen('file:///home/a/page.html')).toBe(true);
  });
});
