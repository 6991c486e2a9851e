import { COMPUTERS, PHONES, SCANNED, WINDOWS, type System } from './device';
import type { Step } from './step';

const NOT_WINDOWS: readonly System[] = ['macos', 'chromeos', 'linux', ...PHONES];
/** Where the list of programs can be sorted by the day they came, and where it cannot. */
export const BY_DATE: readonly System[] = [...WINDOWS, 'macos'];
const NOT_BY_DATE: readonly System[] = ['chromeos', 'linux', ...PHONES];

/**
 * What they may have left behind: proof to keep first, then programs, passwords, papers. Safe mode comes late: it is for
 * a page that is still there after the scan and the updates.
 */
export const CLEAN_STEPS: readonly Step[] = [
  {
    id: 'keep-proof',
    when: ['called', 'remote', 'paid', 'secrets'],
    how: [
      { line: 'numbers' },
      { line: 'program', happened: ['remote'] },
      { line: 'receipts', happened: ['paid'] },
      { line: 'journal' },
    ],
    links: ['journal'],
  },
  {
    id: 'remove-tool',
    when: ['remote'],
    how: [
      { line: 'windows-11', systems: ['windows-11'] },
      { line: 'windows-10', systems: ['windows-10'] },
      { line: 'windows-remove', systems: WINDOWS },
      { line: 'macos', systems: ['macos'] },
      { line: 'chromeos', systems: ['chromeos'] },
      { line: 'linux', systems: ['linux'] },
      { line: 'android', systems: ['android'] },
      { line: 'iphone', systems: ['iphone'] },
      { line: 'downloads', systems: COMPUTERS },
    ],
    links: ['tools'],
  },
  {
    id: 'remove-others',
    when: ['remote'],
    how: [
      { line: 'date', systems: BY_DATE },
      { line: 'apps', systems: NOT_BY_DATE },
      { line: 'updated', systems: BY_DATE },
      { line: 'startup', systems: WINDOWS, keys: ['ctrl', 'shift', 'esc'] },
      { line: 'macos', systems: ['macos'] },
      { line: 'chromeos', systems: ['chromeos'] },
      { line: 'linux', systems: ['linux'] },
      { line: 'android', systems: ['android'] },
      { line: 'iphone', systems: ['iphone'] },
      { line: 'unsure' },
    ],
    links: ['tools'],
  },
  {
    id: 'restart-check',
    when: ['remote'],
    how: [
      { line: 'no-restore', systems: COMPUTERS },
      { line: 'come-back', systems: COMPUTERS },
      { line: 'restart' },
      { line: 'look' },
      { line: 'opens' },
      // A service opens no window. (Android's check wants the internet, the other systems have none.)
      { line: 'not-yet', systems: WINDOWS },
      { line: 'connect', systems: NOT_WINDOWS },
    ],
  },
  {
    id: 'full-scan',
    when: ['stuck', 'remote'],
    systems: SCANNED,
    how: [
      { line: 'windows', systems: WINDOWS },
      { line: 'windows-full', systems: WINDOWS },
      { line: 'other-antivirus', systems: WINDOWS }, // Windows Security has no "Scan options" then
      { line: 'android', systems: ['android'] },
      { line: 'leave' },
      { line: 'connect', systems: WINDOWS, happened: ['remote'] },
      { line: 'fails', systems: WINDOWS, happened: ['remote'] },
    ],
  },
  {
    id: 'passwords',
    when: ['remote', 'secrets:passwords'],
    how: [
      { line: 'device', happened: ['remote'] },
      { line: 'no-device', happened: ['remote'] },
      { line: 'here', unless: ['remote'] },
      { line: 'order' },
      { line: 'all', happened: ['remote'] },
      { line: 'sign-out' },
      { line: 'second-check' },
      { line: 'manager' },
    ],
  },
  {
    id: 'identity',
    when: ['secrets:identity'],
    how: [{ line: 'police' }, { line: 'bank' }, { line: 'credit' }],
    links: ['help'],
  },
  {
    id: 'updates',
    when: ['saw', 'stuck', 'remote', 'secrets'],
    how: [
      { line: 'windows-11', systems: ['windows-11'] },
      { line: 'windows-10', systems: ['windows-10'] },
      { line: 'windows-10-end', systems: ['windows-10'] },
      { line: 'macos', systems: ['macos'] },
      { line: 'chromeos', systems: ['chromeos'] },
      { line: 'linux', systems: ['linux'] },
      { line: 'android', systems: ['android'] },
      { line: 'iphone', systems: ['iphone'] },
      { line: 'antivirus', systems: WINDOWS },
    ],
  },
  {
    id: 'safe-mode',
    when: ['stuck'],
    systems: [...WINDOWS, 'macos'],
    group: 'gone',
    how: [
      { line: 'photo' },
      { line: 'windows', systems: WINDOWS, keys: ['shift'] },
      { line: 'windows-path', systems: WINDOWS },
      { line: 'windows-key', systems: WINDOWS },
      { line: 'windows-code', systems: WINDOWS },
      { line: 'no-internet', systems: WINDOWS },
      { line: 'macos-new', systems: ['macos'], keys: ['shift'] },
      { line: 'macos-old', systems: ['macos'], keys: ['shift'] },
      { line: 'macos-then', systems: ['macos'] },
      { line: 'unsure' },
      { line: 'leave' },
      { line: 'come-back' },
      { line: 'rarely' },
    ],
    links: ['repair'],
  },
];
