import type { Answers } from './answers';
import { besideEarlier } from './earlier';
import { buildPlan, type Situation } from './plan';
import { marksThatHold } from './progress';
import type { SavedGuide } from './progress-store';

/** The steps are for where the guide stands: another device was chosen for an earlier plan, not for a new scam here. */
export const THIS_DEVICE = { system: null, browser: null };

/** What a plan that begins now comes from. */
export type Source = Pick<SavedGuide, 'caseId' | 'incidentId' | 'seenAt' | 'letterOfEarlier' | 'pageClosed'>;

/** What is there when the person answers the first question. */
export interface Before {
  saved: SavedGuide;
  situation: Situation;
  /** The page that the guide was opened for; null where it was opened without one. */
  source: Source | null;
  /** The person comes from the plan, to change its answers. */
  change: boolean;
  isUnderWay: boolean;
  isLongAgo: boolean;
  /** What was answered is about something else than what the guide was opened for now. */
  isOfBefore: boolean;
}

/** Where no page is known the plan is about none. */
export const NO_SOURCE: Source = {
  caseId: null,
  incidentId: null,
  seenAt: null,
  letterOfEarlier: false,
  pageClosed: false,
};

/**
 * What is saved once the person has answered. Of four cases:
 *
 * - a plan under way about the same thing, or its answers changed: goes on, with the marks that still hold;
 * - one under way about something earlier: begins anew, with what is grave of the earlier one kept beside it;
 * - one about something earlier that is done or long ago: begins anew, on this device;
 * - none under way, and nothing new: begins anew, about what the last one was about.
 *
 * @returns the change, and whether steps of an earlier plan were kept beside it
 */
export function nextSaved(
  before: Before,
  answers: Answers,
): { patch: Partial<SavedGuide>; keepsEarlier: boolean } {
  const { saved, situation, source, change, isUnderWay, isLongAgo } = before;
  const isOfBefore = before.isOfBefore && !change;
  const isBeside = isOfBefore && isUnderWay && !isLongAgo;
  const beside = isBeside ? besideEarlier(saved, situation, answers) : null;
  const from = source ?? NO_SOURCE;
  if (beside !== null)
    return { patch: { ...THIS_DEVICE, ...from, ...beside.plan }, keepsEarlier: beside.addsEarlier };
  const goesOn = (change || isUnderWay) && !isOfBefore;
  const device = isOfBefore || (isLongAgo && !change) ? THIS_DEVICE : {};
  // What is done stays done with other answers, but where a step has more to say than before.
  const after = buildPlan({ ...situation, answers });
  const marks = goesOn ? marksThatHold(buildPlan(situation), after, saved.marks) : {};
  // Without a page of its own it is about the last one: a browser that has restarted knows of no case.
  const isSame = goesOn || (source === null && !isLongAgo);
  return { patch: { answers, marks, ...device, ...(isSame ? {} : from) }, keepsEarlier: false };
}
