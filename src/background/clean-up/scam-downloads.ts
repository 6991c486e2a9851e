import { browser } from '../../browser/api';
import type { Case, ScamDownload, UiAnswer } from '../../messages/ui-messages';
import { hostOf } from '../state/host';
import { remoteToolOfDownload } from '../state/remote-tools';
import { sitesLeft } from './sites-left';

type Item = Awaited<ReturnType<typeof browser.downloads.search>>[number];

/** A page may have stood there a while before it was noticed. */
const BEFORE_MS = 10 * 60_000;
/** A download that was asked for as the page went. */
const AFTER_MS = 5_000;

/**
 * Files that this page, or another site of the scam, had the browser save, from shortly before it was noticed until it was
 * closed, and remote-control programs of which the browser tells no page that started them, saved while it stood.
 */
export async function downloadsOf(closed: Case): Promise<ScamDownload[]> {
  return (await itemsOf(closed)).map((item) => ({ id: item.id, name: nameOf(item) }));
}

/**
 * Deletes files of that list and their entries. What the scam did not start stays, whatever is asked for.
 * @returns names of files that could not be deleted.
 */
export async function deleteDownloads(
  closed: Case,
  ids: readonly number[],
): Promise<UiAnswer<'case-delete-downloads'>> {
  const own = (await itemsOf(closed)).filter(({ id }) => ids.includes(id));
  const failed: string[] = [];
  for (const item of own) await deleteFile(item).catch(() => failed.push(nameOf(item)));
  return { ok: failed.length === 0, failed };
}

async function itemsOf(closed: Case): Promise<Item[]> {
  const hosts = (await sitesLeft(closed)).map(hostOf);
  if (hosts.length === 0) return []; // the files of any other site are the person's
  const found = await browser.downloads.search({
    startedAfter: new Date(closed.noticedAt - BEFORE_MS).toISOString(),
    startedBefore: new Date((closed.closedAt ?? Date.now()) + AFTER_MS).toISOString(),
  });
  const isScams = (item: Item): boolean => hosts.includes(starterOf(item)) || isToolMeanwhile(item, closed);
  return found.filter((item) => !item.incognito && isScams(item));
}

/** A link may keep back the page that it stands on. */
function isToolMeanwhile(item: Item, { noticedAt, closedAt }: Case): boolean {
  const at = Date.parse(item.startTime);
  const isMeanwhile = at >= noticedAt && at <= (closedAt ?? Date.now());
  return !item.referrer && isMeanwhile && remoteToolOfDownload(item) !== null;
}

/** Host of the page that started a download. Firefox names no page for a blob, whose own address does. */
function starterOf({ referrer, url }: Item): string {
  if (referrer) return hostOf(referrer);
  return hostOf(url.replace(/^blob:/, ''));
}

async function deleteFile({ id }: Item): Promise<void> {
  await browser.downloads.cancel(id).catch(() => undefined); // nothing to cancel once it is saved
  const [item] = await browser.downloads.search({ id });
  if (item?.state === 'complete' && item.exists) await browser.downloads.removeFile(id);
  await browser.downloads.erase({ id });
}

function nameOf(item: Item): string {
  return item.filename.split(/[\\/]/).pop() || new URL(item.url).hostname;
}
