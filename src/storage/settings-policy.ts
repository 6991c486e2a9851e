import * as v from 'valibot';
import { within } from '../async/within';
import { browser } from '../browser/api';
import { isRecord } from './plain-values';
import {
  SETTING_FIELDS,
  SETTING_NAMES,
  typedHost,
  type SettingName,
  type StoredSettings,
} from './settings-schema';

/** An official place to ask for help that an organisation puts before ours. */
export interface PolicyChannel {
  name: string;
  /** As it should be read and dialled; '' where there is none. */
  phone: string;
  /** https address, '' where there is none. */
  address: string;
  /** One sentence: what to call it for. */
  what: string;
}

/** What an administrator decided (docs/enterprise.md). Every field has a value, also without any policy. */
export interface Policy {
  /**
   * The administrator set, locked or trusted something that the options page shows; a helpdesk, help channels or the
   * welcome page alone do not count.
   */
  managed: boolean;
  /** Shown first in the guide, with a step of its own where there is a name or a number. All empty: none. */
  helpdesk: { name: string; phone: string; address: string };
  /** Exact hosts, always trusted, cannot be removed by the person. */
  trustedSites: string[];
  /** Values the administrator chose: the person's own choice wins unless the setting is locked. */
  settings: StoredSettings;
  locked: SettingName[];
  /** false: no welcome page after the installation. */
  welcome: boolean;
  /** false: nobody is ever asked about remote-control sites. */
  remoteGuard: boolean;
  /** Replaces the built-in list of official help where not empty. */
  helpChannels: PolicyChannel[];
}

/** Settings an administrator may give a value for; the rest are the person's own. */
export const POLICY_SETTINGS = [
  'language',
  'sensitivity',
  'closeByItself',
  'screenshots',
  'keepDays',
  'country',
  'guardHours',
  'sync',
  'textSize',
] as const satisfies SettingName[];

const LINE_LENGTH = 200;
const line = v.pipe(v.string(), v.maxLength(LINE_LENGTH));
/** A bad one counts as absent: a name and a number are not lost for an address that is too long. */
const optionalLine = v.fallback(v.optional(line, ''), '');
/** One that is too long is left out alone; one that is not https takes its channel with it: who wrote it meant something else. */
const secureAddress = v.pipe(
  v.string(),
  v.startsWith('https://'),
  v.transform((address) => (address.length > LINE_LENGTH ? '' : address)),
);
const helpdesk = v.object({ name: optionalLine, phone: optionalLine, address: optionalLine });
const channel = v.object({
  name: v.pipe(line, v.nonEmpty()),
  phone: optionalLine,
  address: v.optional(v.union([v.literal(''), secureAddress]), ''),
  what: optionalLine,
});

/** The value if it fits the schema, else `otherwise`: a bad policy field never breaks the others. */
function fit<T>(schema: v.GenericSchema<unknown, T>, value: unknown, otherwise: T): T {
  const result = v.safeParse(schema, value);
  return result.success ? result.output : otherwise;
}

function list(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

/** A range of a network names no host; a name's final dot is no part of what a page's address has. */
function hostOf(site: unknown): string | null {
  if (typeof site !== 'string' || /^[\d.]+\/\d+$/.test(site.trim())) return null;
  return typedHost(site)?.replace(/\.$/, '') || null;
}

function hosts(value: unknown): string[] {
  return [...new Set(list(value).map(hostOf))].filter((host) => host !== null);
}

function lockedNames(value: unknown): SettingName[] {
  if (list(value).includes('all')) return [...SETTING_NAMES];
  return SETTING_NAMES.filter((name) => list(value).includes(name));
}

function chosen(raw: Record<string, unknown>): StoredSettings {
  const given = POLICY_SETTINGS.filter((name) => v.is(SETTING_FIELDS[name], raw[name]));
  return Object.fromEntries(given.map((name) => [name, raw[name]]));
}

/** Turns what the browser says an administrator set into a complete policy. Never throws; bad fields count as absent. */
export function readPolicy(raw: unknown): Policy {
  const found = isRecord(raw) ? raw : {};
  const channels = list(found.helpChannels).map((each) => v.safeParse(channel, each));
  const policy = {
    helpdesk: fit(helpdesk, found.helpdesk, { name: '', phone: '', address: '' }),
    trustedSites: hosts(found.trustedSites),
    settings: chosen(found),
    locked: lockedNames(found.lockedSettings),
    welcome: fit(v.boolean(), found.welcome, true),
    remoteGuard: fit(v.boolean(), found.remoteGuard, true),
    helpChannels: channels.flatMap((each) => (each.success ? [each.output] : [])),
  };
  const { settings, locked, trustedSites, remoteGuard } = policy;
  const decided = Object.keys(settings).length + locked.length + trustedSites.length;
  return { ...policy, managed: decided > 0 || !remoteGuard };
}

/**
 * Chrome answers storage.managed only once its policy service is up: measured 1.4 to 5 s after the browser's start,
 * some ms later on. A warning cannot wait for that, so the last known policy stands in (docs/browser-facts.md).
 */
const ANSWER_LIMIT_MS = 120;
export const POLICY_COPY_KEY = 'policyCopy';

/**
 * The policy in force. Firefox throws where there is none; Chrome gives an empty object. Never throws itself.
 * @param limit how long (ms) the browser is waited for, before the last known policy stands in
 */
export async function loadPolicy(limit = ANSWER_LIMIT_MS): Promise<Policy> {
  const answer = await within(askManaged(), limit, null);
  return readPolicy(answer ?? (await readCopy()));
}

/** What the administrator set, kept for the next start; {} where there is none. Never rejects. */
async function askManaged(): Promise<Record<string, unknown>> {
  const asked = browser.storage.managed.get().catch(() => ({}));
  const [found, before] = await Promise.all([asked, readCopy()]);
  if (JSON.stringify(found) !== JSON.stringify(before))
    await browser.storage.local.set({ [POLICY_COPY_KEY]: found }).catch(() => undefined);
  return found;
}

async function readCopy(): Promise<unknown> {
  const stored = await browser.storage.local
    .get(POLICY_COPY_KEY)
    .catch(() => ({}) as Record<string, unknown>);
  return stored[POLICY_COPY_KEY] ?? {};
}
