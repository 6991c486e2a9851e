import { within } from '../../async/within';
import { browser, type Tabs } from '../../browser/api';
import type { Case, Outcome, UiAnswer } from '../../messages/ui-messages';
import { refuteLatest } from '../../storage/incidents';
import type { TrustedSite } from '../../storage/settings';
import { onSettingsChanged } from '../../storage/settings-store';
import { openInFront } from '../display/own-pages';
import { showState } from '../display/toolbar';
import { leaveCase, soundAgain } from '../family/case-of-kin';
import { heldAddressFor, letThrough, letUnjudgedThrough } from '../hold-back/held-addresses';
import { noteEnd } from '../journal/evidence';
import { rememberReport, sayMistake } from '../journal/mistake-reports';
import { orderTab } from '../judge/orders';
import { cases, changeCase, isStandingCase, judgedSite } from '../state/cases';
import { hostOf } from '../state/host';
import { isHost, isKnown } from '../state/known-host';
import { isSamePlace } from '../state/platforms';
import { takeBackScam } from '../state/scam-times';
import { tabOf } from '../state/shown-tab';
import { tabStates, type TabState } from '../state/tab-state';
import { isSameSite, isTrustLocked, whyLeftAlone, startPause, trustSite } from '../state/trust';

/** What follows when a person says that Sangfroid was wrong: trust, a report to look at, and no guard for it. */

/** Where an administrator alone says which sites are trusted, that also holds for a person who is frightened. */
const LOCKED: Outcome = { ok: false, error: 'errors.locked' };

/** Measured: 1 to 5 ms each. A store that does not answer by then keeps nobody from what they pressed. */
const TRUST_LIMIT_MS = 1_000;
const LOCKED_LIMIT_MS = 500;
const HELD_LIMIT_MS = 1_000;

/** "This is a mistake, go back": the site is trusted and its page comes to the front as it was. */
export async function goBack(known: Case): Promise<Outcome> {
  const { tabId, incognito } = known;
  const address = known.address || (await privateAddress(known));
  await rememberReport({ tabId, caseId: known.id, address, incognito, said: true });
  if (!(await trust(await restedAs(tabId, address), incognito, 'mistake'))) return LOCKED;
  const mistaken = await changeCase(known.id, { state: 'mistaken' }); // before all that follows: it may be about to be closed
  const coming = bringInFront(tabId); // not awaited: the rest may wait for a store that does not answer
  const shown = hostOf((await shownIn(tabId)).address);
  if (shown === hostOf(address)) await letBe(tabId, address);
  else await letThroughSoon(address); // the person has gone on: what stands there by now was not called a mistake
  await letOthersBe(known.id);
  await soundAgain(tabId);
  if (mistaken !== null) void noteEnd(mistaken); // not awaited: a failing database must not hold the person up
  return { ok: (await coming) !== null };
}

/** @returns the tab, null where it is gone */
async function bringInFront(tabId: number): Promise<Tabs.Tab | null> {
  const tab = await browser.tabs.update(tabId, { active: true }).catch(() => null);
  if (tab?.windowId !== undefined)
    await browser.windows.update(tab.windowId, { focused: true }).catch(() => undefined);
  return tab;
}

/** Lets an address through again; a store that does not answer does so later, or never. Never rejects. */
const letThroughSoon = (address: string): Promise<void> =>
  within(letThrough(address), HELD_LIMIT_MS, undefined);

/**
 * Of a private window no address is kept: where its tab has gone to another site, the judged one is meant all the same,
 * which only the worker that opened the case can name.
 */
async function privateAddress(known: Case): Promise<string> {
  const { address } = await shownIn(known.tabId);
  const judged = judgedSite(known);
  if (!isKnown(judged) || isHost(judged, hostOf(address))) return address;
  return judged.host === '' ? '' : `https://${judged.host}/`;
}

/** Reopens what was closed, once, and trusts its site from now on; one that nobody called a scam is only opened. */
export async function reopen(known: Case): Promise<Outcome> {
  if (known.reopened || hostOf(known.address) === '') return { ok: false, error: 'errors.cannotReopen' };
  const unjudged = known.level === 'quiet';
  if (unjudged) await letUnjudgedThrough(known.address);
  else if (!(await trust(known.address, known.incognito, 'mistake'))) return LOCKED;
  else await letThroughSoon(known.address);
  await changeCase(known.id, { reopened: true }); // at once: pressed twice, it opens once
  if ((await openInFront(known.address, known.windowId)) === null) {
    await changeCase(known.id, { reopened: false });
    return { ok: false, error: 'errors.action' };
  }
  if (!unjudged) await refute(known.id);
  return { ok: true };
}

/**
 * "This is safe here", said over a tab: a report of it only where there was an alarm.
 * @param host the site that the person has read: where another one stands there by now, nothing is trusted
 */
export async function trustTab(tabId: number, host: string): Promise<UiAnswer<'tab-trust'>> {
  const { address, incognito } = await shownIn(tabId);
  if (hostOf(address) !== host) return { ok: false, moved: true, report: null };
  const { caseId, level } = await tabStates.read(String(tabId));
  const known = caseId === null ? null : await cases.read(caseId);
  const open = known !== null && isStandingCase(known) ? known : null;
  const alarmed = level !== 'quiet' || open !== null;
  const alarm = { tabId, caseId, address, incognito, said: true };
  const report = alarmed ? await rememberReport(alarm) : null;
  if (!(await trust(await restedAs(tabId, address), incognito, 'popup'))) return { ...LOCKED, report };
  if (caseId !== null) await leaveCase(tabId, caseId);
  await letBe(tabId, address);
  // A case that still stands may be about another site that the person has left.
  if (open !== null && isAbout(open, hostOf(address))) {
    await refute(open.id);
    await letOthersBe(open.id);
  }
  return { ok: true, report };
}

/**
 * "Open it again" where a closed page was kept from coming back, perhaps days ago.
 * @param agreed to trust its site; else only what nobody called a scam is let through, whatever stands there by now
 */
export async function openHeld(address: string, agreed: boolean): Promise<UiAnswer<'held-back-open'>> {
  if (agreed) return trustAddress(address);
  const held = await letUnjudgedThrough(address);
  if (held === null) return { ok: true };
  const { caseId, ruleId } = held;
  return { ok: false, heldFor: { caseId, ruleId } };
}

async function trustAddress(address: string): Promise<Outcome> {
  const held = await heldAddressFor(address);
  if (!(await trust(address, false, 'mistake'))) return LOCKED;
  await letThroughSoon(address);
  const known = held === null ? null : await cases.read(held.caseId);
  if (known !== null) await refute(known.id);
  else {
    const isThere = (other: string): boolean => isSamePlace(other, address);
    void refuteLatest(hostOf(address), isThere).then((entry) => takeBackScam(null, entry));
  }
  return { ok: true };
}

/**
 * A site may come to be trusted with its warning in front: in the settings, by a file, by sync or by an administrator.
 * Then that warning was a mistake as well. Call it once at the top level of the worker.
 */
export function watchTrustGiven(): void {
  onSettingsChanged(({ trustedSites }) => void refuteTrusted(trustedSites.map(({ host }) => host)));
}

async function refuteTrusted(hosts: readonly string[]): Promise<void> {
  for (const id of await cases.ids()) {
    const known = await cases.read(id);
    if (known === null || !isStandingCase(known)) continue;
    if (!hosts.some((host) => isHost(judgedSite(known), host))) continue;
    const { address } = await shownIn(known.tabId);
    await leaveCase(known.tabId, id);
    if (hosts.includes(hostOf(address))) await letBe(known.tabId, address);
    await refute(id);
    await letOthersBe(id);
  }
}

/** Of a private window the site may not be known at all: then it was this. */
function isAbout(known: Case, host: string): boolean {
  const judged = judgedSite(known);
  return isHost(judged, host) || (known.incognito && !isKnown(judged));
}

/** What a tab shows, and whether its window is private; no address where it is gone. Never rejects. */
export async function shownIn(tabId: number): Promise<{ address: string; incognito: boolean }> {
  const tab = await tabOf(tabId);
  return { address: tab?.url ?? '', incognito: tab?.incognito ?? false };
}

/** The case was none; the journal and the guard learn of it. */
async function refute(caseId: string): Promise<void> {
  await sayMistake(caseId);
  const mistaken = await changeCase(caseId, { state: 'mistaken' });
  if (mistaken !== null) void noteEnd(mistaken); // not awaited: a failing database must not hold the person up
}

/**
 * Leaves a site alone: for good where that can be kept, else (a private window, a full disk, one that does not answer, a
 * file) until the browser ends, so that what was just opened is not closed again. @returns false where trust is locked
 */
async function trust(address: string, incognito: boolean, why: TrustedSite['why']): Promise<boolean> {
  if (!incognito && (await within(trustSite(address, why), TRUST_LIMIT_MS, false))) return true;
  if (await within(isTrustLocked(), LOCKED_LIMIT_MS, false)) return false;
  await startPause('site', { address, now: Date.now(), incognito });
  return true;
}

/** What is to be left alone with a page: where a site filled it, and it has no address, all that this site fills so. */
async function restedAs(tabId: number, address: string): Promise<string> {
  const top = (await tabStates.read(String(tabId))).frames[0];
  return top?.filledAs !== undefined && isMeant(address, top.address) ? top.filledAs : address;
}

/** The other tabs of a case that was none are heard again, and no page in them is disarmed any more. */
async function letOthersBe(caseId: string): Promise<void> {
  for (const id of await tabStates.ids()) {
    if ((await tabStates.read(id)).caseId === caseId) await leaveCase(Number(id), caseId);
  }
}

/** Of what the page told nothing is kept: it would be judged again by the next worker. */
async function letBe(tabId: number, address: string): Promise<void> {
  await letThroughSoon(address);
  // The stores may have taken seconds: what came into the tab meanwhile was not called honest.
  if (!isMeant((await shownIn(tabId)).address, address)) return;
  await tabStates.update(String(tabId), (state) =>
    isMeant(state.frames[0]?.address ?? address, address) ? withoutClaims(state) : state,
  );
  await orderTab(tabId, { type: 'stand-down' });
  await showState(tabId, (await whyLeftAlone(address, Date.now()))?.why ?? 'trusted'); // a pause where trust was not kept
}

/** Whether what a tab shows or told is what was meant. Firefox tells no address of what a site fills: '' may be any such. */
const isMeant = (one: string, other: string): boolean =>
  one === '' || other === '' ? hostOf(one) === hostOf(other) : isSameSite(one, other);

/** Without what its page told, and what was made of that. */
const withoutClaims = (state: TabState): TabState => ({
  ...state,
  frames: {},
  caseId: null,
  level: 'quiet',
  score: 0,
  lastBeat: null,
  silentFor: 0,
  calledScam: null,
});
