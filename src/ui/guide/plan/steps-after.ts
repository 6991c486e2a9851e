import { COMPUTERS, NOT_SCANNED, PHONES, SCANNED } from './device';
import type { Step } from './step';

/** What makes it settled: money asked back in writing, reports, what they will try next, the people around. */
export const AFTER_STEPS: readonly Step[] = [
  {
    id: 'watch-accounts',
    when: ['remote', 'paid', 'secrets'],
    how: [{ line: 'weekly' }, { line: 'unknown' }, { line: 'france', countries: ['FR'] }],
  },
  {
    id: 'letter',
    when: ['paid:card', 'paid:transfer', 'paid:crypto', 'paid:subscription'],
    how: [{ line: 'ready' }, { line: 'send' }, { line: 'refused' }, { line: 'ombudsman' }],
    links: ['letter', 'bank'],
  },
  {
    id: 'report',
    when: ['called', 'remote', 'paid', 'secrets'],
    how: [{ line: 'who' }, { line: 'others' }],
    links: ['help'],
  },
  {
    id: 'complaint',
    when: ['remote', 'paid', 'secrets'],
    how: [{ line: 'bring' }, { line: 'ways' }, { line: 'france', countries: ['FR'] }, { line: 'print' }],
    links: ['help', 'journal'],
  },
  {
    // After the letter and the police: a new installation takes with it what they ask for.
    id: 'safest',
    when: ['remote'],
    how: [
      { line: 'minimum', systems: SCANNED },
      { line: 'minimum-no-scan', systems: NOT_SCANNED },
      { line: 'safest' },
      { line: 'print', systems: COMPUTERS }, // Sangfroid goes with it, and what the letter and the report need
      { line: 'windows-11', systems: ['windows-11'] },
      { line: 'windows-10', systems: ['windows-10'] },
      { line: 'macos', systems: ['macos'] },
      { line: 'chromeos', systems: ['chromeos'] },
      { line: 'phone', systems: PHONES },
      { line: 'ask' },
    ],
    links: ['journal', 'repair'],
  },
  {
    id: 'call-backs',
    when: ['called', 'remote', 'paid', 'secrets'],
    how: [
      { line: 'refund', happened: ['remote', 'paid', 'secrets'] },
      { line: 'names' },
      { line: 'block' },
      { line: 'alerts', happened: ['remote', 'paid'] },
      { line: 'money' },
    ],
  },
  { id: 'block-ads', when: ['saw', 'stuck'], how: [{ line: 'store' }, { line: 'search' }] },
  {
    id: 'tell-someone',
    when: ['saw', 'stuck', 'called', 'remote', 'paid', 'secrets'],
    how: [{ line: 'talk' }, { line: 'share' }],
    links: ['tell'],
  },
];
