import { browser } from '../../browser/api';
import { ownPage } from '../../browser/own-page';
import { lastIncidentAt } from '../../storage/incident-times';
import { loadPolicy } from '../../storage/settings-policy';
import { loadSettings } from '../../storage/settings-store';
import { openInFront } from '../display/own-pages';
import { SessionValue } from '../session/session-value';
import { lastScamAt } from '../state/scam-times';
import { activeTab, tabOf } from '../state/shown-tab';
import { isCarefulVisit } from './careful-visit';
import {
  guardStands,
  isGuardTime,
  remoteToolAt,
  remoteToolInFrame,
  remoteToolOfDownload,
  type RemoteToolMatch,
} from './guard-match';

/** After "No, go on" the same program is left alone for so long: a site, its download and its start belong together. */
const ALLOWED_MS = 30 * 60_000;

/** A frame may try again and again: in one page it leads to one question in so long (ms). */
const FRAME_MS = 60_000;

/** A question that a frame led to. */
interface FrameQuestion {
  tabId: number;
  /** Id of the program. */
  tool: string;
  /** By performance.now(). */
  at: number;
}

/** In memory alone: a worker that was stopped meanwhile asks once more. */
let frameQuestions: FrameQuestion[] = [];

/** Programs and addresses that were allowed, and until when (ms since 1970). */
const allowedUntil = new SessionValue<Record<string, number>>('guard-allowed', () => ({}));

/** What the guard reads of webNavigation.onBeforeNavigate and onCommitted. */
export interface GuardedNavigation {
  tabId: number;
  frameId: number;
  url: string;
  /** Chromium's: 'prerender' for a page that it makes ready unseen. */
  documentLifecycle?: string;
}

/**
 * After an incident, puts a calm question before a remote-control site or the download of such a program; for a frame,
 * which may be an advertisement's, beside the page. Returns true where the question was put. Never rejects.
 */
export async function guardNavigation(navigation: GuardedNavigation): Promise<boolean> {
  // Nobody asked for it yet; Chromium tells of it once more, as `active` and in frame 0, when the person goes there.
  if (navigation.documentLifecycle === 'prerender') return false;
  const { tabId, frameId, url: address } = navigation;
  if (frameId !== 0) return guardFrame(tabId, address);
  const tool = remoteToolAt(address);
  return tool !== null && ask(tabId, address, tool, (url) => browser.tabs.update(tabId, { url }));
}

async function guardFrame(tabId: number, address: string): Promise<boolean> {
  const page = await tabOf(tabId);
  const tool = page && remoteToolInFrame(address, page.url ?? '');
  if (!page || !tool || askedLately().some((one) => one.tabId === tabId)) return false;
  const question = { tabId, tool: tool.id, at: performance.now() };
  frameQuestions.push(question);
  const beside = (url: string) => openInFront(url, page.windowId ?? null, { index: page.index + 1 });
  const asked = await ask(tabId, address, tool, beside);
  if (!asked) frameQuestions = frameQuestions.filter((one) => one !== question);
  return asked;
}

function askedLately(): FrameQuestion[] {
  frameQuestions = frameQuestions.filter(({ at }) => performance.now() - at < FRAME_MS);
  return frameQuestions;
}

/** What the guard reads of downloads.onCreated (only where the person gave the permission). */
export interface GuardedDownload {
  id: number;
  url: string;
  /** Where that led to; Chrome tells it, and no file name yet. */
  finalUrl?: string;
  filename: string;
  /** ISO 8601. */
  startTime?: string;
  incognito?: boolean;
}

/** Chrome is said to tell of all past downloads at its start (public threads, not measured here): none of now is so old (ms). */
const DOWNLOAD_BEGINS_MS = 60_000;

const isOld = ({ startTime }: GuardedDownload): boolean =>
  startTime !== undefined && Date.now() - Date.parse(startTime) > DOWNLOAD_BEGINS_MS;

/**
 * The same for a download that no navigation announced: it is cancelled, "No, go on" starts it anew. The question comes
 * beside the page in front, which need not be the one that began it; not again where a frame led to it just before.
 * Returns true where the question was put, or stands already. Never rejects.
 */
export async function guardDownload(download: GuardedDownload): Promise<boolean> {
  if (download.incognito || isOld(download)) return false;
  const tool = remoteToolOfDownload(download);
  if (!tool || !/^https?:/.test(download.url)) return false; // a blob could not be started anew
  const active = await activeTab();
  const isAsked = askedLately().some((one) => one.tool === tool.id);
  const beside = async (url: string) => isAsked || openInFront(url, active?.windowId ?? null);
  if (active?.id === undefined || !(await ask(active.id, download.url, tool, beside))) return false;
  await browser.downloads.cancel(download.id).catch(() => undefined); // it may be complete already
  return true;
}

/** How often an allowance was taken back: a store that is late may tell of one that was, meanwhile. */
let takenBack = 0;

/**
 * "No, go on": leaves the program of this address (or this one address) alone for half an hour.
 * @returns false where it was taken back meanwhile
 */
export async function allowOnce(address: string): Promise<boolean> {
  const before = takenBack;
  const name = remoteToolAt(address)?.id ?? address;
  await allowedUntil.update((allowed) => ({ ...allowed, [name]: Date.now() + ALLOWED_MS }));
  return takenBack === before;
}

/** "Yes, someone is asking me", perhaps after "No, go on": its program, or it alone, is asked about again. */
export async function takeAllowedBack(address: string): Promise<void> {
  takenBack++;
  const names = [remoteToolAt(address)?.id, address];
  await allowedUntil.update((allowed) =>
    Object.fromEntries(Object.entries(allowed).filter(([name]) => !names.includes(name))),
  );
}

/** @param put brings the question, by its address, to where the person sees it */
async function ask(
  tabId: number,
  address: string,
  tool: RemoteToolMatch,
  put: (question: string) => Promise<unknown>,
): Promise<boolean> {
  try {
    const why = await whyAsk(tabId, address, tool);
    if (why === null) return false;
    const tab = await browser.tabs.get(tabId);
    if (tab.incognito) return false; // our pages cannot be shown there, and nothing may leave a private window
    const query = new URLSearchParams({ address, program: tool.name, why });
    await put(ownPage('guard', query.toString()));
    return true;
  } catch {
    return false; // the tab is gone: nothing to guard
  }
}

/** More than half an hour is left of none: the clock was put back since. */
const isAllowed = (until: number, now: number): boolean => until > now && until - now <= ALLOWED_MS;

/** Why the question is asked, as its page says it: a scam met not long ago, or that it always is. */
type WhyAsked = 'met' | 'always';

/** @returns null where the question is not put */
async function whyAsk(tabId: number, address: string, tool: RemoteToolMatch): Promise<WhyAsked | null> {
  const now = Date.now();
  const { guardHours, trustedSites } = await loadSettings();
  const stands = guardStands(guardHours);
  const always = stands === 'always' || (await isCarefulVisit(tabId));
  if ((stands === 'never' && !always) || !(await loadPolicy()).remoteGuard) return null;
  const host = new URL(address).hostname;
  if (trustedSites.some((site) => site.host === host)) return null;
  const allowed = await allowedUntil.read();
  if ([tool.id, address].some((name) => isAllowed(allowed[name] ?? 0, now))) return null;
  if (stands === 'after-scam' && isGuardTime(guardHours, await lastMetAt(), now)) return 'met';
  // Who closed a page that nobody called a scam may have been right to, but was not told of a scam.
  const closed =
    stands === 'after-scam' && isGuardTime(guardHours, await lastMetAt({ orUnjudged: true }), now);
  return always || closed ? 'always' : null;
}

/** When a scam was last met (ms since 1970): the journal may know of none, or have been emptied. */
async function lastMetAt(which: { orUnjudged?: boolean } = {}): Promise<number | null> {
  const times = await Promise.all([lastIncidentAt(Date.now(), which), lastScamAt(which)]);
  const known = times.filter((at) => at !== null);
  return known.length === 0 ? null : Math.max(...known);
}
