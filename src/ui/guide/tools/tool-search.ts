import table from '../../../../rules/remote-tools.json';
import type { RemoteTool } from '../../../../rules/schema/remote-tools';
import { escapeRegExp, wildcardSource } from '../../../messages/file-pattern';
import type { TextKey } from '../../shared/text-keys';
import type { System } from '../plan/device';
import { fold, holdsName, isOneSlip, laterParts, readTyped, type Typed } from './name-match';

// tests/repo/remote-tools.test.ts holds the file to the schema this type comes from.
export const REMOTE_TOOLS = table.tools as RemoteTool[];

/** Other names of fewer letters stand in too many: the "TV" of Apple's, the "Rescue" of a disk. */
const OTHER_NAME_FROM = 7;
const OWN_NAME_FROM = 5;

/** A program's names, folded. */
interface Names {
  own: string;
  all: string[];
  /** Those that are looked for among other words, longest first. */
  among: string[];
  /** Of names that people read (the others stand in lists of files and services), what follows within them. */
  later: string[];
  /** Its own name and those it is also called. */
  called: string[];
  files: RegExp[];
  sites: RegExp[];
}

function readNames(tool: RemoteTool): Names {
  const { name, alsoCalled, files, sites } = tool;
  const read = [name, ...alsoCalled, ...tool.macApps, ...tool.phoneApps];
  const [own, others] = [fold(name), alsoCalled.map(fold)];
  const among = [
    ...[own].filter((each) => each.length >= OWN_NAME_FROM),
    ...others.filter((each) => each.length >= OTHER_NAME_FROM),
  ];
  return {
    own,
    all: [...read, ...files, ...tool.services, ...tool.linuxPackages].map(fold),
    among: among.sort((a, b) => b.length - a.length),
    later: read.flatMap(laterParts),
    called: [own, ...others],
    files: [...files, ...tool.downloads].map(fileBeginning),
    sites: sites.map(siteWithin),
  };
}

/** A file by its name, whatever follows that: a version, "(1)", or no ending, as Windows shows it. */
function fileBeginning(pattern: string): RegExp {
  return new RegExp(`^${wildcardSource(pattern.replace(/\.\w+$/, ''))}(?![a-z])`, 'i');
}

/** A site within an address or a sentence; not folded, where "go to computer" would begin with goto.com. */
function siteWithin(site: string): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}-])${escapeRegExp(site)}(?![\\p{L}\\p{N}])`, 'iu');
}

const known = new Map<RemoteTool, Names>();

/** Read once: a search comes with every letter that is typed. */
function namesOf(tool: RemoteTool): Names {
  const names = known.get(tool) ?? readNames(tool);
  known.set(tool, names);
  return names;
}

/** How well a program fits what was typed, best first. */
const FITS = ['is', 'holds', 'begins', 'begins-other', 'goes-on'] as const;

interface Found {
  tool: RemoteTool;
  fit: (typeof FITS)[number];
  /** The longest name that what was typed is, or holds; empty where it is only the beginning of one. */
  held: string;
}

function fitOf(typed: Typed, tool: RemoteTool): Found | null {
  const { own, all, among, later, files, sites } = namesOf(tool);
  const { raw, text, bare } = typed;
  if (all.includes(text)) return { tool, fit: 'is', held: text };
  const held = all.includes(bare) ? bare : (among.find((name) => holdsName(typed, name)) ?? '');
  if (held !== '') return { tool, fit: 'holds', held };
  if (sites.some((site) => site.test(raw))) return { tool, fit: 'holds', held };
  if (own.startsWith(text)) return { tool, fit: 'begins', held };
  const begins = all.some((name) => name.startsWith(text)) || files.some((file) => file.test(raw));
  if (begins) return { tool, fit: 'begins-other', held };
  return later.some((part) => part.startsWith(text)) ? { tool, fit: 'goes-on', held } : null;
}

/** "Hop To Desk" is HopToDesk, though ToDesk stands in it. */
function isWithinAnother({ held }: Found, all: readonly Found[]): boolean {
  return held !== '' && all.some((other) => other.held.length > held.length && other.held.includes(held));
}

/**
 * Programs that what was typed names, on any system, best first: by a name or its beginning, or the site of one, with
 * whatever stands around it; else by a name with one slip. All of them for nothing typed.
 */
export function findTools(typed: string, tools: readonly RemoteTool[] = REMOTE_TOOLS): readonly RemoteTool[] {
  const read = readTyped(typed);
  if (read.text === '') return tools;
  const fitting = tools.flatMap((tool) => fitOf(read, tool) ?? []);
  const found = fitting.filter((one) => !isWithinAnother(one, fitting));
  if (found.length === 0)
    return tools.filter((tool) => namesOf(tool).called.some((name) => isOneSlip(read.bare, name)));
  return found.sort((a, b) => FITS.indexOf(a.fit) - FITS.indexOf(b.fit)).map(({ tool }) => tool);
}

/** Names it goes by in the list of programs of a system other than Windows, where files and services say more. */
export function namesOn(
  { macApps, linuxPackages, phoneApps }: RemoteTool,
  system: System,
): readonly string[] {
  if (system === 'macos') return macApps;
  if (system === 'linux') return linuxPackages;
  return system === 'windows-10' || system === 'windows-11' ? [] : phoneApps;
}

type RemovalSystem = keyof RemoteTool['remove'];

/** The text key for removing a program on a system; null where none is known for it. */
export function removalKey(tool: RemoteTool, system: System): TextKey | null {
  const family: RemovalSystem = system === 'windows-10' || system === 'windows-11' ? 'windows' : system;
  // A Chromebook runs the apps of Android, also where the table names none for it.
  const asApp = family === 'chromeos' && tool.remove.android !== undefined ? 'android-app' : undefined;
  const way = tool.remove[family] ?? asApp;
  return way === undefined ? null : `tool.remove.${family}.${way}`;
}
