import { ask } from '../shared/ask';
import { h, type Child } from '../shared/h';
import { rich, t } from '../shared/i18n';
import type { Page } from '../shared/page';
import { button, steps } from '../shared/parts';
import { careful } from '../shared/careful-press';
import { toGuide } from './own-tab';
import { people } from './people';

interface SystemKeys {
  quit: string[];
  force: string[];
}

const WINDOWS: SystemKeys = { quit: ['Alt', 'F4'], force: ['Ctrl', 'Shift', 'Esc'] };
const MAC: SystemKeys = { quit: ['⌘', 'Q'], force: ['⌥', '⌘', 'Esc'] };
const CHROME_OS: SystemKeys = { quit: ['Ctrl', 'Shift', 'W'], force: ['Search', 'Esc'] };
const LINUX: SystemKeys = { quit: ['Alt', 'F4'], force: [] };

/** The keys that end a browser, by the system the browser names. */
export function keysOf(userAgent: string): SystemKeys {
  if (/Macintosh|Mac OS X/.test(userAgent)) return MAC;
  if (userAgent.includes('CrOS')) return CHROME_OS;
  return /Linux|X11/.test(userAgent) ? LINUX : WINDOWS;
}

/** The tab did not close: what to press, shortest first, and "try again". */
export function stuckScreen(caseId: string, page: Page, changed: () => unknown): Child[] {
  const keys = keysOf(navigator.userAgent);
  const again = button({
    id: 'close-scam',
    kind: 'main',
    big: true,
    wide: true,
    icon: 'close',
    label: t('warning.stuck.again'),
    onclick: careful('safe', () => closeAgain(caseId, changed)),
  });
  const presses: Child[] = [
    rich('warning.stuck.esc', { key: h('kbd', null, 'Esc') }),
    rich('warning.stuck.quit', { keys: combination(keys.quit) }),
    keys.force.length > 0 && rich('warning.stuck.force', { keys: combination(keys.force) }),
    t('warning.stuck.power'),
  ];
  return [
    h('h1', { id: 'verdict' }, t('warning.stuck.title')),
    h('p', { id: 'reassurance', class: 'lead' }, t('warning.stuck.reassurance')),
    h('div', { class: 'stack' }, again),
    steps(presses.filter(Boolean)),
    button({
      id: 'to-guide',
      wide: true,
      icon: 'guide',
      label: t('warning.stuck.guide'),
      onclick: () => toGuide(caseId, 'stuck'),
    }),
    people(page),
  ];
}

function combination(keys: readonly string[]): Child {
  return keys.map((key, at) => [at > 0 && ' + ', h('kbd', null, key)]);
}

async function closeAgain(caseId: string, changed: () => unknown): Promise<void> {
  const answer = await ask({ type: 'case-close', caseId });
  if (answer.ok) toGuide(caseId);
  else await changed();
}
