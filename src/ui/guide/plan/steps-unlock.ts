import { COMPUTERS, PHONES, WINDOWS, type System } from './device';
import type { Step } from './step';

const WITH_ALT: readonly System[] = ['windows-11', 'windows-10', 'chromeos', 'linux'];
/** The command close-scam-tab of manifest.json, for a device whose own setting we do not see. */
export const OUR_KEYS = ['alt', 'shift', 'Q'];
export const OUR_KEYS_MAC = ['option', 'shift', 'Q'];

/** Ways to get free of the page, shortest first. */
export const UNLOCK_STEPS: readonly Step[] = [
  {
    id: 'close-page',
    when: ['saw', 'called', 'remote', 'paid', 'secrets'],
    unless: ['stuck'], // there are ways out for that
    unlessClosed: true,
    group: 'unlock',
    failedTells: 'stuck',
    how: [
      { line: 'nothing-inside' },
      { line: 'front', systems: COMPUTERS },
      { line: 'key', systems: WITH_ALT, keys: OUR_KEYS, ourKeys: 'set' },
      { line: 'key-mac', systems: ['macos'], keys: OUR_KEYS_MAC, ourKeys: 'set' },
      { line: 'button', systems: COMPUTERS, ourKeys: 'set' },
      { line: 'button-only', systems: COMPUTERS, ourKeys: 'none' },
      { line: 'cross', systems: COMPUTERS }, // another device may be without Sangfroid
      { line: 'tabs', systems: PHONES },
      { line: 'android', systems: ['android'] },
      { line: 'iphone', systems: ['iphone'] },
      { line: 'iphone-home', systems: ['iphone'] },
      { line: 'enough', unless: ['called', 'remote', 'paid', 'secrets'] },
      { line: 'stuck' },
    ],
  },
  {
    id: 'hold-esc',
    when: ['stuck'],
    systems: COMPUTERS,
    group: 'unlock',
    how: [
      { line: 'front' }, // keys reach only what is in front
      { line: 'photo' },
      { line: 'where' },
      { line: 'hold' },
      { line: 'close' },
      { line: 'pointer' },
    ],
  },
  {
    id: 'our-key',
    when: ['stuck'],
    systems: COMPUTERS,
    ourKeys: 'set',
    group: 'unlock',
    how: [
      { line: 'front' },
      { line: 'keys', systems: WITH_ALT, keys: OUR_KEYS, ourKeys: 'set' },
      { line: 'keys-mac', systems: ['macos'], keys: OUR_KEYS_MAC, ourKeys: 'set' },
      { line: 'button' },
    ],
  },
  {
    id: 'our-button',
    when: ['stuck'],
    systems: COMPUTERS,
    ourKeys: 'none',
    group: 'unlock',
    how: [{ line: 'front' }, { line: 'click' }, { line: 'where' }],
  },
  {
    id: 'close-keys',
    when: ['stuck'],
    systems: COMPUTERS,
    group: 'unlock',
    how: [
      { line: 'front' }, // or they close this guide
      { line: 'full-screen', systems: ['windows-11', 'windows-10', 'linux'], keys: ['F11'] },
      { line: 'tab', systems: WITH_ALT, keys: ['ctrl', 'W'] },
      { line: 'browser', systems: ['windows-11', 'windows-10', 'linux'], keys: ['alt', 'F4'] },
      { line: 'tab-mac', systems: ['macos'], keys: ['cmd', 'W'] },
      { line: 'browser-mac', systems: ['macos'], keys: ['cmd', 'Q'] },
      { line: 'come-back' },
    ],
  },
  {
    id: 'swipe-away',
    when: ['stuck'],
    systems: PHONES,
    group: 'unlock',
    how: [
      { line: 'android', systems: ['android'] },
      { line: 'iphone', systems: ['iphone'] },
      { line: 'iphone-home', systems: ['iphone'] },
    ],
  },
  {
    id: 'force-quit',
    when: ['stuck'],
    systems: [...COMPUTERS, 'android'],
    group: 'unlock',
    how: [
      { line: 'windows', systems: WINDOWS, keys: ['ctrl', 'shift', 'esc'] },
      { line: 'windows-menu', systems: WINDOWS, keys: ['ctrl', 'alt', 'del'] },
      { line: 'choose', systems: WINDOWS },
      { line: 'end-11', systems: ['windows-11'] },
      { line: 'end-10', systems: ['windows-10'] },
      { line: 'macos', systems: ['macos'], keys: ['option', 'cmd', 'esc'] },
      { line: 'macos-quit', systems: ['macos'] },
      { line: 'chromeos', systems: ['chromeos'], keys: ['search', 'esc'] },
      { line: 'linux', systems: ['linux'] },
      { line: 'android', systems: ['android'] },
      { line: 'no-restore', systems: COMPUTERS },
      { line: 'come-back', systems: COMPUTERS },
    ],
  },
  {
    id: 'restart',
    when: ['stuck'],
    group: 'unlock',
    how: [
      { line: 'windows', systems: WINDOWS },
      { line: 'macos', systems: ['macos'] },
      { line: 'macos-box', systems: ['macos'] }, // it asks when it is told to restart, not when it is back
      { line: 'chromeos', systems: ['chromeos'] },
      { line: 'linux', systems: ['linux'] },
      { line: 'android', systems: ['android'] },
      { line: 'iphone', systems: ['iphone'] },
      { line: 'loss' },
      { line: 'no-restore', systems: COMPUTERS },
      { line: 'come-back', systems: COMPUTERS },
    ],
  },
  {
    id: 'power-button',
    when: ['stuck'],
    group: 'unlock',
    how: [
      { line: 'hold', systems: COMPUTERS },
      { line: 'android', systems: ['android'] },
      { line: 'iphone', systems: ['iphone'] },
      { line: 'wait', systems: COMPUTERS },
      { line: 'no-restore', systems: COMPUTERS },
      { line: 'come-back', systems: COMPUTERS },
      { line: 'caution' },
    ],
  },
];
