import * as v from 'valibot';
import { browser } from '../../../browser/api';
import { LAST_TIME } from '../../../storage/plain-values';
import { HAPPENINGS, MEANS, NO_ANSWERS, SECRETS, settle, type Answers } from './answers';
import { BROWSERS, SYSTEMS, type Browser, type System } from './device';
import type { Marks } from './progress';

const PROGRESS_KEY = 'guideProgress';

/** What the guide remembers between openings. Kept on this device only. */
export interface SavedGuide {
  answers: Answers;
  marks: Marks;
  /** Chosen by the person; null: as detected. */
  system: System | null;
  browser: Browser | null;
  /** The closed page that the plan is about, and its journal entry, for the letter; null where there is none. */
  caseId: string | null;
  incidentId: number | null;
  /** When that page was noticed, ms since 1970: its entry bears the day of the first of its host. null: not known. */
  seenAt: number | null;
  /** The letter is about an earlier page: `incidentId` is that one's entry, null where it has none. */
  letterOfEarlier: boolean;
  /** The plan's page is known to be gone. */
  pageClosed: boolean;
  /** When the plan last changed, ms since 1970, and after the change before it whatever the clock says; 0: not known. */
  at: number;
}

export const NOTHING_SAVED: SavedGuide = {
  answers: NO_ANSWERS,
  marks: {},
  system: null,
  browser: null,
  caseId: null,
  incidentId: null,
  seenAt: null,
  letterOfEarlier: false,
  pageClosed: false,
  at: 0,
};

const list = <const T extends readonly string[]>(known: T) =>
  v.fallback(v.array(v.picklist(known)), () => []);

const shape = v.object({
  answers: v.fallback(
    v.object({ happened: list(HAPPENINGS), means: list(MEANS), secrets: list(SECRETS) }),
    () => ({ happened: [], means: [], secrets: [] }),
  ),
  marks: v.fallback(v.record(v.string(), v.picklist(['done', 'failed', 'later'])), () => ({})),
  system: v.fallback(v.nullable(v.picklist(SYSTEMS)), null),
  browser: v.fallback(v.nullable(v.picklist(BROWSERS)), null),
  caseId: v.fallback(v.nullable(v.string()), null),
  incidentId: v.fallback(v.nullable(v.number()), null),
  seenAt: v.fallback(v.nullable(v.pipe(v.number(), v.minValue(0), v.maxValue(LAST_TIME))), null),
  letterOfEarlier: v.fallback(v.boolean(), false),
  pageClosed: v.fallback(v.boolean(), false),
  at: v.fallback(v.number(), 0),
});

/** Any stored value as a usable one: a damaged field counts as not answered. Never throws. */
export function readSaved(stored: unknown): SavedGuide {
  const read = v.safeParse(shape, stored);
  return read.success ? { ...read.output, answers: settle(read.output.answers) } : NOTHING_SAVED;
}

/** What was saved; null where that cannot be read: a store that fails once is not an empty one. Never rejects. */
export async function loadGuide(): Promise<SavedGuide | null> {
  try {
    return readSaved((await browser.storage.local.get(PROGRESS_KEY))[PROGRESS_KEY]);
  } catch {
    return null;
  }
}

/** Calls back with each plan that is saved, here or in another window. */
export function onGuideSaved(callback: (saved: SavedGuide) => void): void {
  browser.storage.onChanged.addListener((changes, area) => {
    const now = changes[PROGRESS_KEY]?.newValue;
    if (area === 'local' && now !== undefined) callback(readSaved(now));
  });
}

/** Saves; a full disk must not stop the guide. Never rejects. @returns whether it could be saved */
export async function saveGuide(saved: SavedGuide): Promise<boolean> {
  try {
    await browser.storage.local.set({ [PROGRESS_KEY]: saved });
    return true;
  } catch (error) {
    console.warn('The guide could not save its progress.', error);
    return false;
  }
}
