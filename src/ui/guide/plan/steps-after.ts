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
    when: ['paid'],
    how: [{ line: 'ready' }, { line: 'send' }, { line: 'refused' }],
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
