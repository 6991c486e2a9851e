import fc from 'fast-check';
import { isDeepStrictEqual } from 'node:util';
import { describe, expect, it } from 'vitest';
import * as v from 'valibot';
import { migrate } from '../../src/storage/settings-migrations';
import { isRecord } from '../../src/storage/plain-values';
import {
  readStored,
  SETTING_FIELDS,
  SETTING_NAMES,
  type SettingName,
} from '../../src/storage/settings-schema';
import { anyValue, LIMIT_MS, must, mutated, RUNS } from './odd-values';
import { SETTINGS } from './settings-example';

/** What lay in storage at some time: today's, of before there was a version, and of one that is still to come. */
const STORED = [{ ...SETTINGS, version: 1 }, SETTINGS, { ...SETTINGS, version: 7, colours: 'dark' }];

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
        must(Object.keys(stored).length === kept.length, 'no other field');
        for (const name of kept) must(fits(name, stored) && !bad.includes(name), `${name} is good`);
        // One bad field takes no other with it.
        const given = isRecord(raw) ? raw : {};
        for (const name of SETTING_NAMES)
          if (fits(name, given)) must(isDeepStrictEqual(stored[name], given[name]), `${name} is kept`);
        must(isDeepStrictEqual(readStored(stored), { stored, bad: [] }), 'read again it is the same');
        if (bad.length > 0) damaged += 1;
      };
      fc.assert(fc.property(fc.oneof(mutated(STORED), anyValue), check), { numRuns: RUNS });
      expect(damaged, 'some were').toBeGreaterThan(RUNS / 100);
    },
    LIMIT_MS,
  );
});
