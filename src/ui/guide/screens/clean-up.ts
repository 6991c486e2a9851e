import { browser } from '../../../browser/api';
import { TARGET } from '../../../browser/target';
import type { Case, UiAnswers } from '../../../messages/ui-messages';
import { ask } from '../../shared/ask';
import { h, show, type Child } from '../../shared/h';
import { t } from '../../shared/i18n';
import { announce, button } from '../../shared/parts';

type Permission = NonNullable<Parameters<typeof browser.permissions.request>[0]['permissions']>[number];

const EVERYWHERE: Permission[] = ['browsingData', 'history', 'downloads'];
// The polyfill's type follows Firefox, which has no contentSettings; Chrome asks for it by this name.
const CHROME_ONLY = ['contentSettings'] as string[] as Permission[];
const WANTED = TARGET === 'chrome' ? [...EVERYWHERE, ...CHROME_ONLY] : EVERYWHERE;

function outcome(answer: UiAnswers['case-clean-up']): Child {
  const sentence = answer.ok && answer.failed.length === 0 ? 'guide.case.cleaned' : 'guide.case.cleanPartly';
  announce(t(sentence));
  return [
    h('p', null, t(sentence)),
    answer.downloads.length > 0 && [
      h('p', null, t('guide.case.downloads')),
      h('ul', null, ...answer.downloads.map((name) => h('li', { dir: 'ltr' }, name))),
    ],
  ];
}

/**
 * "Clean up after this site". The browser asks for consent, and does so only straight after a click: the request is
 * the first thing the click does.
 */
export function cleanUpButton(shown: Case): HTMLElement {
  const place = h('div', { class: 'stack' });
  async function cleanUp(): Promise<void> {
    const allowed = await browser.permissions.request({ permissions: WANTED });
    if (!allowed) {
      announce(t('guide.case.cleanRefused'));
      place.append(h('p', null, t('guide.case.cleanRefused')));
      return;
    }
    show(place, outcome(await ask({ type: 'case-clean-up', caseId: shown.id })));
  }
  show(
    place,
    button({ label: t('guide.cleanUp'), icon: 'trash', onclick: cleanUp }),
    h('p', { class: 'quiet small' }, t('guide.case.cleanWhat')),
  );
  return place;
}
