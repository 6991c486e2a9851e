import { within } from '../../async/within';
import { browser } from '../../browser/api';
import { ask } from '../shared/ask';
import { h, type Child } from '../shared/h';
import { t } from '../shared/i18n';
import type { Page } from '../shared/page';
import { gapAfter } from '../shared/sentences';
import { callInstead } from './call-instead';
import { closeButton } from './close-button';
import { guideButton } from './guide-button';
import { CLOSING_MS } from './known-case';
import { toGuide } from './own-tab';
import { say } from './say';

/** What the warning's own address tells. */
export interface Named {
  caseId: string;
  /** It was opened with the words for a scam; the others are for a genuine site, or not known any more. */
  saysScam: boolean;
}

/**
 * Nobody answers what stands behind the warning: the words of any warning, which do not call a genuine site a scam, and
 * the button that closes the tab.
 */
export function silentScreen(named: Named, page: Page): Child[] {
  const close = closeButton({ what: 'scam', close: () => closeTab(named) });
  const guide = guideButton(named.caseId);
  const calm = t('warning.reassurance');
  const never = t(named.saysScam ? 'warning.neverCall' : 'warning.injected.neverCall');
  return [
    h('h1', { id: 'verdict' }, t(named.saysScam ? 'warning.verdict' : 'warning.injected.verdict')),
    h(
      'p',
      { id: 'reassurance', class: 'lead' },
      calm,
      gapAfter(calm),
      h('strong', { class: 'never-call' }, never),
    ),
    h('div', { class: 'stack' }, close, guide),
    callInstead(page),
  ];
}

/** The worker is told which warning this is, and finds the tab that its address names: any page may have led here. */
async function closeTab({ caseId }: Named): Promise<void> {
  const own = await browser.tabs.getCurrent();
  const asked = ask({ type: 'tab-close', tabId: own?.id ?? -1 });
  const answer = await within(asked, CLOSING_MS, null);
  if (answer?.ok) toGuide(answer.caseId ?? caseId);
  else say('errors.stuck');
}
