import * as v from 'valibot';
import { isRecord, LAST_TIME } from './plain-values';
import type { Settings, TrustedSite } from './settings';

/** Every setting a person can change: all but the version. */
export type SettingName = Exclude<keyof Settings, 'version'>;

/** Fields as they lie in storage: only what the person changed. */
export type StoredSettings = Partial<Omit<Settings, 'version'>>;

/** More than anybody needs, few enough to read at every start. */
export const TRUSTED_SITES_CAP = 500;
const HOST_LENGTH = 253; // longest name DNS allows
/** Most characters of a name or number: one line on the guide. */
export const PERSON_LENGTH = 80;
/** Most days that entries can be kept: ten years. */
export const KEEP_DAYS_MOST = 3_650;

const SCHEME = /^[a-z][a-z\d+.-]*:\/\//i;
/** A file's path, a mail address or a scheme with a slip in it: read as an address it would name another host. */
const NO_ADDRESS = /^[^/\\?#[]*:(?!\d)|^https?\/\/|^[^/?#]*@/i;

/**
 * The exact host behind what a person typed: "https://Example.org/x" and "example.org" both give "example.org".
 * Returns null where no host can be read from it: "*.example.org" is none. Never widens to a whole domain.
 */
export function typedHost(typed: string): string | null {
  const text = typed.trim();
  if (text === '' || /\s/.test(text)) return null;
  const hasScheme = SCHEME.test(text);
  if (!hasScheme && NO_ADDRESS.test(text)) return null;
  try {
    const url = new URL(hasScheme ? text : `http://${text}`);
    const real = /^https?:$/.test(url.protocol) && url.hostname.length <= HOST_LENGTH;
    return real && url.hostname !== '' && !/^\.|\*/.test(url.hostname) ? url.hostname : null;
  } catch {
    return null;
  }
}

/** As the person's own: what an administrator trusts is never stored, or nobody could take it back. */
const trustedSite = v.object({
  host: v.pipe(
    v.string(),
    v.check((host) => typedHost(host) === host, 'not a host'),
  ),
  since: v.pipe(v.number(), v.minValue(0), v.maxValue(LAST_TIME)),
  why: v.picklist(['mistake', 'options', 'popup']),
}) satisfies v.GenericSchema<unknown, TrustedSite>;

function whole(least: number, most: number) {
  return v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(most));
}

const line = v.pipe(v.string(), v.maxLength(PERSON_LENGTH));

/** One schema a field, so that one bad field never takes the others with it. */
export const SETTING_FIELDS: { [Name in SettingName]: v.GenericSchema<unknown, Settings[Name]> } = {
  language: v.pipe(v.string(), v.maxLength(35), v.regex(/^(?:auto|[a-z]{2,3}(?:-[a-z\d]{2,8})*)$/i)),
  sensitivity: v.picklist(['careful', 'balanced', 'strict']),
  closeByItself: v.boolean(),
  screenshots: v.boolean(),
  keepDays: whole(1, KEEP_DAYS_MOST),
  trustedSites: v.pipe(v.array(trustedSite), v.maxLength(TRUSTED_SITES_CAP)),
  trustedPerson: v.object({ name: line, phone: line }),
  country: v.pipe(v.string(), v.regex(/^(?:auto|\*|[A-Z]{2})$/)),
  guardHours: whole(-1, 8760),
  sync: v.boolean(),
  textSize: whole(100, 200),
};

export const SETTING_NAMES = Object.keys(SETTING_FIELDS) as SettingName[]; // keys of the literal just above

/** Puts one value into the target if it fits its schema. */
function put(target: StoredSettings, name: SettingName, value: unknown): boolean {
  const result = v.safeParse(SETTING_FIELDS[name], value);
  if (result.success) Object.assign(target, { [name]: result.output });
  return result.success;
}

/** A list of trusted sites keeps its good entries when one of them is damaged. */
function goodSites(value: unknown): unknown {
  if (!Array.isArray(value)) return value;
  return value.filter((site) => v.is(trustedSite, site)).slice(-TRUSTED_SITES_CAP);
}

/**
 * Reads stored settings of any age and any damage. `stored` holds the good fields, `bad` names the fields that were
 * dropped (they fall back to the default). Never throws.
 */
export function readStored(raw: unknown): { stored: StoredSettings; bad: SettingName[] } {
  const stored: StoredSettings = {};
  const bad: SettingName[] = [];
  if (!isRecord(raw)) return { stored, bad };
  for (const name of SETTING_NAMES) {
    if (!(name in raw)) continue;
    const value = name === 'trustedSites' ? goodSites(raw[name]) : raw[name];
    if (!put(stored, name, value)) bad.push(name);
  }
  return { stored, bad };
}
