import { beforeEach, expect, it, vi } from 'vitest';
import { browserWithStorage, settled, type BrowserWithStorage } from '../browser-with-storage';

const held = vi.hoisted(() => ({ browser: null as unknown }));
vi.mock('../../../src/browser/api', () => ({
  get browser() {
    return held.browser;
  },
}));
vi.mock('../../../src/browser/all-sites', () => ({ hasAllSites: () => Promise.resolve(true) }));

let fake: BrowserWithStorage;
beforeEach(() => void (held.browser = fake = browserWithStorage()));

it('sends at each start and each day what could not be sent when it was changed', async () => {
  Object.assign(fake.storage.local.items, {
    settings: { version: 1, sync: true, keepDays: 9 },
    syncJoined: 1,
    syncUnsent: ['keepDays'],
  });
  const { housekeeping } = await import('../../../src/background/housekeeping');
  await housekeeping().catch(() => undefined); // there is no journal here
  await settled();
  expect(fake.storage.sync.items).toEqual({ 'setting.keepDays': 9 });
});
