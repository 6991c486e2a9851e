import { COMPUTERS, PHONES } from './device';
import type { Step } from './step';

/** Ways to keep the page from coming back, for who is free of it or was never stuck. */
export const GONE_STEPS: readonly Step[] = [
  {
    id: 'reopen-clean',
    when: ['stuck'],
    group: 'gone',
    how: [
      { line: 'no', systems: COMPUTERS },
      { line: 'phone', systems: PHONES },
      { line: 'gone' },
      { line: 'back' },
    ],
  },
  {
    id: 'reopen-offline',
    when: ['stuck'],
    group: 'gone',
    how: [
      { line: 'cut', systems: COMPUTERS },
      { line: 'phone', systems: PHONES },
      { line: 'close' },
      { line: 'connect', unless: ['remote'] }, // not while their program may be there: restart-check says when
    ],
  },
  {
    id: 'site-data',
    when: ['stuck'],
    group: 'gone',
    how: [
      { line: 'chrome', browsers: ['chrome'], systems: COMPUTERS, copy: 'chrome://settings/content/all' },
      { line: 'edge', browsers: ['edge'], systems: COMPUTERS },
      { line: 'firefox', browsers: ['firefox'], systems: COMPUTERS },
      { line: 'android', systems: ['android'] },
      { line: 'iphone', systems: ['iphone'] },
      { line: 'cache', systems: COMPUTERS },
      { line: 'again' },
      { line: 'come-back', systems: COMPUTERS },
    ],
    links: ['clean-up'],
  },
  {
    id: 'notifications',
    when: ['saw', 'stuck', 'called', 'remote', 'paid', 'secrets'],
    how: [
      {
        line: 'chrome',
        browsers: ['chrome'],
        systems: COMPUTERS,
        copy: 'chrome://settings/content/notifications',
      },
      { line: 'edge', browsers: ['edge'], systems: COMPUTERS, copy: 'edge://settings/content/notifications' },
      { line: 'firefox', browsers: ['firefox'], systems: COMPUTERS },
      { line: 'phone', systems: ['android'] },
      { line: 'remove', systems: [...COMPUTERS, 'android'] },
      // Safari lets no ordinary site notify: there such messages come from apps and from calendars.
      { line: 'iphone', systems: ['iphone'] },
      { line: 'calendar', systems: ['iphone'] },
      // The address may have been copied into the tab of this guide; Firefox opens its settings in another one.
      { line: 'come-back', browsers: ['chrome', 'edge'], systems: COMPUTERS },
    ],
    links: ['clean-up'],
  },
  {
    id: 'reset-browser',
    when: ['stuck'],
    systems: COMPUTERS,
    group: 'gone',
    how: [
      // The reset closes this guide: what comes after it is said before.
      { line: 'keeps', browsers: ['chrome', 'edge'] },
      { line: 'on-again', browsers: ['chrome'], copy: 'chrome://extensions' },
      { line: 'on-again', browsers: ['edge'], copy: 'edge://extensions' },
      { line: 'come-back', browsers: ['chrome', 'edge'] },
      { line: 'keeps-firefox', browsers: ['firefox'] }, // which forgets this guide too
      { line: 'install-again', browsers: ['firefox'], copy: 'about:addons' },
      { line: 'chrome', browsers: ['chrome'], copy: 'chrome://settings/reset' },
      { line: 'edge', browsers: ['edge'], copy: 'edge://settings/reset' },
      { line: 'firefox', browsers: ['firefox'], copy: 'about:support' },
    ],
  },
];
