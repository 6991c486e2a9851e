import type { Case } from '../../messages/ui-messages';
import { h, type Child } from '../shared/h';
import { rich, t } from '../shared/i18n';
import { keyCaps } from '../shared/key-caps';
import type { Page } from '../shared/page';
import { steps } from '../shared/parts';
import { callInstead } from './call-instead';
import { closeButton } from './close-button';
import { guideButton } from './guide-button';
import { closeScam } from './known-case';

interface SystemKeys {
  quit: string[];
  force: string[];
  /** The system's list cannot end the browser, but the tab of a page. */
  byTab?: boolean;
}

const WINDOWS: SystemKeys = { quit: ['alt', 'F4'], force: ['ctrl', 'shift', 'esc'] };
const MAC: SystemKeys = { quit: ['cmd', 'Q'], force: ['option', 'cmd', 'esc'] };
const CHROME_OS: SystemKeys = { quit: ['ctrl', 'shift', 'W'], force: ['search', 'esc'], byTab: true };
const LINUX: SystemKeys = { quit: ['alt', 'F4'], force: [] };

/** The keys that end a browser, by the system the browser names. */
export function keysOf(userAgent: string): SystemKeys {
  if (/Macintosh|Mac OS X/.test(userAgent)) return MAC;
  if (userAgent.includes('CrOS')) return CHROME_OS;
  return /Linux|X11/.test(userAgent) ? LINUX : WINDOWS;
}

/** The tab did not close: what to press, shortest first, and "try again". */
export function stuckScreen(found: Case, page: Page, changed: () => unknown): Child[] {
  const keys = keysOf(navigator.userAgent);
  const again = closeButton({
    what: 'scam',
    label: t('warning.stuck.again'),
    close: () => closeScam(found, changed),
  });
  const presses: Child[] = [
    rich('warning.stuck.esc', { key: keyCaps(['esc']) }),
    rich('warning.stuck.quit', { keys: keyCaps(keys.quit) }),
    keys.force.length > 0 &&
      rich(keys.byTab ? 'warning.stuck.forceTab' : 'warning.stuck.force', { keys: keyCaps(keys.force) }),
    t('warning.stuck.power'),
  ];
  return [
    h('h1', { id: 'verdict' }, t('warning.stuck.title')),
    h('p', { id: 'reassurance', class: 'lead' }, t('warning.stuck.reassurance')),
    h('div', { class: 'stack' }, again),
    steps(presses.filter(Boolean)),
    h('div', { class: 'stack' }, guideButton(found.id, t('warning.stuck.guide'), 'stuck')),
    callInstead(page),
  ];
}
