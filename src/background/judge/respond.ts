import { pause, within } from '../../async/within';
import { browser, type Tabs } from '../../browser/api';
import type { Verdict } from '../../detection/verdict';
import { closeOnTop, pageOf, type Page } from '../close/always-on-top';
import { closeCase } from '../close/close-case';
import { closeTab } from '../close/close-tab';
import { caseOf, caseOfKin, familyOf } from '../family/case-of-kin';
import { belongsToClosing, homeOf } from '../family/scam-group';
import { keepEvidence, NO_CAPTURE, screenshotLimit, takeScreenshot } from '../journal/evidence';
import { currentSettings } from '../session/current-settings';
import { casesInTurn, openCase } from '../state/cases';
import { hostOf } from '../state/host';
import { caseAddress } from '../state/landing';
import { isOfOnePage } from '../state/one-page';
import { chainOf } from '../state/route';
import { tabStates, type TabState } from '../state/tab-state';
import { whyLeftAlone } from '../state/trust';
import { carryOn, tellMore, type Noted } from './carry-on';
import { warn } from './warn';

/** A new scam is waited for long: late is not gone (a tab that has gone is answered at once), and nobody tells again. */
const NEW_TAB_LIMIT_MS = 10_000;

/**
 * Writing down waits for the warning to be drawn or the tab to be gone: it would keep both stores busy just when these
 * need them. A closing that hangs is not waited for.
 */
const ENDING_LIMIT_MS = 1_000;
const DRAWN_MS = 400;
/** Who reported is answered by then, whether or not the entry is written. */
const KEPT_LIMIT_MS = 1_000;

/** A verdict, and what the tab had told when it was given; null: whatever it shows is meant. */
interface Given {
  verdict: Verdict;
  judged: TabState | null;
}

/** Tabs being answered right now, with the gravest verdict that came meanwhile: a burst of reports leads to one warning. */
const answering = new Map<number, Given | null>();

/** Whether two verdicts are about one page. */
const areOfOnePage = (one: Given, other: Given): boolean =>
  one.judged === null || other.judged === null || isOfOnePage(one.judged, other.judged);

/**
 * Turns a verdict about a tab into an act: the warning page in front, or the tab closed and the guide in front.
 * A warned tab that then traps the person is closed. Repeats change nothing, nor does a verdict on a page that has gone.
 * @param judged what the tab had told when the verdict was given; null where whatever it shows is meant
 */
export async function respond(
  tabId: number,
  verdict: Verdict,
  judged: TabState | null = null,
): Promise<void> {
  if (verdict.level === 'quiet') return;
  const given = { verdict, judged };
  if (answering.has(tabId)) {
    const other = answering.get(tabId) ?? null;
    const isGraver = other?.verdict.level !== 'act' || verdict.level === 'act' || !areOfOnePage(other, given);
    if (isGraver) answering.set(tabId, given);
    return;
  }
  answering.set(tabId, null);
  let noted: Noted | null = null;
  try {
    noted = await respondOnce(tabId, given);
  } finally {
    const meanwhile = answering.get(tabId);
    answering.delete(tabId);
    const isSame = meanwhile ? areOfOnePage(given, meanwhile) : false;
    if (meanwhile && (verdict.level !== 'act' || !isSame))
      await respond(tabId, meanwhile.verdict, meanwhile.judged);
    else if (meanwhile && noted !== null) await tellMore(noted.caseId, meanwhile.verdict);
  }
  // Last of all: a full, failing or merely slow database must hold neither the warning back nor an act that came since.
  if (noted !== null) await within(noted.kept, KEPT_LIMIT_MS, undefined);
}

/** @returns the case; null where there is none. */
async function respondOnce(told: number, { verdict, judged }: Given): Promise<Noted | null> {
  const page = await pageOf(told);
  if (judged !== null && page.onTop === null && !isOfOnePage(judged, page.state)) return null;
  const noted = await respondTo(page, verdict);
  // Our warning would stand beneath it.
  if (page.onTop !== null && noted !== null) await closeOnTop(page.onTop);
  return noted;
}

async function respondTo({ tabId, state, onTop }: Page, verdict: Verdict): Promise<Noted | null> {
  const { closeByItself, screenshots } = await currentSettings();
  const act = verdict.level === 'act' && closeByItself;
  // Before its case, too: a pause, or trust that is given in the settings, ends none.
  if ((await whyLeftAlone(state.frames[0]?.address ?? '', Date.now())) !== null) return null;
  const own = await caseOf(state);
  if (own !== null) return carryOn(tabId, own, verdict, act);
  // Asked for together: each answer of the browser takes 2 to 13 ms.
  const seeing = within(browser.tabs.get(tabId), NEW_TAB_LIMIT_MS, null);
  const family = await familyOf(tabId, state);
  const kin = await caseOfKin(family, state);
  if (kin !== null) return carryOn(tabId, kin, verdict, act);
  const tab = await seeing;
  if (tab?.windowId === undefined) return null;
  if (await isLeftAlone(tab, state)) return null;
  // Its scam's case may be over by now, with this window still on its way out: it is no scam of its own.
  if (await belongsToClosing(tabId, Date.now())) {
    await closeTab(tabId);
    return null;
  }
  const how = { act, screenshots, family, shown: onTop ?? tabId };
  return answerNew({ ...tab, id: tabId, windowId: tab.windowId }, state, verdict, how);
}

/**
 * Whether a tab is to be let be: what is judged may be older than the person's word for its page, or for the one that
 * stands there by now. Behind a sign-in prompt still stands the page that led to it: that one's trust is not the prompt's.
 */
async function isLeftAlone(tab: Tabs.Tab, { frames }: TabState): Promise<boolean> {
  const top = frames[0];
  const shown = top?.acts['auth-prompt'] === undefined ? [tab.url ?? ''] : [];
  const asked = [...shown, top?.address ?? ''].map((address) => whyLeftAlone(address, Date.now()));
  return (await Promise.all(asked)).some((rest) => rest !== null);
}

/** How a new scam is dealt with. */
interface How {
  act: boolean;
  screenshots: boolean;
  family: readonly number[];
  /** The tab to take a picture of. */
  shown: number;
}

/** Opens a case and warns of it, or closes it. @returns the case. */
async function answerNew(
  tab: Tabs.Tab & { id: number; windowId: number },
  state: TabState,
  verdict: Verdict,
  how: How,
): Promise<Noted> {
  const { id: tabId, windowId, incognito } = tab;
  const top = state.frames[0];
  const address = top ? caseAddress(top, verdict.injectedIntoHonestSite) : (tab.url ?? '');
  // Behind a sign-in prompt still stands the page that led to it: neither its picture nor its title belongs here.
  const stands = hostOf(tab.url ?? '') === hostOf(address);
  const wanted = how.screenshots && !incognito && stands;
  const capture = wanted ? takeScreenshot(how.shown, screenshotLimit(how.act)) : NO_CAPTURE;
  const home = how.act ? undefined : homeOf(tabId, windowId);
  const title = top?.title || (stands ? (tab.title ?? '') : '');
  const { kin, opened } = await casesInTurn(async () => {
    const elder = (await caseOf(await tabStates.read(String(tabId)))) ?? (await caseOfKin(how.family, state));
    if (elder !== null) return { kin: elder, opened: elder };
    const made = await openCase({ tabId, windowId, incognito, address, title }, verdict, Date.now());
    await tabStates.update(String(tabId), (known) => ({ ...known, caseId: made.id }));
    return { kin: null, opened: made };
  });
  if (kin !== null) return carryOn(tabId, kin, verdict, how.act);
  const seen = Promise.all([capture.picture, chainOf(tabId, state)]);
  const ending: Promise<unknown> = how.act
    ? closeCase(opened.id, 'itself', capture)
    : warn(opened, { index: tab.index, home, capture });
  const kept = within(ending, ENDING_LIMIT_MS, undefined)
    .then(() => pause(how.act ? 0 : DRAWN_MS))
    .then(() => seen)
    .then(([screenshot, chain]) => keepEvidence(opened, state, screenshot, chain));
  await ending;
  return { caseId: opened.id, kept };
}
