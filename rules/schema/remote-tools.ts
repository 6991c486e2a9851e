import * as v from 'valibot';

const names = v.array(v.pipe(v.string(), v.minLength(1)));
const site = v.pipe(
  v.string(),
  v.regex(/^[a-z0-9-]+(?:\.[a-z0-9-]+)+(?:\/[a-z0-9-]+)*$/, 'a host in small letters, or one with a path'),
);

/** How to take the program away, by system: text key `tool.remove.<system>.<value>`. A missing system: none known for it. */
const removal = v.strictObject({
  windows: v.optional(v.picklist(['apps', 'apps-or-file', 'built-in'])),
  macos: v.optional(v.picklist(['applications'])),
  linux: v.optional(v.picklist(['package'])),
  chromeos: v.optional(v.picklist(['android-app', 'account'])),
  android: v.optional(v.picklist(['app'])),
  iphone: v.optional(v.picklist(['app'])),
});

const remoteTool = v.strictObject({
  id: v.pipe(v.string(), v.regex(/^[a-z0-9-]+$/)),
  name: v.pipe(v.string(), v.minLength(2)),
  /** Other names people read on the screen; searched too. */
  alsoCalled: names,
  /** Program files to look for; `*` stands for any text. */
  files: names,
  services: names,
  macApps: names,
  linuxPackages: names,
  phoneApps: names,
  /** How it may let someone in without a click: text key `tool.unattended.<value>`. */
  unattended: v.picklist(['password', 'service', 'account', 'never']),
  remove: removal,
  /** One more thing to do: text key `tool.extra.<value>`. */
  extra: v.nullable(v.string()),
  report: v.nullable(
    v.strictObject({
      url: v.pipe(v.string(), v.url(), v.startsWith('https://')),
      verified: v.pipe(v.string(), v.isoDate()),
      source: v.pipe(v.string(), v.url()),
    }),
  ),
  /**
   * Hosts of the program (and all below them): met by the guard after an incident. One that it shares with other things
   * with the path where it begins: `zoho.com/assist`.
   */
  sites: v.array(site),
  /** Names of downloaded files, not case-sensitive; `*` stands for any text. */
  downloads: names,
});

/** Shape of rules/remote-tools.json. */
export const remoteToolsSchema = v.strictObject({
  about: v.string(),
  checked: v.pipe(v.string(), v.isoDate()),
  tools: v.array(remoteTool),
});

export type RemoteTool = v.InferOutput<typeof remoteTool>;
