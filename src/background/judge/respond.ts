import { delay, within } from '../../async/within';
import type { Tabs } from '../../browser/api';
import type { Verdict } from '../../detection/verdict';
import type { Case } from '../../messages/ui-messages';
import { closeOnTop, pageOf, type Page } from '../close/always-on-top';
import { closeCase } from '../close/close-case';
import { closeTab } from '../close/close-tab';
import { caseOf, caseOfKin, familyOf } from '../family/case-of-kin';
import { homeOf } from '../display/home-window';
import { belongsToClosing } from '../family/closing-group';
import { keepEvidence } from '../journal/evidence';
import { NO_SCREENSHOT, screenshotLimit, takeScreenshot } from '../journal/screenshot';
import { currentSettings } from '../session/current-settings';
import { casesInTurn, openCase } from '../state/cases';
import { restAddress } from '../state/filled-page';
import { hostOf } from '../state/host';
import { caseAddress } from '../state/landing';
import { isOfOnePage } from '../state/one-page';
import { chainOf } from '../state/route';
import { TAB_SOON_MS, tabWithin } from '../state/shown-tab';
import { tabStates, type TabState } from '../state/tab-state';
import { whyLeftAlone } from '../state/trust';
import { answerInTurn, type Given } from './answer-in-turn';
import { carryOn, type Asked, type Noted } from './carry-on';
import { warn } from './warn';

/** A new scam is waited for long: late is not gone (a tab that has gone is answered at once), and nobody tells again. */
const NEW_TAB_LIMIT_MS = 10_000;

/**
 * Writing down waits for the warning to be drawn or the tab to be gone: it would keep both stores busy just when these
 * need them. A closing that hangs is not waited for.
 */
const ENDING_LIMIT_MS = 1_000;
const DRAWN_MS = 400;

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
  if (verdict.level !== 'quiet') await answerInTurn(tabId, { verdict, judged }, answer);
}

/** In three steps: the page that is meant, the case that it belongs to, and where it has none a new one. */
async function answer(told: number, given: Given): Promise<Noted | null> {
  const scam = await findPage(told, given);
  if (scam === null) return null;
  const noted = await carryOnOrOpen(scam);
  // Our warning would stand beneath it.
  if (scam.onTop !== null && noted !== null) await closeOnTop(scam.onTop);
  return noted;
}

/** A page with a verdict that holds for it. */
interface Scam extends Page, Asked {
  /** The person wants a picture in the journal. */
  screenshots: boolean;
}

/** First step. @returns null where another page stands there by now, or the person has said to let it be */
async function findPage(told: number, { verdict, judged }: Given): Promise<Scam | null> {
  const page = await pageOf(told);
  if (judged !== null && page.onTop === null && !isOfOnePage(judged, page.state)) return null;
  const { closeByItself, screenshots } = await currentSettings();
  // Before its case, too: a pause, or trust that is given in the settings, ends none.
  if ((await whyLeftAlone(restAddress(page.state.frames[0]), Date.now())) !== null) return null;
  return { ...page, verdict, closesAtOnce: verdict.level === 'act' && closeByItself, screenshots };
}

/** Second step: the case of its tab, or of a tab of its family, goes on. @returns the case, null where there is none */
async function carryOnOrOpen(scam: Scam): Promise<Noted | null> {
  const { tabId, state } = scam;
  const own = await caseOf(state);
  if (own !== null) return carryOn(tabId, own, scam);
  // Asked for together: each answer of the browser takes 2 to 13 ms.
  const seeing = tabWithin(tabId, NEW_TAB_LIMIT_MS);
  const family = await familyOf(tabId, state);
  const soon = await within(seeing, TAB_SOON_MS, null);
  const kin = await caseOfKin(family, state, soon?.incognito);
  if (kin !== null) return carryOn(tabId, kin, scam);
  const tab = await seeing;
  return tab?.windowId === undefined ? null : openNew({ ...scam, tab, windowId: tab.windowId, family });
}

/** A scam that has no case yet. */
interface NewScam extends Scam {
  /** What the browser tells of its tab. */
  tab: Tabs.Tab;
  windowId: number;
  /** The tabs around it. */
  family: readonly number[];
}

/** Third step: a case of its own, where nothing speaks against one. @returns the case, null where there is none */
async function openNew(scam: NewScam): Promise<Noted | null> {
  if (await isTrustedOrPaused(scam)) return null;
  // Its scam's case may be over by now, with this window still on its way out: it is no scam of its own.
  if (await belongsToClosing(scam.tabId, Date.now())) {
    await closeTab(scam.tabId);
    return null;
  }
  return warnOrClose(scam);
}

/**
 * Whether a tab is to be let be: what is judged may be older than the person's word for its page, or for the one that
 * stands there by now. Behind a sign-in prompt still stands the page that led to it: that one's trust is not the prompt's.
 */
async function isTrustedOrPaused({ tab, state }: NewScam): Promise<boolean> {
  const top = state.frames[0];
  const shown = top?.acts['auth-prompt'] === undefined ? [tab.url ?? ''] : [];
  const asked = [...shown, restAddress(top)].map((address) => whyLeftAlone(address, Date.now()));
  return (await Promise.all(asked)).some((rest) => rest !== null);
}

/** Opens a case and warns of it, or closes it. @returns the case. */
async function warnOrClose(scam: NewScam): Promise<Noted> {
  const { tabId, windowId, state, tab, closesAtOnce } = scam;
  const page = pageJudged(scam);
  const wanted = scam.screenshots && !tab.incognito && page.stands;
  const screenshot = wanted
    ? takeScreenshot(scam.onTop ?? tabId, screenshotLimit(closesAtOnce))
    : NO_SCREENSHOT;
  const home = closesAtOnce ? undefined : homeOf(tabId, windowId);
  const { opened, isNew } = await casesInTurn(() => openUnlessKnown(scam, page));
  if (!isNew) return carryOn(tabId, opened, scam);
  const seen = Promise.all([screenshot.image, chainOf(tabId, state)]);
  const ending: Promise<unknown> = closesAtOnce
    ? closeCase(opened.id, 'itself', screenshot)
    : warn(opened, { index: tab.index, home, screenshot });
  const kept = within(ending, ENDING_LIMIT_MS, undefined)
    .then(() => delay(closesAtOnce ? 0 : DRAWN_MS))
    .then(() => seen)
    .then(([image, chain]) => keepEvidence(opened, state, image, chain));
  await ending;
  return { caseId: opened.id, kept };
}

/** The page that a case is about. */
interface JudgedPage {
  address: string;
  title: string;
  /** The tab shows it: behind a sign-in prompt still stands the page that led there, whose picture and title do not belong here. */
  stands: boolean;
}

function pageJudged({ state, tab, verdict }: NewScam): JudgedPage {
  const top = state.frames[0];
  const address = top ? caseAddress(top, verdict.injectedIntoHonestSite) : (tab.url ?? '');
  const stands = hostOf(tab.url ?? '') === hostOf(address);
  return { address, title: top?.title || (stands ? (tab.title ?? '') : ''), stands };
}

/** Opens a case, unless the tab or one of its family has come to have one meanwhile: then it is that one. */
async function openUnlessKnown(
  { tabId, windowId, state, tab, verdict, family }: NewScam,
  { address, title }: JudgedPage,
): Promise<{ opened: Case; isNew: boolean }> {
  const elder =
    (await caseOf(await tabStates.read(String(tabId)))) ?? (await caseOfKin(family, state, tab.incognito));
  if (elder !== null) return { opened: elder, isNew: false };
  const about = { tabId, windowId, incognito: tab.incognito, address, title };
  const made = await openCase(about, verdict, Date.now());
  await tabStates.update(String(tabId), (known) => ({ ...known, caseId: made.id }));
  return { opened: made, isNew: true };
}
