import { browser } from '../../browser/api';
import { h, type Child } from '../shared/h';

/** Name of the command in manifest.json that closes the tab in front. */
export const CLOSE_COMMAND = 'close-scam-tab';

const MAC_SIGNS = '⌃⌥⇧⌘';

/** The keys that close a scam tab as they are really set, [] where the person or another program took them away. */
export async function closeKeys(): Promise<string[]> {
  const commands = await browser.commands.getAll().catch(() => []);
  return splitKeys(commands.find(({ name }) => name === CLOSE_COMMAND)?.shortcut ?? '');
}

/** "Alt+Shift+X" and the Mac's "⌥⇧X" as single keys. */
export function splitKeys(shortcut: string): string[] {
  if (shortcut.includes('+'))
    return shortcut
      .split('+')
      .map((key) => key.trim())
      .filter(Boolean);
  const signs = [...shortcut].filter((sign) => MAC_SIGNS.includes(sign));
  return [...signs, shortcut.slice(signs.length)].filter(Boolean);
}

/** Keys drawn as key caps, joined by "+". */
export function keyCaps(keys: readonly string[]): Child {
  return keys.map((key, at) => [at > 0 && ' + ', h('kbd', null, key)]);
}
