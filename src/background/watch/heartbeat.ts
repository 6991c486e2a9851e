import { BEAT_MS } from '../../messages/content-messages';
import { judgeTab } from '../judge/judge-tab';
import { askAgain } from '../judge/orders';
import { RESUME_LIMIT_MS } from '../session/session-slot';
import { isBehindDialog } from '../state/frames';
import { hostOf } from '../state/host';
import { tabOf } from '../state/shown-tab';
import { tabStates, type TabState } from '../state/tab-state';
import { watchBehindWarning } from './behind-warning';
import { pageAnswers } from './page-answers';
import { SILENT_MS, SLEPT_MS } from './silence';
import { holdAlarm, releaseAlarm } from './watch-alarm';

/** So many answers in a row without a beat: whatever holds the beats up, the page is not in a loop. */
const ANSWERS_ENOUGH = 20;

/** A page behind another tab is looked at so often (ms) until somebody turns to it. */
const BEHIND_MS = 2_000;
/** And no longer than this (ms) after it was last heard, while the worker runs: who opened it has forgotten it. */
const BEHIND_LIMIT_MS = 3_600_000;

const watched = new Map<number, ReturnType<typeof setTimeout>>();
/** Tabs that are being asked. */
const asked = new Set<number>();
/** Answers since the last beat. */
const answers = new Map<number, number>();
/** Tabs that stood behind another one as they were last looked at. */
const behind = new Set<number>();

/** A beat of a suspicious tab's top frame; one that says it is hidden ends the watch, or leaves it to the warning's. */
export async function beat(tabId: number, visible: boolean): Promise<void> {
  answers.delete(tabId);
  await noteLife(tabId, visible, Date.now());
}

/**
 * The page counts as living from now on.
 * @param freeAt when (ms since 1970) the page last said something of its own, so that no box of its own held it then;
 * 0: nothing was heard
 */
async function noteLife(tabId: number, visible: boolean, freeAt = 0): Promise<void> {
  const lastBeat = visible ? Date.now() : null;
  const { caseId } = await tabStates.update(String(tabId), (state) => {
    const dialogAt = (state.dialogAt ?? 0) > freeAt ? state.dialogAt : null;
    return { ...state, lastBeat, silentFor: 0, dialogAt };
  });
  if (visible) return watch(tabId, BEAT_MS);
  unwatch(tabId);
  if (caseId !== null) void watchBehindWarning(tabId);
}

/** Looks again in `ms`; also called when the worker wakes up with a watch left in the session. */
async function watch(tabId: number, ms: number): Promise<void> {
  const due = Date.now() + ms;
  holdAlarm(tabId);
  clearTimeout(watched.get(tabId));
  watched.set(
    tabId,
    setTimeout(() => void look(tabId, Date.now() - due > SLEPT_MS), ms),
  );
}

async function look(tabId: number, slept: boolean): Promise<void> {
  const state = await tabStates.read(String(tabId));
  if (state.lastBeat === null) return unwatch(tabId);
  if (slept) return noteLife(tabId, true);
  const tab = await tabOf(tabId);
  // A busy browser hands over late what the page had said in time; that beat began a watch of its own.
  if ((await tabStates.read(String(tabId))).lastBeat !== state.lastBeat) return;
  const silentFor = Date.now() - state.lastBeat;
  if (!tab || !isWatchable(tab, state)) return stop(tabId);
  if (!tab.active && state.caseId === null) return waitBehind(tabId, silentFor);
  // In front again: from now on it should be heard. (Or the clock was put back: nobody waits until it has caught up.)
  if (behind.delete(tabId) || silentFor < 0) return noteLife(tabId, true);
  if (silentFor < SILENT_MS) {
    void ask(tabId);
    return watch(tabId, Math.max(100, SILENT_MS - silentFor));
  }
  await tabStates.update(String(tabId), (known) => ({ ...known, silentFor }));
  await judgeTab(tabId);
  await stop(tabId);
}

/** A living page says that it is hidden; one that is in a loop, or asleep, cannot, and is looked at once it is in front. */
async function waitBehind(tabId: number, silentFor: number): Promise<void> {
  if (silentFor > BEHIND_LIMIT_MS) return stop(tabId);
  behind.add(tabId);
  void ask(tabId);
  return watch(tabId, BEHIND_MS);
}

/**
 * On a busy machine the detector, and with it the first beat, can take seconds to come, and a page can stop all timers
 * of its document, ours too: a question costs next to nothing to answer, and an answer is as good as a beat.
 */
async function ask(tabId: number): Promise<void> {
  if (asked.has(tabId)) return;
  asked.add(tabId);
  const from = Date.now();
  const answered = await pageAnswers(tabId, SILENT_MS);
  asked.delete(tabId);
  if (!answered || (await tabStates.read(String(tabId))).lastBeat === null) return;
  const count = (answers.get(tabId) ?? 0) + 1;
  answers.set(tabId, count);
  await (count < ANSWERS_ENOUGH ? noteLife(tabId, true, from) : stop(tabId));
}

/**
 * Silence counts in the tab in front (one behind is waited for), and behind our own warning: a living page said that it
 * was hidden when the warning came, one in a loop could not. Never for another site that stands there by now, and never
 * behind a box of the page: it says nothing then, whoever made it, for as long as somebody reads. Boxes in a row are a
 * trap without silence.
 */
function isWatchable(tab: { url?: string }, state: TabState): boolean {
  const top = state.frames[0];
  const same = tab.url === undefined || hostOf(tab.url) === hostOf(top?.address ?? '');
  const isRead = top?.facts != null;
  const inBox = state.dialogAt !== null || (!isRead && Object.values(state.frames).some(isBehindDialog));
  if (!same || inBox) return false;
  if (state.caseId !== null) return true;
  // An honest page is silent too while a person chooses a printer.
  return !(isRead && top.acts.print !== undefined);
}

/**
 * The top document told what it shows: a silence before that is over, and counts no more. What it tells first it may
 * have read half, before a debugger let its parser go on: it is asked to look again.
 * @returns whether it had been silent
 */
export async function endSilence(tabId: number): Promise<boolean> {
  if ((await tabStates.read(String(tabId))).silentFor === 0) return false;
  const tab = await tabOf(tabId);
  await beat(tabId, tab?.active ?? false);
  void askAgain(tabId);
  return true;
}

/** The gate of a top document opened: from now on it should answer, also behind another tab. */
export async function expectBeats(tabId: number): Promise<void> {
  const tab = await tabOf(tabId);
  answers.delete(tabId);
  if (tab) await noteLife(tabId, true);
}

function unwatch(tabId: number): void {
  clearTimeout(watched.get(tabId));
  watched.delete(tabId);
  behind.delete(tabId);
  releaseAlarm(tabId);
}

async function stop(tabId: number): Promise<void> {
  unwatch(tabId);
  answers.delete(tabId);
  await tabStates.update(String(tabId), (state) => ({ ...state, lastBeat: null }));
}

/** After the worker was stopped: takes up the watches that the session remembers. Nobody was there to hear a beat since. */
export async function resumeWatches(): Promise<void> {
  for (const id of await tabStates.ids(RESUME_LIMIT_MS)) {
    const state = await tabStates.read(id, RESUME_LIMIT_MS);
    if (state.lastBeat !== null) await noteLife(Number(id), true);
  }
}
