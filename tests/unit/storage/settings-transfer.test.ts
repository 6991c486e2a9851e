import fc from 'fast-check';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { exportSettings, importSettings } from '../../../src/storage/settings-transfer';
import { SETTINGS_KEY, loadSettings, saveSettings, trustSite } from '../../../src/storage/settings-store';
import { DEFAULT_SETTINGS } from '../../../src/storage/settings';
import { readStored } from '../../../src/storage/settings-schema';
import { fakeBrowser, type FakeBrowser } from './fake-areas';

const held = vi.hoisted(() => ({ browser: null as unknown }));
vi.mock('../../../src/browser/api', () => ({
  get browser() {
    return held.browser;
  },
}));

let fake: FakeBrowser;
beforeEach(() => {
  fake = fakeBrowser();
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
    held.browser = fakeBrowser();
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
    ['a newer version', file({}, 2), 'too-new', ''],
    ['no version', file({}, 'x'), 'bad-value', 'version'],
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
