import * as v from 'valibot';
import { migrate } from './settings-migrations';
import { loadPolicy } from './settings-policy';
import { isRecord } from './plain-values';
import { SETTING_FIELDS, SETTING_NAMES, type SettingName, type StoredSettings } from './settings-schema';
import { changeStored, readLocal } from './settings-store';
import { trustedAnew } from './settings-untrusted';
import { DEFAULT_SETTINGS, type TrustedSite } from './settings';

/** Says what the file is, so that some other JSON is not taken for ours. */
const MARK = 'sangfroid-settings';
/** A settings file is small; a larger one is something else (characters). */
const FILE_CAP = 200_000;
/** The same in bytes (three a character at most): who reads files need not read more. */
export const FILE_BYTES = 3 * FILE_CAP;
/** As much as is told of a name that the file brings along (characters). */
const NAME_LENGTH = 40;

/** Why a file was refused. `field` is the name to show, '' where the file as a whole is wrong. */
export interface ImportRefusal {
  ok: false;
  why: 'not-settings' | 'too-new' | 'unknown-field' | 'bad-value' | 'locked';
  field: string;
}

export type ImportResult = { ok: true; changed: number } | ImportRefusal;

/** The fields of these names, of those that are there. */
function only(stored: StoredSettings, names: readonly SettingName[]): StoredSettings {
  const there = names.filter((name) => name in stored);
  return Object.fromEntries(there.map((name) => [name, stored[name]]));
}

/**
 * The settings as a file: only what the person chose, readable, with its version. A choice that is the default too: an
 * administrator may recommend another value. Without what is locked, which no file may change, and without the switch of
 * the sync, which is for each computer to set. Rejects where the settings cannot be read: an empty file, read back,
 * would take them all away.
 */
export async function exportSettings(): Promise<string> {
  const [stored, { locked }] = await Promise.all([readLocal(), loadPolicy()]);
  const free = SETTING_NAMES.filter((name) => !locked.includes(name) && name !== 'sync');
  const settings = only(stored, free);
  return `${JSON.stringify({ kind: MARK, version: DEFAULT_SETTINGS.version, settings }, null, 2)}\n`;
}

function refuse(why: ImportRefusal['why'], field = ''): ImportRefusal {
  return { ok: false, why, field };
}

function parse(text: string): unknown {
  try {
    return text.length > FILE_CAP ? null : JSON.parse(text);
  } catch {
    return null;
  }
}

/** Reads a settings file without storing anything. Every field must be known and right, else the file is refused. */
function readFile(text: string): { ok: true; stored: StoredSettings } | ImportRefusal {
  const file = parse(text);
  if (!isRecord(file) || file.kind !== MARK || !isRecord(file.settings)) return refuse('not-settings');
  const { version } = file;
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 0)
    return refuse('bad-value', 'version');
  if (version > DEFAULT_SETTINGS.version) return refuse('too-new');
  const fields = migrate({ ...file.settings, version });
  delete fields.version;
  for (const field of Object.keys(fields)) {
    const name = SETTING_NAMES.find((known) => known === field);
    if (name === undefined) return refuse('unknown-field', field.slice(0, NAME_LENGTH));
    if (!v.is(SETTING_FIELDS[name], fields[name])) return refuse('bad-value', field);
  }
  return { ok: true, stored: fields };
}

/** No trust of a day that has not come: taking it back, now, would be older than the trust, and forgotten. */
function givenByNow(sites: readonly TrustedSite[]): TrustedSite[] {
  const now = Date.now();
  return sites.map((site) => ({ ...site, since: Math.min(site.since, now) }));
}

function refuseLocked(stored: StoredSettings, locked: readonly SettingName[]): ImportRefusal | null {
  const closed = locked.find((name) => name in stored);
  return closed === undefined ? null : refuse('locked', closed);
}

/** @returns why a file would be refused now, null where it would be taken. Stores nothing. */
export async function checkSettingsFile(text: string): Promise<ImportRefusal | null> {
  const read = readFile(text);
  return read.ok ? refuseLocked(read.stored, (await loadPolicy()).locked) : read;
}

/**
 * Takes a settings file over: what it names replaces what the person had changed, all the rest returns to the default,
 * but for what is locked and the switch of the sync. A file with anything wrong in it changes nothing. Rejects only
 * when the browser cannot read or store.
 */
export async function importSettings(text: string): Promise<ImportResult> {
  const read = readFile(text);
  if (!read.ok) return read;
  const { locked } = await loadPolicy();
  const refused = refuseLocked(read.stored, locked);
  if (refused !== null) return refused;
  const { sync, ...taken } = read.stored; // files of before had it: whose account it is, a file cannot know
  if (taken.trustedSites) taken.trustedSites = await trustedAnew(givenByNow(taken.trustedSites));
  await changeStored((before) => ({ ...only(before, [...locked, 'sync']), ...taken }));
  return { ok: true, changed: Object.keys(taken).length };
}
