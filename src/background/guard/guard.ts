import { within } from '../../async/within';
import { browser } from '../../browser/api';
import { ownPage } from '../../browser/own-page';
import { IS_FIREFOX } from '../../browser/target';
import { openInFront } from '../display/own-pages';
import { activeTab, tabOf } from '../state/shown-tab';
import {
  remoteToolAt,
  remoteToolInFrame,
  remoteToolOfDownload,
  type RemoteToolMatch,
} from '../state/remote-tools';
import { giveUp, goOn, holdUp } from './stop-download';
import { whyAsk } from './why-ask';

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
  const inItsPlace = async (url: string) =>
    (await isPrivate(tabId)) ? null : browser.tabs.update(tabId, { url });
  return tool !== null && ask(tabId, address, tool, inItsPlace);
}

/** Our pages cannot be shown there, and nothing may leave a private window. Rejects where the tab is gone. */
const isPrivate = async (tabId: number): Promise<boolean> => (await browser.tabs.get(tabId)).incognito;

async function guardFrame(tabId: number, address: string): Promise<boolean> {
  const page = await tabOf(tabId);
  const tool = page && remoteToolInFrame(address, page.url ?? '');
  if (!page || page.incognito || !tool || askedLately().some((one) => one.tabId === tabId)) return false;
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

/** A browser that does not tell which tab is in front in this time (ms) has the question open wherever it can. */
const FRONT_LIMIT_MS = 500;

/**
 * The same for a download that no navigation announced: it is stopped first, given up once it is asked about, and "No, go
 * on" starts it anew. The question comes beside the page in front, which need not be the one that began it; not again where
 * a frame led to it just before. Returns true where the question was put, or stands already. Never rejects.
 */
export async function guardDownload(download: GuardedDownload, firefox = IS_FIREFOX): Promise<boolean> {
  if (download.incognito || isOld(download)) return false;
  const tool = remoteToolOfDownload(download);
  if (!tool || !/^https?:/.test(download.url)) return false; // a blob could not be started anew
  const { id, url: address } = download;
  let isHeldUp = !firefox;
  // Before all else: on a fast line a small file is whole by the time that the settings are read.
  if (isHeldUp) await holdUp(id);
  const front = await within(activeTab(), FRONT_LIMIT_MS, null);
  const beside = async (question: string) => {
    // Firefox may not be able to go on with what it held up (stop-download.ts): only with what is asked about.
    if (!isHeldUp) await holdUp(id);
    isHeldUp = true;
    return (
      askedLately().some((one) => one.tool === tool.id) || openInFront(question, front?.windowId ?? null)
    );
  };
  const asked = await ask(front?.incognito ? null : (front?.id ?? null), address, tool, beside);
  if (asked) await giveUp(id);
  else if (isHeldUp) await goOn(id);
  return asked;
}

/**
 * @param tabId whose careful visit counts; null where none does
 * @param put brings the question, by its address, to where the person sees it; null where it could not
 */
async function ask(
  tabId: number | null,
  address: string,
  tool: RemoteToolMatch,
  put: (question: string) => Promise<unknown>,
): Promise<boolean> {
  try {
    const why = await whyAsk(tabId, address, tool);
    if (why === null) return false;
    const query = new URLSearchParams({ address, program: tool.name, why });
    return (await put(ownPage('guard', query.toString()))) !== null;
  } catch {
    return false; // the tab is gone: nothing to guard
  }
}
