import { COMPUTERS, PHONES, WINDOWS } from './device';
import type { Step } from './step';

/** What cannot wait: the call, the money, the connection. In this order. */
export const URGENT_STEPS: readonly Step[] = [
  {
    id: 'hang-up',
    when: ['called', 'remote', 'paid', 'secrets'],
    how: [
      { line: 'hang-up' },
      { line: 'mouse', systems: COMPUTERS, happened: ['remote'] },
      // How, already here: the step about it comes after the bank, and who cannot find it stays connected until then.
      { line: 'windows', systems: WINDOWS, happened: ['remote'] },
      { line: 'macos', systems: ['macos'], happened: ['remote'] },
      { line: 'chromeos', systems: ['chromeos'], happened: ['remote'] },
      { line: 'linux', systems: ['linux'], happened: ['remote'] },
      { line: 'power', systems: COMPUTERS, happened: ['remote'] },
      // Their program starts with the computer, and the guide is gone then.
      { line: 'off', systems: COMPUTERS, happened: ['remote'] },
      { line: 'on', systems: COMPUTERS, happened: ['remote'] },
      { line: 'come-back', systems: COMPUTERS, happened: ['remote'] },
      { line: 'phone', systems: PHONES, happened: ['remote'] },
      { line: 'no-answer' }, // calls that may come can wait until nobody is on the device
      { line: 'block', unless: ['remote'] }, // for those this step is long enough
      // Who paid or gave something away was often connected to as well; the steps for that hang on the other answer.
      { line: 'on-computer', happened: ['paid', 'secrets'], unless: ['remote'] },
    ],
  },
  // Not before the call is over: who is on the computer works on while the helpdesk's telephone rings.
  { id: 'helpdesk', when: ['helpdesk'], how: [{ line: 'call' }, { line: 'say' }, { line: 'theirs' }] },
  {
    id: 'bank-today',
    // A bank can stop neither a gift card nor cash: who sold or carries it can, and comes first.
    when: [
      'remote',
      'paid:card',
      'paid:transfer',
      'paid:crypto',
      'paid:subscription',
      'secrets:card',
      'secrets:passwords',
    ],
    how: [
      { line: 'number' },
      { line: 'phone', happened: ['remote'] },
      { line: 'no-phone' },
      { line: 'never' },
      { line: 'ask', happened: ['remote', 'secrets'] },
      { line: 'stop', happened: ['paid'] },
      { line: 'not-you', happened: ['remote', 'secrets'] },
    ],
    links: ['bank', 'help'],
  },
  {
    id: 'block-card',
    when: ['paid:card', 'paid:subscription', 'secrets:card'],
    how: [{ line: 'device', happened: ['remote'] }, { line: 'app' }, { line: 'new' }],
    links: ['help'],
  },
  {
    id: 'recall-transfer',
    when: ['paid:transfer'],
    how: [
      { line: 'device', happened: ['remote'] },
      { line: 'recall' },
      { line: 'tell' },
      { line: 'instant' },
      { line: 'company' },
    ],
    links: ['bank', 'help'],
  },
  {
    id: 'gift-card',
    when: ['paid:gift-card'],
    how: [
      { line: 'device', happened: ['remote'] },
      { line: 'keep' },
      { line: 'call' },
      { line: 'freeze' },
      { line: 'bank' },
    ],
  },
  {
    id: 'crypto',
    when: ['paid:crypto'],
    how: [{ line: 'device', happened: ['remote'] }, { line: 'write' }, { line: 'give' }, { line: 'honest' }],
  },
  {
    id: 'cash',
    when: ['paid:cash'],
    how: [{ line: 'parcel' }, { line: 'handed' }, { line: 'keep' }],
    links: ['help'],
  },
  {
    id: 'stop-payments',
    when: ['paid:subscription'],
    how: [
      { line: 'device', happened: ['remote'] },
      { line: 'refuse' },
      { line: 'cancel' },
      { line: 'silent' },
    ],
    links: ['bank'],
  },
  {
    id: 'disconnect',
    when: ['remote'],
    how: [
      { line: 'windows', systems: WINDOWS },
      { line: 'macos', systems: ['macos'] },
      { line: 'chromeos', systems: ['chromeos'] },
      { line: 'linux', systems: ['linux'] },
      { line: 'phone', systems: PHONES },
      { line: 'cable', systems: COMPUTERS },
      { line: 'offline' },
    ],
  },
];
