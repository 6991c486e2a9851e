import { browser } from '../../browser/api';
import { CLOSE_COMMAND } from '../../browser/commands';
import { h, type Child } from './h';
import { t } from './i18n';
import type { TextKey } from './text-keys';

/** What browsers call a key → the end of its text key `key.<id>`. On a Mac some names mean another key. */
const IDS: Record<string, string> = { '⌃': 'ctrl', '⌥': 'option', '⇧': 'shift', '⌘': 'cmd', command: 'cmd' };
const IDS_MAC: Record<string, string> = { ...IDS, alt: 'option', ctrl: 'cmd', macctrl: 'ctrl' };
const SIGNS = /[⌃⌥⇧⌘]/u;

function isMac(): boolean {
  return navigator.userAgent.includes('Mac OS X');
}

/** "Alt+Shift+Q" (everywhere) and "⌥⇧Q" (Chrome on a Mac) as single keys, in the order they are written. */
export function splitKeys(shortcut: string, mac = isMac()): string[] {
  const byPlus = shortcut.includes('+');
  const parts = byPlus ? shortcut.split('+') : shortcut.split(/(?<=[⌃⌥⇧⌘])/u);
  const ids = mac && !SIGNS.test(shortcut) ? IDS_MAC : IDS;
  return parts
    .map((part) => part.trim())
    .filter(Boolean)
    .map((part) => ids[part.toLowerCase()] ?? part);
}

/** The keys that close a scam tab as they are really set; [] where the person or another program took them away. */
export async function closeKeys(): Promise<string[]> {
  try {
    const commands = await browser.commands.getAll();
    return splitKeys(commands.find(({ name }) => name === CLOSE_COMMAND)?.shortcut ?? '');
  } catch {
    return []; // a browser without a keyboard has no commands
  }
}

/** Keys with a name in words; the others (letters, F4) are called what stands on them. */
const NAMES: Record<string, TextKey> = {
  alt: 'key.alt',
  shift: 'key.shift',
  ctrl: 'key.ctrl',
  esc: 'key.esc',
  del: 'key.del',
  search: 'key.search',
  option: 'key.option',
  cmd: 'key.cmd',
};

function keyName(key: string): string {
  const text = NAMES[key.toLowerCase()];
  return text === undefined ? key : t(text);
}

/** Keys to press together, by the names on the keyboard of the reader's language: [Alt] + [Maj] + [Q]. */
export function keyCaps(keys: readonly string[]): HTMLElement {
  const caps = keys.map((key, at): Child => [at > 0 && ' + ', h('kbd', null, keyName(key))]);
  return h('span', { class: 'keys' }, ...caps);
}
