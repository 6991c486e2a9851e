import { within } from '../../async/within';
import { browser } from '../../browser/api';
import { EXCERPT_LENGTH } from '../../detection/facts';
import type { Verdict } from '../../detection/verdict';
import type { Case } from '../../messages/ui-messages';
import type { Incident } from '../../storage/incident';
import { gained, type Findings } from '../../storage/incident-shape';
import { addIncident, updateIncident } from '../../storage/incidents';
import { cases, changeCase } from '../state/cases';
import { noteScam, takeBackScam } from '../state/scam-times';
import type { TabState } from '../state/tab-state';

/** A picture may never come (docs/browser-facts.md): closing waits no longer for it. */
export const SCREENSHOT_LIMIT_MS = 150;
/**
 * Nothing waits for a picture from behind the warning. On a machine with three to six busy programs 150 ms were too
 * short for most (9 of 28 scams pictured; 14 of 14 with this), and the journal is what the police are shown.
 */
const BEHIND_SCREENSHOT_LIMIT_MS = 1_000;
/** Where the page traps the person, every moment counts. Measured: 9 to 32 ms where it works at all. */
const TRAP_SCREENSHOT_LIMIT_MS = 60;
/** A browser that cannot tell about a tab in this time takes no picture of it either. */
const ASK_LIMIT_MS = 60;

const PICTURE = { format: 'jpeg', quality: 60 } as const;
/** Known to Firefox alone: in CSS pixels, of which a dense screen shows each as four of its own. */
const SMALL_PICTURE = { ...PICTURE, scale: 1 } as const;

/** Firefox alone takes pictures of tabs that stand behind another. */
export const picturesFromBehind = (): boolean => typeof browser.tabs.captureTab === 'function';

/** A picture that is being taken. Neither promise rejects. */
export interface Capture {
  /**
   * The browser has been asked, where that has to come first: what comes in front of the page from now on is not in the
   * picture (docs/browser-facts.md).
   */
  asked: Promise<unknown>;
  /** A JPEG data URL; null where there is none in time. */
  picture: Promise<string | null>;
}

/** No picture is taken. */
export const NO_CAPTURE: Capture = { asked: Promise.resolve(), picture: Promise.resolve(null) };

/**
 * How long the picture of a scam page may take.
 * @param act it is closed at once, and that waits for the picture. @returns ms.
 */
export const screenshotLimit = (act: boolean): number =>
  act ? TRAP_SCREENSHOT_LIMIT_MS : BEHIND_SCREENSHOT_LIMIT_MS;

/**
 * Takes a picture of the tab, if it is the visible one of its window when this is called.
 * @param limitMs longest wait for the picture
 */
export function takeScreenshot(tabId: number, limitMs: number): Capture {
  const behind = picturesFromBehind();
  let late = false;
  // Asked right before: where only the tab in front is pictured, that may be the person's bank by now, or our warning.
  const looking = browser.tabs.get(tabId).then((tab) => {
    if (!tab.active || late) return { shot: null };
    const shot = behind
      ? browser.tabs.captureTab(tabId, SMALL_PICTURE)
      : browser.tabs.captureVisibleTab(tab.windowId, PICTURE);
    return { shot }; // in an object: a promise would be waited for
  });
  const shot = looking.then((looked) => looked.shot);
  const asked = behind ? Promise.resolve() : within(looking, ASK_LIMIT_MS, null).then(() => (late = true));
  return {
    asked,
    picture: within(shot, limitMs, null),
  };
}

/**
 * Keeps a case in the journal, and when it was for the guard; of private windows only that, and not on the disk.
 * @param chain addresses the person came through, oldest first.
 */
export async function keepEvidence(
  noted: Case,
  state: TabState,
  screenshot: string | null,
  chain: string[],
): Promise<void> {
  const incidentId = noted.incognito ? null : await addIncident(entryOf(noted, state, screenshot, chain));
  const unjudged = noted.level === 'quiet';
  const met = { at: noted.noticedAt, entry: incidentId, ...(unjudged && { unjudged }) };
  await noteScam(met, noted.incognito);
  const now = incidentId === null ? await cases.read(noted.id) : await changeCase(noted.id, { incidentId });
  if (now === null) return;
  // What came while the entry was being written could not be told to the entry then.
  if (endingOf(now) !== endingOf(noted)) await noteEnd(now);
  else if (hasMore(now, noted)) await noteMore(now);
}

/** What was copied is evidence where a command is what the page wants; anywhere else it is the person's own. */
const wantsCommand = ({ reasons }: Case): boolean =>
  reasons.some(({ id, weight }) => id === 'wants-command' && weight > 0);

function entryOf(noted: Case, state: TabState, screenshot: string | null, chain: string[]): Incident {
  const texts = Object.values(state.frames).flatMap((frame) => [
    ...frame.dialogs,
    ...(wantsCommand(noted) ? frame.copied : []),
    ...frame.spoken,
    frame.facts?.excerpt ?? '',
  ]);
  return {
    at: noted.noticedAt,
    level: noted.level,
    closedBy: endingOf(noted),
    address: noted.address,
    host: noted.host,
    chain,
    title: noted.title,
    excerpt: texts.filter(Boolean).join('\n').slice(0, EXCERPT_LENGTH),
    phones: noted.phones,
    codes: noted.codes,
    reasons: noted.reasons,
    ...(noted.injectedIntoHonestSite ? { injectedIntoHonestSite: true } : {}),
    screenshot,
    times: 1,
    notes: { caller: '', amounts: '', program: '', otherNumbers: '', text: '' },
  };
}

/**
 * Adds to a case what a later verdict found, of private windows only the level. Acts come in bursts and each writing
 * costs: nothing is written where nothing is new.
 * @returns the case with it, null where nothing is new.
 */
export async function learn(caseId: string, verdict: Verdict): Promise<Case | null> {
  const together = (known: Case): Findings => {
    const { level, reasons } = verdict;
    if (known.incognito) return gained(known, { level, reasons: known.reasons, phones: [], codes: [] });
    return gained(known, {
      level,
      reasons,
      phones: verdict.phones.map(({ shown }) => shown),
      codes: verdict.codes,
    });
  };
  const known = await cases.read(caseId);
  if (known === null || !hasMore(together(known), known)) return null;
  return cases.update(caseId, (now) => now && { ...now, ...together(now) });
}

function hasMore(now: Findings, before: Findings): boolean {
  const { level, phones, codes } = before;
  return now.level !== level || now.phones.length > phones.length || now.codes.length > codes.length;
}

/** Adds to the entry of a case what was found since it was written. How it ended is left as it is. */
export async function noteMore({ incidentId, level, reasons, phones, codes }: Case): Promise<void> {
  if (incidentId !== null) await updateIncident(incidentId, { level, reasons, phones, codes });
}

/** Writes into the journal how a case ended, and what was found until then. The guard does not stand for one that was a mistake. */
export async function noteEnd(ended: Case): Promise<void> {
  if (ended.state === 'mistaken') await takeBackScam(ended.noticedAt, ended.incidentId);
  const { incidentId, level, reasons, phones, codes } = ended;
  if (incidentId === null) return;
  await updateIncident(incidentId, { closedBy: endingOf(ended), level, reasons, phones, codes });
}

function endingOf({ state, closedBy }: Case): Incident['closedBy'] {
  if (state === 'mistaken') return 'mistake';
  return state === 'stuck' ? 'not-closed' : (closedBy ?? 'not-closed');
}
