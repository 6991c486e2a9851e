import { delay, within } from '../../async/within';
import { redrawInPlace } from '../shared/page';
import type { GuideModel } from './guide-model';
import { loadGuide, onGuideSaved, type SavedGuide } from './plan/progress-store';
import type { ScreenName } from './route';

/** A store that has not told by then (ms) is waited for no longer before something is drawn. */
const STORE_LIMIT_MS = 500;
/** One that failed is asked again after so long (ms). */
const AGAIN_MS = 2_000;
/** Screens that look otherwise where there is a plan. */
const WITH_PLAN: readonly ScreenName[] = ['start', 'plan'];

/** What the store tells of the plan, and whether it did in time. */
export interface Look {
  /** null: not known by now, which is not the same as nothing. */
  saved: SavedGuide | null;
  /** The answer to the same question, whenever it comes. */
  late: Promise<SavedGuide | null>;
}

/** Reads the stored plan. Never rejects. */
export async function lookForPlan(): Promise<Look> {
  const late = loadGuide();
  return { saved: await within(late, STORE_LIMIT_MS, null), late };
}

/** A plan that could not be read is looked for until it can be, or until the person has begun one. */
export async function lookAgain(guide: GuideModel, { late }: Look): Promise<void> {
  let saved = await late;
  while (saved === null && !guide.isRead) {
    await delay(AGAIN_MS);
    saved = await loadGuide();
  }
  if (saved !== null && guide.recall(saved)) await showAnew(guide);
}

/** Another window may go on with the same plan: this one must neither show nor save what was before. */
export function watchPlan(guide: GuideModel): void {
  onGuideSaved((saved) => {
    if (guide.adopt(saved)) void showAnew(guide);
  });
}

async function showAnew(guide: GuideModel): Promise<void> {
  const shown = document.getElementById('app')?.dataset.screen;
  if (WITH_PLAN.some((name) => name === shown)) await redrawInPlace(guide.page);
}
