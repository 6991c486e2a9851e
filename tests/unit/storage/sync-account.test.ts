import { beforeEach, describe, expect, it, vi } from 'vitest';
import { settleSync, watchSync } from '../../../src/storage/settings-sync';
import {
  loadSettings,
  resetSettings,
  saveSettings,
  trustSite,
  untrustSite,
} from '../../../src/storage/settings-store';
import { exportSettings, importSettings } from '../../../src/storage/settings-transfer';
import { browserWithStorage, settled, type BrowserWithStorage } from '../browser-with-storage';

const held = vi.hoisted(() => ({ browser: null as unknown }));
vi.mock('../../../src/browser/api', () => ({
  get browser() {
    return held.browser;
  },
}));

const SITES = 'setting.trustedSites';
const there = { host: 'there.example', since: 1, why: 'popup' as const };
const hosts = async () => (await loadSettings()).trustedSites.map(({ host }) => host);
const sentHosts = () => (fake.storage.sync.items[SITES] as { host: string }[]).map(({ host }) => host).sort();

let fake: BrowserWithStorage;
beforeEach(() => {
  vi.restoreAllMocks();
  fake = browserWithStorage();
  held.browser = fake;
  watchSync();
});

describe('the account, which comes over what was sent before it was there', () => {
  it('takes nothing away that it lacks, the person to call least of all: that is sent again', async () => {
    const person = { name: 'Julie', phone: '01 99 00 12 34' };
    await saveSettings({ trustedPerson: person, keepDays: 365 });
    await trustSite('here.example', 'popup');
    await saveSettings({ sync: true });
    await settled();
    fake.storage.sync.overwrite({ [SITES]: [there], 'setting.country': 'FR' });
    await settled();
    expect(await loadSettings()).toMatchObject({ trustedPerson: person, keepDays: 365, country: 'FR' });
    expect((await hosts()).sort()).toEqual(['here.example', 'there.example']);
    expect(fake.storage.sync.items).toMatchObject({
      'setting.trustedPerson': person,
      'setting.keepDays': 365,
    });
    expect(sentHosts()).toEqual(['here.example', 'there.example']);
  });

  it('takes nothing away that was reset elsewhere before this browser joined', async () => {
    await saveSettings({ keepDays: 365, sync: true });
    await settled();
    fake.storage.sync.overwrite({ 'setting.keepDays': { reset: 5 } });
    await settled();
    expect((await loadSettings()).keepDays).toBe(365);
    expect(fake.storage.sync.items).toEqual({ 'setting.keepDays': 365 });
  });

  it('does not bring back a trust that was taken back while the sync of the browser rested', async () => {
    await saveSettings({ sync: true });
    await trustSite('scam.example', 'popup');
    await settled();
    const account = structuredClone(fake.storage.sync.items);
    await untrustSite('scam.example');
    await settled();
    fake.storage.sync.overwrite(account);
    await settled();
    expect(await hosts()).toEqual([]);
    expect(fake.storage.sync.items[SITES]).toEqual([]);
    expect(fake.storage.sync.items['setting.untrusted']).toEqual([
      { at: expect.any(Number), host: 'scam.example' },
    ]);
  });

  it('may have lost what is here while nobody could hear it', async () => {
    await saveSettings({ sync: true, keepDays: 365 });
    await settled();
    fake.storage.sync.items = {};
    await settleSync();
    expect((await loadSettings()).keepDays).toBe(365);
    expect(fake.storage.sync.items).toEqual({ 'setting.keepDays': 365 });
  });
});

it('a reset of one computer is said to the others and not left out, once, and only of what was there', async () => {
  fake.storage.managed.items = { sync: true, lockedSettings: ['sync'] }; // else a reset turns the sync off, too
  await saveSettings({ keepDays: 365 });
  await trustSite('here.example', 'popup');
  await settled();
  const [remove, set] = [vi.spyOn(fake.storage.sync, 'remove'), vi.spyOn(fake.storage.sync, 'set')];
  await resetSettings();
  await settled();
  expect(remove).not.toHaveBeenCalled();
  expect(set).toHaveBeenCalledOnce();
  expect(fake.storage.sync.items).toEqual({
    'setting.keepDays': { reset: expect.any(Number) },
    [SITES]: [],
    'setting.untrusted': [{ at: expect.any(Number), host: 'here.example' }],
  });
});

describe('trust that was taken back and is given again', () => {
  beforeEach(async () => {
    await saveSettings({ sync: true });
    await trustSite('shop.example', 'popup');
    await settled();
  });

  it('holds, though the clock that took it back was ahead', async () => {
    const ahead = Date.now() + 3_600_000;
    await fake.storage.sync.set({ [SITES]: [], 'setting.untrusted': [{ at: ahead, host: 'shop.example' }] });
    await settled();
    expect(await hosts()).toEqual([]);
    await trustSite('shop.example', 'popup');
    await settled();
    await fake.storage.sync.set({ 'setting.keepDays': 3, [SITES]: [] });
    await settled();
    expect(await hosts()).toEqual(['shop.example']);
    expect(sentHosts()).toEqual(['shop.example']);
  });

  it('holds where it comes from a file of before', async () => {
    const file = await exportSettings();
    await untrustSite('shop.example');
    await settled();
    expect(await importSettings(file)).toMatchObject({ ok: true });
    await settled();
    await fake.storage.sync.set({ [SITES]: [] });
    await settled();
    expect(await hosts()).toEqual(['shop.example']);
  });

  it('holds where another browser gave it again meanwhile: taking it over is no taking back of today', async () => {
    const at = Date.now() + 10;
    await fake.storage.sync.set({ [SITES]: [], 'setting.untrusted': [{ at, host: 'shop.example' }] });
    await settled();
    await fake.storage.sync.set({ [SITES]: [{ host: 'shop.example', since: at + 1, why: 'options' }] });
    await settled();
    expect(await hosts()).toEqual(['shop.example']);
  });
});

it('where trust was taken back is forgotten here once the sync is turned off', async () => {
  await saveSettings({ sync: true });
  await trustSite('shop.example', 'popup');
  await untrustSite('shop.example');
  await settled();
  expect(fake.storage.local.items.syncUntrusted).toHaveLength(1);
  await saveSettings({ sync: false });
  await settled();
  expect(fake.storage.local.items).not.toHaveProperty('syncUntrusted');
});

it('a site that newer ones push out of a full list was not taken back', async () => {
  const trustedSites = Array.from({ length: 500 }, (_, n) => ({ ...there, host: `site-${n}.example` }));
  await saveSettings({ sync: true, trustedSites });
  await trustSite('newest.example', 'popup');
  await settled();
  expect(await hosts()).toHaveLength(500);
  expect(await hosts()).not.toContain('site-0.example');
  expect(fake.storage.local.items).not.toHaveProperty('syncUntrusted');
});
