import fc from 'fast-check';
import { isDeepStrictEqual } from 'node:util';
import { describe, expect, it, vi } from 'vitest';
import { readStored } from '../../src/storage/settings-schema';
import { saveSettings } from '../../src/storage/settings-store';
import { settleSync, watchSync } from '../../src/storage/settings-sync';
import { browserWithStorage, type BrowserWithStorage } from '../unit/browser-with-storage';
import { LIMIT_MS, must, mutated, RUNS } from './odd-values';
import { SETTINGS } from './settings-example';

const held = vi.hoisted(() => ({ browser: null as unknown }));
vi.mock('../../src/browser/api', () => ({
  get browser() {
    return held.browser;
  },
}));

/** Each goes through the whole store, read and written: fewer, so that `npm test` need not wait for them. */
const SYNC_RUNS = RUNS / 10;

describe('random and mutated', () => {
  it(
    'what another browser sends changes good fields to good values, and never the switch of this one',
    async () => {
      const fake: BrowserWithStorage = browserWithStorage();
      held.browser = fake;
      watchSync();
      await saveSettings({ sync: true });
      await settleSync();
      const items = Object.fromEntries(
        Object.entries(SETTINGS).map(([name, value]) => [`setting.${name}`, value]),
      );
      const languages = new Set<unknown>();
      const check = async (raw: unknown): Promise<void> => {
        // As a browser does: what is the same as before is not told. Keys that are not ours would only pile up.
        const { items: there } = fake.storage.sync;
        const changed = Object.entries(raw as object).filter(
          ([key, value]) => key.startsWith('setting.') && !isDeepStrictEqual(value, there[key]),
        );
        await fake.storage.sync.set(Object.fromEntries(changed));
        await settleSync();
        const { version, ...kept } = fake.storage.local.items.settings as Record<string, unknown>;
        must(version === 1 && kept.sync === true, 'the version and the switch stay');
        must(isDeepStrictEqual(readStored(kept), { stored: kept, bad: [] }), 'all of it is good');
        languages.add(kept.language);
      };
      const sent = mutated([items, { ...items, 'setting.sync': false, 'setting.language': 'de' }]);
      await fc.assert(fc.asyncProperty(sent, check), { numRuns: SYNC_RUNS });
      expect([...languages], 'good ones are taken').toEqual(expect.arrayContaining(['fr', 'de']));
    },
    LIMIT_MS,
  );
});
