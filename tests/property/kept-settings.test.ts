import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import * as v from 'valibot';
import { migrate } from '../../src/storage/settings-migrations';
import {
  isRecord,
  readStored,
  SETTING_FIELDS,
  SETTING_NAMES,
  type SettingName,
} from '../../src/storage/settings-schema';
import { settleSync, watchSync } from '../../src/storage/settings-sync';
import { saveSettings } from '../../src/storage/settings-store';
import { fakeBrowser, type FakeBrowser } from '../unit/storage/fake-areas';
import { anyValue, LIMIT_MS, mutated, RUNS } from './odd-values';
import { SETTINGS } from './settings-example';

const held = vi.hoisted(() => ({ browser: null as unknown }));
vi.mock('../../src/browser/api', () => ({
  get browser() {
    return held.browser;
  },
}));

/** What lay in storage at some time: today's, of before there was a version, and of one that is still to come. */
const STORED = [{ ...SETTINGS, version: 1 }, SETTINGS, { ...SETTINGS, version: 7, colours: 'dark' }];

/** Each goes through the whole store, read and written: fewer, so that `npm test` need not wait for them. */
const SYNC_RUNS = RUNS / 4;

describe('random and mutated', () => {
  it(
    'settings on the disk: what is good is kept, what is bad is named, whatever their age',
    () => {
      let damaged = 0;
      const check = (raw: unknown): void => {
        const { stored, bad } = readStored(migrate(raw));
        const fits = (name: SettingName, from: object): boolean =>
          v.is(SETTING_FIELDS[name], (from as Record<string, unknown>)[name]);
        const kept = SETTING_NAMES.filter((name) => name in stored);
        expect(Object.keys(stored).length, 'no other field').toBe(kept.length);
        expect(kept.every((name) => fits(name, stored) && !bad.includes(name))).toBe(true);
        // One bad field takes no other with it.
        const given = isRecord(raw) ? raw : {};
        for (const name of SETTING_NAMES) if (fits(name, given)) expect(stored[name]).toEqual(given[name]);
        expect(readStored(stored)).toEqual({ stored, bad: [] });
        if (bad.length > 0) damaged += 1;
      };
      fc.assert(fc.property(fc.oneof(mutated(STORED), anyValue), check), { numRuns: RUNS });
      expect(damaged, 'some were').toBeGreaterThan(RUNS / 100);
    },
    LIMIT_MS,
  );

  it(
    'what another browser sends changes good fields to good values, and never the switch of this one',
    async () => {
      const fake: FakeBrowser = fakeBrowser();
      held.browser = fake;
      watchSync();
      await saveSettings({ sync: true });
      await settleSync();
      const items = Object.fromEntries(
        Object.entries(SETTINGS).map(([name, value]) => [`setting.${name}`, value]),
      );
      const languages = new Set<unknown>();
      const check = async (raw: unknown): Promise<void> => {
        const changed = Object.entries(raw as object).filter(([key]) => key.startsWith('setting.')); // others would only pile up
        await fake.storage.sync.set(Object.fromEntries(changed));
        await settleSync();
        const { version, ...kept } = fake.storage.local.items.settings as Record<string, unknown>;
        expect(version).toBe(1);
        expect(kept.sync).toBe(true);
        expect(readStored(kept)).toEqual({ stored: kept, bad: [] });
        languages.add(kept.language);
      };
      const sent = mutated([items, { ...items, 'setting.sync': false, 'setting.language': 'de' }]);
      await fc.assert(fc.asyncProperty(sent, check), { numRuns: SYNC_RUNS });
      expect([...languages], 'good ones are taken').toEqual(expect.arrayContaining(['fr', 'de']));
    },
    LIMIT_MS,
  );
});
