import table from '../../../../rules/remote-tools.json';
import type { RemoteTool } from '../../../../rules/schema/remote-tools';
import type { TextKey } from '../../shared/text-keys';
import type { System } from '../plan/device';

// tests/repo/remote-tools.test.ts holds the file to the schema this type comes from.
export const REMOTE_TOOLS = table.tools as RemoteTool[];

/** Small letters without accents, spaces, dots or dashes: "Any Desk" and "anydesk.exe" both hold "anydesk". */
function plain(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

/** Whether a file has this name of a download, whatever follows it: a version, "(1)", or no ending, as Windows shows it. */
function isFile(typed: string, pattern: string): boolean {
  const beginning = pattern.replace(/\.\w+$/, '').replace(/[.+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`^${beginning.replaceAll('*', '.*')}`, 'i').test(typed.trim());
}

/** Programs one of whose names, on any system, holds what was typed; all of them for nothing typed. */
export function findTools(typed: string, tools: readonly RemoteTool[] = REMOTE_TOOLS): readonly RemoteTool[] {
  const wanted = plain(typed);
  if (wanted === '') return tools;
  return tools.filter(
    ({ name, alsoCalled, files, services, macApps, linuxPackages, phoneApps, downloads }) => {
      const names = [name, ...alsoCalled, ...files, ...services, ...macApps, ...linuxPackages, ...phoneApps];
      return (
        names.some((each) => plain(each).includes(wanted)) || downloads.some((each) => isFile(typed, each))
      );
    },
  );
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

/** The text key for removing a program on a system; null where it is not made for it. */
export function removalKey(tool: RemoteTool, system: System): TextKey | null {
  const family: RemovalSystem = system === 'windows-10' || system === 'windows-11' ? 'windows' : system;
  // A Chromebook runs the apps of Android, also where the table names none for it.
  const asApp = family === 'chromeos' && tool.remove.android !== undefined ? 'android-app' : undefined;
  const way = tool.remove[family] ?? asApp;
  return way === undefined ? null : `tool.remove.${family}.${way}`;
}
