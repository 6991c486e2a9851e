import { within } from '../../async/within';
import type { Case, ClosedBy } from '../../messages/ui-messages';
import { otherSitesOf } from '../clean-up/other-sites';
import { leavePage, tabsOfCase } from '../family/case-of-kin';
import { movedOnFromCase } from '../family/moved-on-from-case';
import { joinClosing, leaveClosing } from '../family/closing-group';
import { scamGroup } from '../family/scam-group';
import { letThrough } from '../hold-back/held-addresses';
import { forgetClosed } from '../hold-back/forget-closed';
import { noteEnd } from '../journal/evidence';
import { NO_SCREENSHOT, type Screenshot } from '../journal/screenshot';
import { rememberReport } from '../journal/mistake-reports';
import { cases, judgedHost } from '../state/cases';
import { tabStates } from '../state/tab-state';
import { closeTab } from './close-tab';
import { followCase, TABS_LIMIT_MS } from './follow-case';
import { hold, holdFamily, type HeldFamily } from './hold-family';
import { frontOf, keepWindow } from './kept-window';

/** What follows a closing goes on by itself; nobody waits longer for it. */
const AFTER_LIMIT_MS = 1_000;

/** Tabs that were missed at first are looked for beside the closings: so long as the store (500 ms) and silent tabs (1 s) take. */
const OTHERS_LIMIT_MS = 2_500;

/** A rule is added in 2 ms; closing never waits longer for it. */
const HELD_LIMIT_MS = 150;

/** Cases being closed by this worker; after a restart the state `closing` in the session is taken up again. */
const busy = new Map<string, Promise<Case | null>>();

/**
 * Closes the tab of a case with the tabs of the same scam: guide or warning in front first (the window survives),
 * then closing, with the address held back before. A tab that shows an honest page by now stays. Asked twice, it
 * answers with the first run.
 * @param screenshot the picture of the page that is being taken: it goes afterwards, while all else goes on
 * @returns the case afterwards, in state `closed` or `stuck`; null when there is no such case.
 */
export function closeCase(
  caseId: string,
  by: ClosedBy,
  screenshot: Screenshot = NO_SCREENSHOT,
): Promise<Case | null> {
  const running = busy.get(caseId);
  if (running) return running;
  const run = closeCaseNow(caseId, by, screenshot).finally(() => busy.delete(caseId));
  busy.set(caseId, run);
  return run;
}

/** Asked again at the last moment, too: the person may say so while the page is about to be closed. */
const isMistake = (known: Case | null): known is Mistaken => known?.state === 'mistaken';

type Mistaken = Case & { state: 'mistaken' };

async function closeCaseNow(caseId: string, by: ClosedBy, screenshot: Screenshot): Promise<Case | null> {
  const asked = await cases.read(caseId);
  if (asked === null || asked.state === 'closed' || isMistake(asked)) return asked;
  const from = Date.now();
  // Held back before it goes: a scam's other window reopens it within milliseconds.
  const first = hold(asked);
  const known = await whereItIs(asked, by);
  // All at once: a browser that is busy with the page's dialogs takes 20 to 40 ms for each answer.
  const looking = frontOf(known);
  const finding = findFamily(known);
  const { moved, group, again, rest } = await finding;
  if (moved && group.length === 0) return endWhereLeft(known, first.written);
  await noteClosing(caseId, by);
  await joinClosing(group, from);
  const late = again();
  const held = holdFamily(known, group, first);
  const windowKept = screenshot.asked.then(async () => keepWindow(known, await looking, group));
  await Promise.all([windowKept, within(held.stands, HELD_LIMIT_MS, undefined), screenshot.image]);
  const last = await cases.read(caseId);
  if (isMistake(last)) return letGo(last, group);
  const isWanted = async (): Promise<boolean> => !isMistake(await cases.read(caseId));
  const holdLate = (tabIds: number[]): HeldFamily => holdFamily(known, tabIds, first);
  const { tabIds, stuck, heldLate } = await closeAll(group, { late, rest, holdLate, isWanted }, from);
  const closedAt = Date.now();
  const ended = await endUnlessMistake(caseId, {
    state: stuck ? 'stuck' : 'closed',
    closedAt: stuck ? null : closedAt,
    companions: moved ? tabIds.length : tabIds.length - 1,
    timing: { warnedMs: known.timing.warnedMs, closedMs: closedAt - from },
    otherSites: await within(otherSitesOf(last ?? known, tabIds), AFTER_LIMIT_MS, []),
  });
  if (isMistake(ended)) return letGo(ended, tabIds);
  await afterClosing(ended, tabIds, [held, ...heldLate]);
  return ended;
}

/** The person may have said so while the browser was still closing: then that is how it ended. */
const endUnlessMistake = (caseId: string, end: Partial<Case>): Promise<Case | null> =>
  cases.update(caseId, (current) => current && (isMistake(current) ? current : { ...current, ...end }));

/** What was a mistake is held back no more, and what its tabs open from now on is the person's. */
async function letGo(mistaken: Case, tabIds: readonly number[]): Promise<Case> {
  await Promise.all([letThrough(mistaken.address), leaveClosing(tabIds)]);
  return mistaken;
}

/**
 * The case with the tab that it is in by now: a person may come back to its warning after hours, or have closed the first
 * of its tabs. Of a page that nobody called a scam the person may have another tab, asleep. A page that acts is mostly the
 * one that the case is about, and the browser, which it keeps busy, need not be asked.
 */
async function whereItIs(known: Case, by: ClosedBy): Promise<Case> {
  if (known.level === 'quiet') return known;
  if (by === 'itself' && (await tabStates.read(String(known.tabId))).caseId === known.id) return known;
  await within(followCase(known.id, { maySleep: by !== 'itself' }), TABS_LIMIT_MS, false);
  return (await cases.read(known.id)) ?? known;
}

/** The tabs that go with a scam. */
interface Family {
  /** The person has gone on to another page in the scam's own tab: that one is none of them. */
  moved: boolean;
  group: number[];
  /** Looks for them once more: some come while the others are dealt with. */
  again: () => Promise<number[]>;
  /**
   * All that the case's tabs are known by: a swarm has more windows than are remembered of a tab, and a restarted worker
   * knows of no tab that is gone. The whole store is read for it, so it comes after the others have begun to close.
   */
  rest: () => Promise<number[]>;
}

async function findFamily(known: Case): Promise<Family> {
  const linked = (): Promise<number[]> => scamGroup(known.tabId, { ...known, host: judgedHost(known) });
  const rest = (): Promise<number[]> => tabsOfCase(known.id);
  const all = (): Promise<number[]> =>
    Promise.all([linked(), rest()]).then((found) => [...new Set(found.flat())]);
  const early = linked();
  const moved = await movedOnFromCase(known);
  const finding = moved ? all() : early;
  if (moved) await leavePage(known);
  const ours = (tabIds: number[]): number[] => tabIds.filter((tabId) => !moved || tabId !== known.tabId);
  return {
    moved,
    group: ours(await finding),
    again: () => linked().then(ours),
    rest: () => rest().then(ours),
  };
}

const noteClosing = (caseId: string, by: ClosedBy): Promise<Case | null> =>
  cases.update(
    caseId,
    (current) => current && { ...current, ...(!isMistake(current) && { state: 'closing', closedBy: by }) },
  );

/** The person has gone on to another page in its only tab: that one stays, and what they left stays away all the same. */
async function endWhereLeft(known: Case, held: Promise<unknown>): Promise<Case | null> {
  await within(held, HELD_LIMIT_MS, undefined);
  const last = await cases.read(known.id);
  if (isMistake(last)) return letGo(last, []);
  return endUnlessMistake(known.id, { state: 'closed', closedAt: Date.now() });
}

/** Tabs that were missed at first. */
interface Others {
  /** The group once more: a window that opened while it was looked for; later ones go on arrival. */
  late: Promise<number[]>;
  rest: Family['rest'];
  holdLate: (tabIds: number[]) => HeldFamily;
  /** Whether the case is to be closed still. Never rejects. */
  isWanted: () => Promise<boolean>;
}

async function closeAll(group: readonly number[], others: Others, from: number) {
  const { isWanted } = others;
  const closing = group.map((tabId) => closeTab(tabId, { isWanted }));
  const asked = [others.late, others.rest()].map((found) => within(found, OTHERS_LIMIT_MS, []));
  const found = new Set((await Promise.all(asked)).flat());
  const late = (await isWanted()) ? [...found].filter((tabId) => !group.includes(tabId)) : [];
  const heldLate = late.length > 0 ? [others.holdLate(late)] : [];
  if (late.length > 0) await joinClosing(late, from);
  for (const { stands } of heldLate) await within(stands, HELD_LIMIT_MS, undefined);
  const ends = await Promise.all([...closing, ...late.map((tabId) => closeTab(tabId, { isWanted }))]);
  return { tabIds: [...group, ...late], stuck: ends.includes('stuck'), heldLate };
}

async function afterClosing(ended: Case | null, group: number[], held: HeldFamily[]): Promise<void> {
  if (ended === null) return;
  const reporting = rememberReport({ ...ended, caseId: ended.id, said: false }); // for the person who then reopens it
  const finding = Promise.all(held.map(({ addresses }) => addresses));
  const forgetting = finding.then((families) => forgetScam(ended, families.flat()));
  const after = [...held.map(({ written }) => written), noteEnd(ended), forgetting, reporting];
  await within(Promise.allSettled(after), AFTER_LIMIT_MS, undefined);
  await Promise.allSettled(group.map((tabId) => tabStates.drop(String(tabId))));
}

/** What nobody called a scam stays in "recently closed": the person may want it back. */
async function forgetScam({ level, address }: Case, others: readonly string[]): Promise<void> {
  if (level !== 'quiet') await forgetClosed([address, ...others]);
}
