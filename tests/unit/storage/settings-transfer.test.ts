import fc from 'fast-check';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { exportSettings, importSettings } from '../../../src/storage/settings-transfer';
import { SETTINGS_KEY, loadSettings, saveSettings, trustSite } from '../../../src/storage/settings-store';
import { DEFAULT_SETTINGS } from '../../../src/storage/settings';
import { readStored, TRUSTED_SITES_CAP } from '../../../src/storage/settings-schema';
import { browserWithStorage, type BrowserWithStorage } from '../browser-with-storage';

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

function file(settings: unknown, version: unknown = 1): string {
  return JSON.stringify({ kind: 'sangfroid-settings', version, settings });
}

describe('export and import', () => {
  it('carries what the person chose, and nothing else', async () => {
    await saveSettings({ sensitivity: 'strict' });
    expect(JSON.parse(await exportSettings())).toEqual({
      kind: 'sangfroid-settings',
      version: 1,
      settings: { sensitivity: 'strict' },
    });
  });

  it('comes back the same on another computer', async () => {
    await trustSite('example.org', 'options');
    await saveSettings({ trustedPerson: { name: 'Léa', phone: '01 99 00 12 34' }, textSize: 150 });
    const text = await exportSettings();
    const before = await loadSettings();
    held.browser = browserWithStorage();
    await saveSettings({ keepDays: 3 });
    expect(await importSettings(text)).toEqual({ ok: true, changed: 3 });
    expect(await loadSettings()).toEqual(before);
  });

  it('comes back where an administrator recommends something else, and locks what the person once chose', async () => {
    await saveSettings({ sensitivity: 'strict' });
    fake.storage.managed.items = { keepDays: 30, lockedSettings: ['sensitivity'] };
    await saveSettings({ keepDays: 180 });
    const text = await exportSettings();
    await saveSettings({ keepDays: 7 });
    expect(await importSettings(text)).toEqual({ ok: true, changed: 1 });
    expect(await loadSettings()).toMatchObject({ keepDays: 180, sensitivity: 'balanced' });
    fake.storage.managed.items = {};
    expect((await loadSettings()).sensitivity, 'still there when the lock has gone').toBe('strict');
  });

  it('leaves it to each computer whether its settings are synced: whose account that is, no file can know', async () => {
    await saveSettings({ sync: true, textSize: 150 });
    expect(JSON.parse(await exportSettings())).toMatchObject({ settings: { textSize: 150 } });
    expect(await exportSettings()).not.toContain('sync');
    expect(await importSettings(file({ textSize: 125, sync: false }))).toEqual({ ok: true, changed: 1 });
    expect(await loadSettings()).toMatchObject({ textSize: 125, sync: true });
    held.browser = browserWithStorage();
    expect(await importSettings(file({ sync: true })), 'a file of before').toEqual({ ok: true, changed: 0 });
    expect((await loadSettings()).sync).toBe(false);
  });

  it('carries "another country", and takes a file of before that names one or none', async () => {
    await saveSettings({ country: '*' });
    const text = await exportSettings();
    held.browser = browserWithStorage();
    expect(await importSettings(text)).toEqual({ ok: true, changed: 1 });
    expect((await loadSettings()).country).toBe('*');
    for (const country of ['BE', 'auto']) {
      expect(await importSettings(file({ country }))).toEqual({ ok: true, changed: 1 });
      expect((await loadSettings()).country).toBe(country);
    }
  });

  it('comes back with as much in it as settings can hold', async () => {
    const host = (n: number) => `${`${'a'.repeat(59)}.`.repeat(4)}${String(n).padStart(4, '0')}.example`;
    const all = Array.from({ length: TRUSTED_SITES_CAP }, (_, n) => ({ host: host(n), since: 1.7e12, why: 'options' as const })); // prettier-ignore
    expect(host(0)).toHaveLength(252);
    const person = { name: 'é'.repeat(80), phone: '5'.repeat(80) };
    await saveSettings({ trustedSites: all, trustedPerson: person, language: 'de', country: 'DE' });
    const [text, before] = [await exportSettings(), await loadSettings()];
    expect(before.trustedSites).toHaveLength(TRUSTED_SITES_CAP);
    held.browser = browserWithStorage();
    expect(await importSettings(text)).toEqual({ ok: true, changed: 4 });
    expect(await loadSettings()).toEqual(before);
  });

  it('gives no file where the settings cannot be read: read back, an empty one would take them all away', async () => {
    await saveSettings({ keepDays: 7 });
    const broken = new Error('The store cannot be read.');
    fake.storage.local.get = () => Promise.reject(broken);
    await expect(exportSettings()).rejects.toBe(broken);
  });

  it('waits for a saving that is under way', async () => {
    await Promise.all([
      saveSettings({ keepDays: 7, screenshots: false }),
      importSettings(file({ textSize: 150 })),
    ]);
    expect(await loadSettings()).toEqual({ ...DEFAULT_SETTINGS, textSize: 150 });
  });

  it.each([
    ['not JSON', '{', 'not-settings', ''],
    ['some other JSON', '{"version":1}', 'not-settings', ''],
    ['the file of another program', '{"kind":"other","version":1,"settings":{}}', 'not-settings', ''],
    ['a list in the place of the settings', file([]), 'not-settings', ''],
    ['no settings at all', file(null), 'not-settings', ''],
    ['a file far larger than settings are', file({ keepDays: 3 }) + ' '.repeat(200_000), 'not-settings', ''],
    ['a newer version', file({}, 2), 'too-new', ''],
    ['no version', file({}, 'x'), 'bad-value', 'version'],
    ['a version before the first', file({}, -1), 'bad-value', 'version'],
    ['half a version', file({}, 0.5), 'bad-value', 'version'],
    ['an unknown field', file({ keepDays: 3, colour: 1 }), 'unknown-field', 'colour'],
    ['a wrong value', file({ sensitivity: 'strict', keepDays: 0 }), 'bad-value', 'keepDays'],
    [
      'one bad site',
      file({ trustedSites: [{ host: 'a b', since: 1, why: 'popup' }] }),
      'bad-value',
      'trustedSites',
    ],
    [
      'a site that only an administrator could add',
      file({ trustedSites: [{ host: 'one.example', since: 1, why: 'policy' }] }),
      'bad-value',
      'trustedSites',
    ],
    ['a prototype trick', file({ ['constructor']: 1 }), 'unknown-field', 'constructor'],
  ])('refuses %s, names the field and changes nothing', async (_what, text, why, field) => {
    await saveSettings({ keepDays: 12 });
    const before = structuredClone(fake.storage.local.items[SETTINGS_KEY]);
    expect(await importSettings(text)).toEqual({ ok: false, why, field });
    expect(fake.storage.local.items[SETTINGS_KEY]).toEqual(before);
  });

  it('refuses a locked setting', async () => {
    fake.storage.managed.items = { lockedSettings: ['keepDays'] };
    expect(await importSettings(file({ keepDays: 3 }))).toEqual({
      ok: false,
      why: 'locked',
      field: 'keepDays',
    });
  });
});

describe('a value of a settings file', () => {
  const host = (length: number) => `${'a.'.repeat(length)}`.slice(0, length - 8) + '.example';
  const site = (change: object) => [{ host: 'one.example', since: 1, why: 'options', ...change }];

  it.each<[string, unknown[], unknown[]]>([
    ['keepDays', [1, 3_650], [0, 3_651, 1.5, '30']],
    ['guardHours', [-1, 0, 8_760], [-2, 8_761, 0.5]],
    ['textSize', [100, 200], [99, 201]],
    ['language', ['auto', 'de', 'sr-Latn-RS', `en${'-abcdefgh'.repeat(3)}`], ['', 'd', 'de_DE', `en${'-abcdefgh'.repeat(4)}`]], // prettier-ignore
    ['country', ['auto', 'DE', '*'], ['de', 'DEU', 'autos', '', '**', '*DE']],
    ['trustedPerson', [{ name: 'x'.repeat(80), phone: '5'.repeat(80) }], [{ name: 'x'.repeat(81), phone: '' }, { name: '', phone: '5'.repeat(81) }, { name: 'An' }]], // prettier-ignore
    ['trustedSites', [site({}), site({ host: host(253) }), site({ since: 0 })], [site({ host: host(254) }), site({ since: -1 }), site({ since: 8.65e15 }), site({ host: '*.example' }), site({ host: 'https://one.example/' }), site({ host: 'One.example' })]], // prettier-ignore
  ])('%s: is taken up to its edge and not beyond', async (name, good, bad) => {
    for (const value of good) {
      expect(await importSettings(file({ [name]: value }))).toEqual({ ok: true, changed: 1 });
      expect(await loadSettings()).toMatchObject({ [name]: value });
    }
    for (const value of bad)
      expect(await importSettings(file({ [name]: value }))).toMatchObject({ why: 'bad-value', field: name });
  });
});

it('no trust is of a day that has not come, by a file: it could not be taken back', async () => {
  const site = { host: 'one.example', since: 8.64e15, why: 'options' };
  expect(await importSettings(file({ trustedSites: [site] }))).toEqual({ ok: true, changed: 1 });
  const [taken] = (await loadSettings()).trustedSites;
  expect(taken?.since).toBeLessThanOrEqual(Date.now());
});

describe('readStored', () => {
  it('takes any value in, throws never, and reads its own output back unchanged', () => {
    const names = fc.constantFrom(
      'keepDays',
      'trustedSites',
      'language',
      'country',
      'sync',
      'textSize',
      '__proto__',
    );
    fc.assert(
      fc.property(fc.oneof(fc.dictionary(names, fc.anything()), fc.anything()), (raw) => {
        const { stored } = readStored(raw);
        expect(readStored(stored)).toEqual({ stored, bad: [] });
      }),
    );
  });
});
