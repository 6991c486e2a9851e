import { browser } from '../browser/api';
import type { Verdict } from '../detection/verdict';
import type { Case } from '../messages/ui-messages';
import { currentSettings } from './current-settings';
import { cases, changeCase, hostOf, openCase } from './cases';
import { closeCase } from './close-case';
import {
  keepEvidence,
  picturesFromBehind,
  SCREENSHOT_LIMIT_MS,
  takeScreenshot,
  TRAP_SCREENSHOT_LIMIT_MS,
} from './evidence';
import { oneAtATime } from './one-at-a-time';
import { bringToFront, openInFront, ownPage } from './own-pages';
import { calmTab } from './orders';
import { chainOf } from './route';
import { showState } from './toolbar';
import { homeWindow, scamGroup } from './scam-group';
import { tabStates, type TabState } from './tab-state';
import { within } from './within';

/** A browser that cannot tell about a tab in this time leaves us nothing to close. */
const TAB_LIMIT_MS = 1_000;

/** Finding the family takes a few ms. */
const FAMILY_LIMIT_MS = 500;

/** Two windows of one scam are often judged at once: the second has to see the case of the first. */
const inTurn = oneAtATime();

/** Tabs being answered right now, with a verdict that came meanwhile: a burst of reports leads to one warning. */
const answering = new Map<number, Verdict | null>();

/**
 * Turns a verdict about a tab into an act: the warning page in front, or the tab closed and the guide in front.
 * A warned tab that then traps the person is closed. Repeats change nothing.
 */
export async function respond(tabId: number, verdict: Verdict): Promise<void> {
  if (verdict.level === 'quiet') return;
  if (answering.has(tabId)) {
    if (verdict.level === 'act') answering.set(tabId, verdict);
    return;
  }
  answering.set(tabId, null);
  try {
    await respondOnce(tabId, verdict);
  } finally {
    const meanwhile = answering.get(tabId);
    answering.delete(tabId);
    if (meanwhile && verdict.level !== 'act') await respond(tabId, meanwhile);
  }
}

async function respondOnce(tabId: number, verdict: Verdict): Promise<void> {
  const { closeByItself, screenshots } = await currentSettings();
  const act = verdict.level === 'act' && closeByItself;
  const state = await tabStates.read(String(tabId));
  const own = state.caseId === null ? null : await cases.read(state.caseId);
  const known = own !== null && !(await isOver(own, state)) ? own : await caseOfKin(tabId, state);
  if (known === null) await answer(tabId, state, verdict, { act, screenshots });
  else await carryOn(tabId, known, verdict, act);
}

/** What a verdict changes in a case that is open already. */
async function carryOn(tabId: number, known: Case, verdict: Verdict, act: boolean): Promise<void> {
  const { caseId } = await tabStates.read(String(tabId));
  if (caseId !== known.id) await joinCase(tabId, known);
  if (!act || known.state !== 'warned') return;
  await changeCase(known.id, { level: 'act', reasons: known.incognito ? known.reasons : verdict.reasons });
  await closeCase(known.id, 'itself');
}

/** The open case of the page that opened this tab, or of any of its family: one scam is one case with one warning. */
async function caseOfKin(tabId: number, state: TabState): Promise<Case | null> {
  const family = await within(scamGroup(tabId), FAMILY_LIMIT_MS, []);
  const kin = new Set([...(state.openedBy === null ? [] : [state.openedBy]), ...family]);
  kin.delete(tabId);
  for (const id of kin) {
    const { caseId } = await tabStates.read(String(id));
    const known = caseId === null ? null : await cases.read(caseId);
    if (known?.state !== 'warned' && known?.state !== 'closing') continue;
    if (!(await isOver(known, state))) return known;
  }
  return null;
}

async function joinCase(tabId: number, known: Case): Promise<void> {
  const { opened } = await tabStates.update(String(tabId), (state) => ({ ...state, caseId: known.id }));
  const tab = await within(browser.tabs.get(tabId), TAB_LIMIT_MS, null);
  const windowId = tab?.windowId ?? known.windowId;
  // The case is about the page that opened the others: it is not over when a person closes one of those by hand.
  if (known.state === 'warned' && opened.some((one) => one.tabId === known.tabId))
    await changeCase(known.id, { tabId, windowId });
  // A window that came after the warning stands before it.
  if (known.pageTabId !== null) void bringToFront(known.pageTabId);
  void calmTab(tabId, windowId);
}

/**
 * Whether a tab's earlier case has nothing to do with what it shows now: it ended, or the person closed the warning
 * and went on to another site. A warning that still stands serves for every address the scam moves to.
 */
async function isOver(known: Case, state: TabState): Promise<boolean> {
  if (known.state === 'closing' || known.state === 'stuck') return false;
  if (known.state !== 'warned') return true;
  if (known.incognito || hostOf(state.frames[0]?.address ?? '') === known.host) return false;
  const page = known.pageTabId;
  return page === null ? false : (await within(browser.tabs.get(page), TAB_LIMIT_MS, null)) === null;
}

async function answer(
  tabId: number,
  state: TabState,
  verdict: Verdict,
  how: { act: boolean; screenshots: boolean },
): Promise<void> {
  const tab = await within(browser.tabs.get(tabId), TAB_LIMIT_MS, null);
  if (tab?.windowId === undefined) return;
  const held = how.act || Object.values(state.frames).some((frame) => frame.dialogs.length > 0);
  const limit = held ? TRAP_SCREENSHOT_LIMIT_MS : SCREENSHOT_LIMIT_MS;
  const address = state.frames[0]?.address ?? tab.url ?? '';
  // Behind a sign-in prompt still stands the page that led to it: neither its picture nor its title belongs here.
  const stands = hostOf(tab.url ?? '') === hostOf(address);
  const wanted = how.screenshots && !tab.incognito && stands;
  const shooting = wanted ? takeScreenshot(tabId, tab.windowId, limit) : Promise.resolve(null);
  // What the warning would hide has to be pictured first, too; it loads meanwhile.
  const behindUntil = wanted && !picturesFromBehind() ? shooting : undefined;
  const { windowId, incognito } = tab;
  const home = how.act ? undefined : homeWindow(tabId, windowId);
  const title = state.frames[0]?.title || (stands ? (tab.title ?? '') : '');
  const { kin, opened } = await inTurn(async () => {
    const elder = await caseOfKin(tabId, state);
    if (elder !== null) return { kin: elder, opened: elder };
    const made = await openCase({ tabId, windowId, incognito, address, title }, verdict, Date.now());
    await tabStates.update(String(tabId), (known) => ({ ...known, caseId: made.id }));
    return { kin: null, opened: made };
  });
  if (kin !== null) return carryOn(tabId, kin, verdict, how.act);
  // What is closed has to be pictured first.
  if (how.act) await shooting;
  // Not awaited: a full or failing database must not hold the warning back.
  const kept = Promise.all([shooting, chainOf(tabId, state)]).then(([screenshot, chain]) =>
    keepEvidence(opened, state, screenshot, chain),
  );
  if (how.act) await closeCase(opened.id, 'itself');
  else await warn(opened, { index: tab.index, home, behindUntil });
  await within(kept, TAB_LIMIT_MS, undefined);
}

/** What is known already of where the warning belongs. */
interface Known {
  /** Place of the page's tab in its window. */
  index?: number;
  /** The window that the warning belongs in, if that is being found out. */
  home?: Promise<number | null>;
  /** The picture of the page is being taken: the warning loads behind it until then. */
  behindUntil?: Promise<unknown> | undefined;
}

/** Silences the page and brings the warning to the front. */
export async function warn(opened: Case, { index, home, behindUntil }: Known = {}): Promise<void> {
  // Leaving full screen would spoil the picture.
  const calming = Promise.resolve(behindUntil).then(() => calmTab(opened.tabId, opened.windowId));
  const windowId = await (home ?? homeWindow(opened.tabId, opened.windowId));
  const beside = index === undefined || windowId !== opened.windowId ? {} : { index: index + 1 };
  const url = ownPage('warning', `case=${opened.id}`);
  const pageTabId = await openInFront(url, windowId, { ...beside, behindUntil });
  const noticedMs = Date.now() - opened.noticedAt;
  await changeCase(opened.id, { pageTabId, timing: { noticedMs, closedMs: null } });
  // Not awaited: a page held by its own dialog answers late, and its next act must be dealt with at once.
  void calming.then(() => showState(opened.tabId, 'warning'));
}
