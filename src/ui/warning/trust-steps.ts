import { twoPresses } from '../shared/ask-twice';
import { careful, settleAgain } from '../shared/careful-press';
import { t } from '../shared/i18n';
import type { TextKey } from '../shared/text-keys';

export interface TrustWords {
  /** The small first button, what trusting means, the button that does it. */
  ask: TextKey;
  explain: TextKey;
  yes: TextKey;
  /** The site by its name, for the sentences. */
  site: string;
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
