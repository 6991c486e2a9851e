import type { Case } from '../../messages/ui-messages';
import { cases, judgedSite } from '../state/cases';
import { hostOf } from '../state/host';
import { isHost } from '../state/known-host';
import { tabStates, type TabState } from '../state/tab-state';

/** A scam that loads itself again for ever, or whose frames alone tell, must not fill the store. */
const DOCUMENT_LIMIT = 60;

/** Random ids of the documents in a tab that have told something, the page's first. A sign-in prompt's tells its address. */
const documentsIn = ({ frames }: TabState): string[] =>
  Object.values(frames).flatMap(({ doc, acts }) => (doc === '' || acts['auth-prompt'] ? [] : [doc]));

/**
 * Whether a tab shows a document that a case's warning has never stood over. Not where nothing has told of itself, nor where
 * the case knows of none (it was never warned of, or by an older version).
 */
export function isNewTo({ warnedOver }: Case, state: TabState): boolean {
  const here = documentsIn(state);
  return warnedOver !== undefined && here.length > 0 && !here.some((doc) => warnedOver.includes(doc));
}

/**
 * The warning of a case stands over what a tab shows: who closes it does not want it over that document again. Not over an
 * honest page that has come into the tab meanwhile.
 */
export async function noteWarnedOver(caseId: string, tabId: number): Promise<void> {
  const state = await tabStates.read(String(tabId));
  const top = state.frames[0];
  const here = documentsIn(state);
  const found = here[0] === top?.doc ? here.slice(0, 1) : here; // its frames go with it
  await cases.update(caseId, (now) => {
    if (now === null) return now;
    const isScam = state.level !== 'quiet' || isHost(judgedSite(now), hostOf(top?.address ?? ''));
    const all = new Set([...(now.warnedOver ?? []), ...(isScam ? found : [])]);
    return { ...now, warnedOver: [...all].slice(-DOCUMENT_LIMIT) };
  });
}
