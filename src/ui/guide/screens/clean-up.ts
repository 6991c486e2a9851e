import { browser } from '../../../browser/api';
import { TARGET } from '../../../browser/target';
import { hasOwnSite } from '../../../messages/own-site';
import type { Case, UiAnswers } from '../../../messages/ui-messages';
import { ask } from '../../shared/ask';
import { focusSaying } from '../../shared/focus-saying';
import { h, show, type Child } from '../../shared/h';
import { t } from '../../shared/i18n';
import { announce, button, fold } from '../../shared/parts';
import { inARow } from '../../shared/sentences';
import type { TextKey } from '../../shared/text-keys';
import { NO_ANSWERS } from '../plan/answers';
import { detectDevice } from '../plan/device';
import { stepById } from '../plan/plan';
import { howList } from './how-list';
import { savedFiles } from './saved-files';

type Permission = NonNullable<Parameters<typeof browser.permissions.request>[0]['permissions']>[number];
type CleanUp = UiAnswers['case-clean-up'];

const EVERYWHERE: Permission[] = ['browsingData', 'history', 'downloads'];
// The polyfill's type follows Firefox, which has no contentSettings; Chrome asks for it by this name.
const CHROME_ONLY = ['contentSettings'] as string[] as Permission[];
const WANTED = TARGET === 'chrome' ? [...EVERYWHERE, ...CHROME_ONLY] : EVERYWHERE;

/** What is done with each of them, a line each (`guide.case.cleanWhat.…`). */
const EVERYWHERE_DONE = ['site-data', 'history', 'downloads'] as const;
const PARTS = TARGET === 'chrome' ? ([...EVERYWHERE_DONE, 'notifications'] as const) : EVERYWHERE_DONE;

/** Steps of the guide that do by hand what could not be done here. */
const BY_HAND: Record<string, string> = {
  'site-data': 'site-data',
  cookies: 'site-data',
  notifications: 'notifications',
};

const partNames = (parts: readonly string[]): string[] => parts.map((part) => t(`guide.case.part.${part}`));

function sentenceAndList(key: TextKey, parts: readonly string[]): Child {
  return [h('p', null, t(key)), h('ul', null, ...partNames(parts).map((name) => h('li', null, name)))];
}

/** What the button does, beside it: the browser's question names each of its permissions in words of its own. */
function whatItDoes({ otherSites = [] }: Case): Child {
  const lines = PARTS.map((part) => h('li', null, t(`guide.case.cleanWhat.${part}`)));
  const hosts = otherSites.map((site) => new URL(site).hostname);
  return [
    h('p', { class: 'quiet small' }, t('guide.case.cleanAsks')),
    h('ul', { class: 'quiet small' }, lines),
    otherHosts(hosts, 'quiet small'),
  ];
}

/** That it goes for the scam's further sites, too; nothing where there are none. */
function otherHosts(hosts: readonly string[], look = ''): Child {
  return (
    hosts.length > 0 &&
    h('p', { class: `host ${look}` }, inARow(t('guide.case.otherSites'), hosts.join(', ')))
  );
}

/** How to do the rest by hand, in this browser on this device. */
async function byHand({ failed, left }: CleanUp): Promise<Child> {
  // Cookies that were left stay on purpose: other pages may need them.
  const parts = [...failed, ...left.filter((part) => part !== 'cookies')];
  const ids = new Set(parts.flatMap((part) => BY_HAND[part] ?? []));
  const device = await detectDevice();
  const situation = { ...device, answers: NO_ANSWERS, country: '*', canCallHelpdesk: false, closed: true };
  return [...ids].map((id) => {
    const step = stepById(id, situation);
    return fold(t(step.titleKey), howList(step, step.values));
  });
}

/** Downloads were looked for, not removed: they have sentences of their own. */
const removals = (parts: readonly string[]): string[] => parts.filter((part) => part !== 'downloads');

async function outcome(shown: Case, answer: CleanUp): Promise<Child> {
  const { left } = answer;
  const done = removals(answer.done);
  const failed = removals(answer.failed);
  const said = done.length > 0 ? 'guide.case.cleaned' : 'guide.case.cleanNothing';
  return [
    done.length > 0 ? sentenceAndList(said, done) : h('p', null, t(said)),
    done.length > 0 && otherHosts(answer.otherHosts ?? []),
    failed.length > 0 && sentenceAndList('guide.case.cleanPartly', failed),
    failed.includes('history') && h('p', null, t('guide.case.historyHow')),
    left.includes('cookies') && h('p', null, t('guide.case.cookiesStay')),
    left.includes('notifications') && h('p', null, t('guide.case.notificationsStay')),
    await byHand(answer),
    answer.failed.includes('downloads') && h('p', null, t('guide.case.filesUnknown')),
    answer.done.includes('downloads') &&
      answer.downloads.length === 0 &&
      h('p', null, t('guide.case.filesNone')), // a browser forgets what is cleared from its list
    savedFiles(shown, answer.downloads),
  ];
}

/** All that the outcome says, but for what is folded away. */
function spoken(box: HTMLElement): string {
  const said = [...box.querySelectorAll('p, li')].filter((one) => one.closest('details') === null);
  return inARow(...said.map((one) => one.textContent));
}

/**
 * "Clean up after this site"; null where there is none. The browser asks for consent, and does so only straight after
 * a click: the request is the first thing the click does.
 */
export function cleanUpButton(shown: Case): HTMLElement | null {
  if (!hasOwnSite(shown)) return null;
  const place = h('div', { class: 'stack' });
  const refused = h('p', null);
  async function cleanUp(): Promise<void> {
    const allowed = await browser.permissions.request({ permissions: WANTED });
    if (!allowed) {
      announce(t('guide.case.cleanRefused'));
      show(refused, t('guide.case.cleanRefused'));
      return;
    }
    const told = await outcome(shown, await ask({ type: 'case-clean-up', caseId: shown.id }));
    const hadKeyboard = place.contains(document.activeElement);
    const box = h('div', { class: 'stack' }, told);
    show(place, box);
    if (hadKeyboard) focusSaying(box, spoken(box));
    else announce(spoken(box));
  }
  show(
    place,
    button({ label: t('guide.cleanUp'), icon: 'trash', onclick: cleanUp }),
    whatItDoes(shown),
    refused,
  );
  return place;
}
