import { beforeEach, describe, expect, it, vi } from 'vitest';
import { DEFAULT_SETTINGS } from '../../../src/storage/settings';
import {
  SETTINGS_KEY,
  loadSettings,
  onSettingsChanged,
  resetSettings,
  saveSettings,
  trustSite,
  untrustSite,
} from '../../../src/storage/settings-store';
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
});

function store(value: unknown): void {
  fake.storage.local.items[SETTINGS_KEY] = value;
}

describe('loadSettings', () => {
  it('gives the defaults on a new profile', async () => {
    expect(await loadSettings()).toEqual(DEFAULT_SETTINGS);
  });

  it('gives the defaults when the store cannot be read or holds junk', async () => {
    for (const junk of [null, 'x', 7, [], { version: 'x' }]) {
      store(junk);
      expect(await loadSettings()).toEqual(DEFAULT_SETTINGS);
    }
    fake.storage.local.failure = new Error('broken profile');
    expect(await loadSettings()).toEqual(DEFAULT_SETTINGS);
  });

  it('falls back field by field', async () => {
    store({ version: 1, keepDays: 'many', sensitivity: 'strict', textSize: 900, trustedPerson: { name: 3 } });
    expect(await loadSettings()).toEqual({ ...DEFAULT_SETTINGS, sensitivity: 'strict' });
  });

  it('keeps the good entries of a damaged list of trusted sites', async () => {
    const good = { host: 'example.org', since: 1, why: 'popup' };
    store({ version: 1, trustedSites: [good, { host: 'no host' }, null, { ...good, host: 'a/b' }] });
    expect((await loadSettings()).trustedSites).toEqual([good]);
  });

  it('passes over a stored site that calls itself the administrator’s: nobody could take it back', async () => {
    store({ version: 1, trustedSites: [{ host: 'one.example', since: 0, why: 'policy' }] });
    expect((await loadSettings()).trustedSites).toEqual([]);
  });

  it('reads settings from before they had a version, and from a newer version', async () => {
    store({ keepDays: 30 });
    expect((await loadSettings()).keepDays).toBe(30);
    store({ version: 99, keepDays: 31, somethingNew: true });
    expect((await loadSettings()).keepDays).toBe(31);
  });
});

describe('saveSettings', () => {
  it('stores only what was changed', async () => {
    await saveSettings({ keepDays: 10 });
    await saveSettings({ screenshots: false });
    expect(fake.storage.local.items[SETTINGS_KEY]).toEqual({ version: 1, keepDays: 10, screenshots: false });
  });

  it('leaves a wrong value out and saves the rest', async () => {
    const after = await saveSettings({ keepDays: -1, screenshots: false });
    expect(after).toEqual({ ...DEFAULT_SETTINGS, screenshots: false });
  });

  it('loses none of several changes at once', async () => {
    await Promise.all([
      saveSettings({ keepDays: 9 }),
      saveSettings({ sync: true }),
      trustSite('a.example', 'popup'),
    ]);
    const after = await loadSettings();
    expect([after.keepDays, after.sync, after.trustedSites.length]).toEqual([9, true, 1]);
  });

  it('keeps the line of the person to call that is not given', async () => {
    await saveSettings({ trustedPerson: { name: 'An', phone: '555-0100' } });
    const after = await saveSettings({ trustedPerson: { name: 'Ann' } });
    expect(after.trustedPerson).toEqual({ name: 'Ann', phone: '555-0100' });
    await Promise.all([
      saveSettings({ trustedPerson: { name: 'Bea' } }),
      saveSettings({ trustedPerson: { phone: '555-0101' } }),
    ]);
    expect((await loadSettings()).trustedPerson).toEqual({ name: 'Bea', phone: '555-0101' });
  });

  it('says when the browser cannot store, and works again afterwards', async () => {
    const quota = new Error('quota');
    fake.storage.local.set = vi.fn(fake.storage.local.set).mockRejectedValueOnce(quota);
    await expect(saveSettings({ keepDays: 9 })).rejects.toBe(quota);
    expect((await saveSettings({ keepDays: 8 })).keepDays).toBe(8);
  });

  it('replaces nothing where what is there cannot be read', async () => {
    await saveSettings({ keepDays: 730 });
    await trustSite('bank.example', 'options');
    const { get } = fake.storage.local;
    const broken = new Error('The store cannot be read.');
    fake.storage.local.get = () => Promise.reject(broken);
    await expect(saveSettings({ textSize: 150 })).rejects.toBe(broken);
    await expect(trustSite('x.example', 'mistake')).rejects.toBe(broken);
    fake.storage.local.get = get;
    expect(await loadSettings()).toMatchObject({ keepDays: 730, trustedSites: [{ host: 'bank.example' }] });
  });

  it('forgets everything on reset', async () => {
    await saveSettings({ keepDays: 9, language: 'fr' });
    expect(await resetSettings()).toEqual(DEFAULT_SETTINGS);
    expect(await loadSettings()).toEqual(DEFAULT_SETTINGS);
  });
});

describe('trusted sites', () => {
  it('trusts the exact host of an address, once, and takes it back', async () => {
    expect(await trustSite('https://Shop.Example.org/a?b', 'mistake')).toBe(true);
    expect(await trustSite('shop.example.org', 'popup')).toBe(true);
    const { trustedSites } = await loadSettings();
    expect(trustedSites.map(({ host, why }) => [host, why])).toEqual([['shop.example.org', 'mistake']]);
    await untrustSite('shop.example.org');
    expect((await loadSettings()).trustedSites).toEqual([]);
  });

  it('loses none of two that are trusted at once', async () => {
    await Promise.all([trustSite('a.example', 'popup'), trustSite('b.example', 'popup')]);
    expect((await loadSettings()).trustedSites.map(({ host }) => host)).toEqual(['a.example', 'b.example']);
  });

  it('keeps the newest 500: the site that is trusted now is never the one that finds no room', async () => {
    const site = (n: number) => ({ host: `h${n}.example`, since: 1, why: 'options' as const });
    await saveSettings({ trustedSites: Array.from({ length: 500 }, (_, n) => site(n)) });
    expect(await trustSite('one-more.example', 'mistake')).toBe(true);
    const hosts = (await loadSettings()).trustedSites.map(({ host }) => host);
    expect([hosts.length, hosts[0], hosts.at(-1)]).toEqual([500, 'h1.example', 'one-more.example']);
    store({ version: 1, trustedSites: Array.from({ length: 501 }, (_, n) => site(n)) });
    const read = (await loadSettings()).trustedSites.map(({ host }) => host);
    expect([read.length, read[0], read.at(-1)]).toEqual([500, 'h1.example', 'h500.example']);
  });

  it('refuses what is not a web address', async () => {
    const words = ['', 'two words', 'ftp://example.org', 'javascript:alert(1)', 'about:blank'];
    for (const bad of [...words, '*.example.org', 'https://*/']) {
      expect(await trustSite(bad, 'options')).toBe(false);
    }
  });
});

describe('policy', () => {
  it('sets values that the person may still change, unless they are locked', async () => {
    fake.storage.managed.items = {
      sensitivity: 'strict',
      keepDays: 7,
      lockedSettings: ['keepDays', 'screenshots'],
    };
    const after = await saveSettings({ sensitivity: 'careful', keepDays: 99, screenshots: false });
    expect(after).toMatchObject({ sensitivity: 'careful', keepDays: 7, screenshots: true });
    fake.storage.managed.items = {};
    expect(await loadSettings()).toMatchObject({ sensitivity: 'careful', keepDays: 180 });
  });

  it('shows its trusted sites and never stores them as the person’s', async () => {
    fake.storage.managed.items = { trustedSites: ['Intranet.example', 'bad host'] };
    await trustSite('own.example', 'options');
    await untrustSite('intranet.example');
    const hosts = (await loadSettings()).trustedSites.map((site) => `${site.host} ${site.why}`);
    expect(hosts).toEqual(['intranet.example policy', 'own.example options']);
    fake.storage.managed.items = {};
    expect((await loadSettings()).trustedSites.map((site) => site.host)).toEqual(['own.example']);
  });
});

describe('onSettingsChanged', () => {
  it('tells about changes of settings and policy only, until it is ended', async () => {
    const seen = vi.fn();
    const end = onSettingsChanged(seen);
    await saveSettings({ keepDays: 5 });
    await fake.storage.local.set({ other: 1 });
    await fake.storage.managed.set({ keepDays: 6 });
    await settled();
    expect(seen).toHaveBeenCalledTimes(2);
    const settings: unknown = expect.objectContaining({ keepDays: 5 });
    const policy: unknown = expect.objectContaining({ managed: true, settings: { keepDays: 6 } });
    expect(seen).toHaveBeenLastCalledWith(settings, policy);
    end();
    await saveSettings({ keepDays: 4 });
    await settled();
    expect(seen).toHaveBeenCalledTimes(2);
  });
});
