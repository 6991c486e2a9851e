import type { Case } from '../../../messages/ui-messages';
import { NO_SOURCE, type Source } from './begin-plan';
import type { SavedGuide } from './progress-store';

/** What was answered longer ago than this (ms) was about something else. */
const LONG_AGO_MS = 14 * 24 * 60 * 60 * 1_000;

/** Whether what is saved was answered more than 14 days ago. */
export function isLongAgo(saved: SavedGuide): boolean {
  return Date.now() - saved.at > LONG_AGO_MS;
}

/**
 * Whether the plan is about this page. Of one in a private window no plan keeps the name: what was last answered for no
 * page, and since that one was met, is taken for its plan.
 */
export function isPlanOf(saved: SavedGuide, shown: Case): boolean {
  if (shown.incognito) return saved.caseId === null && saved.at >= shown.noticedAt;
  return shown.id === saved.caseId;
}

/** The closed page that the plan is about, where it is the one shown. */
export function caseOfPlan(saved: SavedGuide, shown: Case | null): Case | null {
  return shown !== null && isPlanOf(saved, shown) ? shown : null;
}

/** Whether the plan's page is gone; if the guide was opened for another case, as was last known of it. */
export function isClosed(saved: SavedGuide, shown: Case | null): boolean {
  const own = caseOfPlan(saved, shown);
  return own === null ? saved.pageClosed : own.state === 'closed';
}

/** Whether what was answered is about something else than what the guide was opened for now. */
export function isOfBefore(saved: SavedGuide, shown: Case | null): boolean {
  if (saved.answers.happened.length === 0) return false;
  return isLongAgo(saved) || (shown !== null && !isPlanOf(saved, shown));
}

/** Where a plan that begins now comes from; null where no page is shown. Of a private window nothing may be kept. */
export function sourceOf(shown: Case | null): Source | null {
  if (shown === null) return null;
  if (shown.incognito) return NO_SOURCE;
  const { id: caseId, incidentId, noticedAt: seenAt, state } = shown;
  return { ...NO_SOURCE, caseId, incidentId, seenAt, pageClosed: state === 'closed' };
}

/**
 * The guide may be opened again without the plan's page, so what became of it is kept, but of a private window.
 *
 * @param own the page that the plan is about @returns what has changed; null where nothing has
 */
export function newsOf(
  own: Case,
  saved: SavedGuide,
): Pick<Source, 'incidentId' | 'seenAt' | 'pageClosed'> | null {
  if (own.incognito) return null;
  // A journal entry that is known already may be of an earlier page, which the letter is about.
  const incidentId = saved.letterOfEarlier ? saved.incidentId : (saved.incidentId ?? own.incidentId);
  const isOwn = !saved.letterOfEarlier && incidentId === own.incidentId;
  const seenAt = saved.seenAt ?? (isOwn ? own.noticedAt : null); // an older version has saved none
  const now = { incidentId, seenAt, pageClosed: own.state === 'closed' };
  const isSame =
    incidentId === saved.incidentId && seenAt === saved.seenAt && now.pageClosed === saved.pageClosed;
  return isSame ? null : now;
}
