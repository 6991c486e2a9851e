import { twoPresses } from '../shared/ask-twice';
import { careful, settleAgain } from '../shared/careful-press';
import { h } from '../shared/h';
import { t } from '../shared/i18n';
import type { Page } from '../shared/page';
import type { TextKey } from '../shared/text-keys';

export interface TrustWords {
  /** The small first button, what trusting means, the button that does it. */
  ask: TextKey;
  explain: TextKey;
  yes: TextKey;
  /** The site by its name, for the sentences. */
  site: string;
}

/** The same where trust is the person's to give; where the organisation has kept it to itself, whom to ask. */
export function trustWay({ policy }: Page, words: TrustWords, accept: () => unknown): HTMLElement {
  if (!policy.locked.includes('trustedSites')) return trustSteps(words, accept);
  return h('p', { id: 'mistake-locked', class: 'quiet' }, t('warning.mistake.locked'));
}

/**
 * "This is a mistake": a small button, then a plain explanation with yes and no. Only the second press trusts.
 * `accept` runs on yes; no brings the small button back.
 */
export function trustSteps(words: TrustWords, accept: () => unknown): HTMLElement {
  return twoPresses({
    first: { id: 'mistake', kind: 'link', label: t(words.ask) },
    question: t(words.explain, { site: words.site }),
    questionId: 'mistake-explain',
    no: { id: 'mistake-no', label: t('warning.mistake.no') },
    yes: { id: 'mistake-yes', kind: 'link', label: t(words.yes, { site: words.site }), onclick: accept },
    look: 'trust',
    card: true,
    press: (act) => careful('risky', act),
    asked: settleAgain, // a double click must not answer
  });
}
