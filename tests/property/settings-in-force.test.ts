import fc from 'fast-check';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import * as v from 'valibot';
import { DEFAULT_SETTINGS, type Settings } from '../../src/storage/settings';
import { readPolicy } from '../../src/storage/settings-policy';
import { isRecord } from '../../src/storage/plain-values';
import {
  typedHost,
  readStored,
  SETTING_FIELDS,
  SETTING_NAMES,
  type StoredSettings,
} from '../../src/storage/settings-schema';
import { loadInForce, loadSettings, saveSettings } from '../../src/storage/settings-store';
import { settleSync } from '../../src/storage/settings-sync';
import { exportSettings, importSettings } from '../../src/storage/settings-transfer';
import { browserWithStorage, type BrowserWithStorage } from '../unit/browser-with-storage';
import { anyValue, LIMIT_MS, mutated, RUNS } from './odd-values';
import { SETTINGS } from './settings-example';

const held = vi.hoisted(() => ({ browser: null as unknown }));
vi.mock('../../src/browser/api', () => ({
  get browser() {
    return held.browser;
  },
}));

let fake: BrowserWithStorage;
const open = (): void => void (held.browser = fake = browserWithStorage());
beforeEach(open);

/** Each goes through the whole store, read and written: fewer, so that `npm test` need not wait for them. */
const STORE_RUNS = RUNS / 100;

const POLICY = {
  ...SETTINGS,
  helpdesk: { name: 'Help', phone: '555-0102', address: 'Room 2' },
  trustedSites: ['https://Intranet.example/start', 'one.example'],
  lockedSettings: ['sensitivity', 'trustedSites', 'sync'],
};
const POLICIES = [POLICY, { ...POLICY, lockedSettings: ['all'] }, { ...POLICY, lockedSettings: [] }, {}];

const stored = fc.oneof(mutated([{ ...SETTINGS, version: 1 }, SETTINGS]), anyValue);
const policies = fc.oneof(mutated(POLICIES), anyValue).filter(isRecord);

/** Exact hosts that somebody named, in a list of entries or of addresses; no other may ever be trusted. */
function named(list: unknown): string[] {
  const items: unknown[] = Array.isArray(list) ? list : [];
  const texts = items.map((item) => (isRecord(item) ? item.host : item));
  return texts.flatMap((text) => (typeof text === 'string' ? (typedHost(text) ?? []) : []));
}

const hostsOf = ({ trustedSites = [] }: StoredSettings): string[] => trustedSites.map(({ host }) => host);

/** Whatever was read: each value is a good one, and each site an exact host that one of these lists names. */
function expectSound(settings: Settings, ...lists: unknown[]): void {
  const own = { ...settings, trustedSites: settings.trustedSites.filter(({ why }) => why !== 'policy') };
  for (const name of SETTING_NAMES) expect(v.is(SETTING_FIELDS[name], own[name]), name).toBe(true);
  const known = new Set(lists.flatMap(named));
  expect(hostsOf(settings).filter((host) => !known.has(host))).toEqual([]);
}

const fieldOf = (raw: unknown, name: string): unknown => (isRecord(raw) ? raw[name] : undefined);

describe('random and mutated', () => {
  it(
    'settings and policies: what is in force is good, locked values are the administrator’s, nobody else is trusted',
    async () => {
      const check = async (settings: unknown, policy: Record<string, unknown>): Promise<void> => {
        fake.storage.local.items = { settings };
        fake.storage.managed.items = policy;
        const inForce = await loadInForce();
        expectSound(inForce.settings, fieldOf(settings, 'trustedSites'), policy.trustedSites);
        for (const name of inForce.policy.locked.filter((one) => one !== 'trustedSites'))
          expect(inForce.settings[name]).toEqual(inForce.policy.settings[name] ?? DEFAULT_SETTINGS[name]);
        if (inForce.policy.locked.includes('trustedSites'))
          expect(hostsOf(inForce.settings)).toEqual(inForce.policy.trustedSites);
      };
      await fc.assert(fc.asyncProperty(stored, policies, check), { numRuns: STORE_RUNS });
    },
    LIMIT_MS,
  );

  it(
    'settings files: taken whole or not at all, never what is locked, and saved again they say the same',
    async () => {
      const before = { version: 1, keepDays: 12, trustedSites: SETTINGS.trustedSites.slice(1) };
      let taken = 0;
      const check = async (settings: unknown, policy: Record<string, unknown>): Promise<void> => {
        open();
        fake.storage.local.items = { settings: before };
        fake.storage.managed.items = policy;
        const inForce = await loadSettings();
        const file = { kind: 'sangfroid-settings', version: 1, settings };
        const result = await importSettings(JSON.stringify(file));
        if (!result.ok) expect(fake.storage.local.items.settings).toEqual(before);
        if (!result.ok) return;
        taken += 1;
        const { locked, trustedSites } = readPolicy(policy);
        const after = await loadSettings();
        expectSound(after, fieldOf(settings, 'trustedSites'), trustedSites);
        for (const name of locked) expect(after[name]).toEqual(inForce[name]);
        await importSettings(await exportSettings());
        expect(await loadSettings()).toEqual(after);
      };
      const files = fc.oneof(stored, fc.subarray(Object.entries(SETTINGS)).map(Object.fromEntries));
      await fc.assert(fc.asyncProperty(files, policies, check), { numRuns: STORE_RUNS });
      expect(taken, 'some were').toBeGreaterThan(STORE_RUNS / 100);
    },
    LIMIT_MS,
  );

  it(
    'what lies in the account when this browser joins: good values win, the rest stays, nothing is lost there',
    async () => {
      const items = Object.fromEntries(
        Object.entries(SETTINGS).map(([name, value]) => [`setting.${name}`, value]),
      );
      const check = async (account: Record<string, unknown>): Promise<void> => {
        open();
        const remote = JSON.parse(JSON.stringify(account)) as typeof account; // no store gives back a -0
        fake.storage.local.items = { settings: { version: 1, sync: true, keepDays: 12 } };
        fake.storage.sync.items = remote;
        const fields = SETTING_NAMES.map((name) => [name, remote[`setting.${name}`]] as const);
        const given = fields.filter(([name, value]) => name !== 'sync' && value !== undefined);
        const good = readStored(Object.fromEntries(given)).stored;
        await settleSync();
        const after = await loadSettings();
        expectSound(after, remote['setting.trustedSites']);
        expect(after).toEqual({ ...DEFAULT_SETTINGS, keepDays: 12, ...good, sync: true });
        const left = Object.keys(good).filter((name) => !(`setting.${name}` in fake.storage.sync.items));
        expect(left).toEqual([]);
      };
      const accounts = mutated([items, {}, { 'setting.language': 'de' }]).filter(isRecord);
      await fc.assert(fc.asyncProperty(accounts, check), { numRuns: STORE_RUNS });
    },
    LIMIT_MS,
  );

  it(
    'what a page asks to be saved: wrong and locked values change nothing',
    async () => {
      const check = async (patch: unknown, policy: Record<string, unknown>): Promise<void> => {
        open();
        fake.storage.managed.items = policy;
        const before = await loadSettings();
        // As a doctored page would hand it in: the type says what ours do.
        const after = await saveSettings(
          (isRecord(patch) ? patch : {}) as Parameters<typeof saveSettings>[0],
        );
        expectSound(after, fieldOf(patch, 'trustedSites'), policy.trustedSites);
        for (const name of readPolicy(policy).locked) expect(after[name]).toEqual(before[name]);
        const { version, ...kept } = fake.storage.local.items.settings as Record<string, unknown>;
        expect(version).toBe(1);
        expect(readStored(kept)).toEqual({ stored: kept, bad: [] });
      };
      await fc.assert(fc.asyncProperty(stored, policies, check), { numRuns: STORE_RUNS });
    },
    LIMIT_MS,
  );
});
