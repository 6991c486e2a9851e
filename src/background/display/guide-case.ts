import { guideAbout } from '../../browser/own-page';
import type { Case } from '../../messages/ui-messages';
import { cases } from '../state/cases';
import { tabWithin } from '../state/shown-tab';
import { showsOurs } from './own-pages';

/** What was met longer ago than this (ms) is not what somebody opens the guide for now. */
const LATELY_MS = 24 * 3_600_000;
/** A browser that cannot tell about a tab in this time tells that it is gone. */
const TAB_LIMIT_MS = 500;

/**
 * The scam that the guide is about where a person opens it: the last one met, as long as it was lately. The guide that
 * came by itself may have been closed unread, and without its page it would ask to close that, and write to the bank
 * without its number. Never rejects.
 */
export async function guideCase(now = Date.now()): Promise<string | null> {
  const all = await Promise.all((await cases.ids()).map((id) => cases.read(id)));
  const lately = all.flatMap((known) => (known !== null && isRecent(known, now) ? [known] : []));
  for (const known of lately.sort((one, other) => metAt(other) - metAt(one)))
    if (await isMeant(known)) return known.id;
  return null;
}

/** Address of the guide where a person opens it. Never rejects. */
export async function guidePage(): Promise<string> {
  return guideAbout(await guideCase());
}

const metAt = ({ closedAt, noticedAt }: Case): number => closedAt ?? noticedAt;

/** Of a page that nobody called a scam the guide knows nothing to say. In either direction: clocks are put right. */
function isRecent(known: Case, now: number): boolean {
  return known.level !== 'quiet' && Math.abs(now - metAt(known)) < LATELY_MS;
}

/** Not a mistake, nor an alarm whose warning the person has closed or left. */
async function isMeant({ state, pageTabId }: Case): Promise<boolean> {
  if (state !== 'warned') return state !== 'mistaken';
  const page = pageTabId === null ? null : await tabWithin(pageTabId, TAB_LIMIT_MS);
  return page !== null && showsOurs(page);
}
