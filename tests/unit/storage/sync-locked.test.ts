import { beforeEach, describe, expect, it, vi } from 'vitest';
import { settleSync, watchSync } from '../../../src/storage/settings-sync';
import { loadSettings, resetSettings, saveSettings, trustSite } from '../../../src/storage/settings-store';
import { browserWithStorage, settled, type BrowserWithStorage } from '../browser-with-storage';

const held = vi.hoisted(() => ({ browser: null as unknown }));
vi.mock('../../../src/browser/api', () => ({
  get browser() {
    return held.browser;
  },
}));

let fake: BrowserWithStorage;
beforeEach(() => {
  fake = browserWithStorage();
  held.browser = fake;
  watchSync();
});

describe('sync that an administrator has locked', () => {
  it('off: nothing goes, and nothing is taken, though the person had turned it on', async () => {
    await saveSettings({ sync: true, trustedPerson: { name: 'Ann', phone: '555-0100' } });
    await settled();
    fake.storage.sync.items = {};
    fake.storage.managed.items = { sync: false, lockedSettings: ['sync'] };
    expect((await loadSettings()).sync).toBe(false);
    await trustSite('intranet.corp.example', 'options');
    await settled();
    expect(fake.storage.sync.items).toEqual({});
    await fake.storage.sync.set({ 'setting.sensitivity': 'careful' });
    await settled();
    expect((await loadSettings()).sensitivity).toBe('balanced');
  });

  it('on: nothing is replaced where the settings of this browser cannot be read', async () => {
    fake.storage.managed.items = { sync: true, lockedSettings: ['sync'] };
    await saveSettings({ keepDays: 9, trustedPerson: { name: 'Ann', phone: '555-0100' } });
    await settled();
    const { get } = fake.storage.local;
    fake.storage.local.get = (keys) =>
      keys === 'settings' ? Promise.reject(new Error('The store cannot be read.')) : get(keys);
    await fake.storage.sync.set({ 'setting.sensitivity': 'strict' });
    await settled();
    fake.storage.local.get = get;
    expect(await loadSettings()).toMatchObject({ keepDays: 9, trustedPerson: { name: 'Ann' } });
    expect(fake.storage.sync.items).toMatchObject({ 'setting.keepDays': 9 });
  });

  it('on: a reset here does not take from the others what is locked here, and free there', async () => {
    await saveSettings({ keepDays: 9, trustedPerson: { name: 'Ann', phone: '555-0100' } });
    await trustSite('bank.example', 'options');
    fake.storage.managed.items = { sync: true, lockedSettings: ['trustedSites', 'trustedPerson'] };
    await settleSync();
    await settled();
    await resetSettings();
    await settled();
    expect(fake.storage.sync.items).toEqual({
      'setting.keepDays': { reset: expect.any(Number) },
      'setting.trustedPerson': { name: 'Ann', phone: '555-0100' },
      'setting.trustedSites': [expect.objectContaining({ host: 'bank.example' })],
    });
    expect(await loadSettings()).toMatchObject({
      keepDays: 180,
      trustedPerson: { name: '' },
      trustedSites: [],
    });
  });

  it('on: this browser joins after an update, too', async () => {
    await saveSettings({ screenshots: false });
    fake.storage.managed.items = { sync: true, lockedSettings: ['sync'] };
    fake.storage.sync.items = { 'setting.keepDays': 30 };
    await settleSync();
    await settled();
    expect(await loadSettings()).toMatchObject({ keepDays: 30, screenshots: false });
    expect(fake.storage.sync.items).toEqual({ 'setting.keepDays': 30, 'setting.screenshots': false });
  });

  it('on: this browser joins, sends and takes', async () => {
    fake.storage.sync.items = { 'setting.keepDays': 30 };
    fake.storage.managed.items = { sync: true, lockedSettings: ['sync'] };
    expect((await loadSettings()).sync).toBe(true);
    await saveSettings({ screenshots: false });
    await settled();
    expect(await loadSettings()).toMatchObject({ keepDays: 30, screenshots: false });
    await saveSettings({ keepDays: 9 });
    await settled();
    expect(fake.storage.sync.items).toEqual({ 'setting.keepDays': 9, 'setting.screenshots': false });
    await fake.storage.sync.set({ 'setting.sensitivity': 'strict' });
    await settled();
    expect((await loadSettings()).sensitivity).toBe('strict');
  });
});
