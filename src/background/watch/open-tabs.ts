import { within } from '../../async/within';
import { browser } from '../../browser/api';
import { FRAME_KEY } from '../../messages/content-messages';
import { SessionValue } from '../session/session-value';

/**
 * Pages that were open before we were: Chromium brings content scripts only into what loads after an installation or an
 * update, and no browser into what stands there as the sites are given back (docs/browser-facts.md). Such pages get
 * the gate here: their words and events are read as anywhere. The hook is not brought: the page may have replaced by now
 * what it would be built from.
 */

/** Whether that was done since the extension was started; the browser empties the session's store as it starts one. */
const done = new SessionValue<boolean>('open-tabs:done', () => false);

/** A page that is busy, or not loaded at all, is passed over: no tab waits for another. */
const TAB_LIMIT_MS = 2_000;

/** Once after an installation, an update or a start. Never rejects. */
export async function watchOpenTabsOnce(): Promise<void> {
  if (await done.read()) return;
  await done.update(() => true);
  await watchOpenTabs();
}

/** Brings the gate into every frame of every loaded tab that has none. Never rejects. */
export async function watchOpenTabs(): Promise<void> {
  const tabs = await browser.tabs.query({ discarded: false }).catch(() => []);
  const seen = tabs.filter(({ url }) => /^(?:https?|file):/.test(url ?? ''));
  await Promise.all(seen.map(({ id }) => within(watchTab(id ?? -1), TAB_LIMIT_MS, undefined)));
}

async function watchTab(tabId: number): Promise<void> {
  const frames = await browser.scripting.executeScript({
    target: { tabId, allFrames: true },
    injectImmediately: true,
    func: isWatched,
    args: [FRAME_KEY],
  });
  const target = { tabId, ...unwatched(frames as Probed[]) }; // the polyfill's type knows no documentId
  if (target.documentIds?.length === 0) return;
  const injection = { target, files: gateFiles(), injectImmediately: true };
  await browser.scripting.executeScript(injection as Injection);
}

type Injection = Parameters<typeof browser.scripting.executeScript>[0];

/** What a frame answered; `documentId` where the browser knows such. */
interface Probed {
  frameId: number;
  documentId?: string;
  result?: unknown;
}

/** By document where that is known: a page that has come into the frame meanwhile has its scripts. */
function unwatched(frames: readonly Probed[]): { documentIds?: string[]; frameIds?: number[] } {
  const bare = frames.filter(({ result }) => result === false);
  const documentIds = bare.flatMap(({ documentId }) => documentId ?? []);
  return documentIds.length === bare.length
    ? { documentIds }
    : { frameIds: bare.map(({ frameId }) => frameId) };
}

/** The manifest names the files that the build made. */
function gateFiles(): string[] {
  const scripts: { js?: string[]; world?: string }[] = browser.runtime.getManifest().content_scripts ?? [];
  return scripts.flatMap(({ js = [], world }) => (world === 'MAIN' ? [] : js));
}

/** Runs in the page's frames: it must stand alone. */
function isWatched(key: string): boolean {
  return Symbol.for(key) in globalThis;
}
