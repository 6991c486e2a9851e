import { browser } from '../browser/api';
import { IS_FIREFOX } from '../browser/target';
import type { Case, UiAnswer } from '../messages/ui-messages';
import { hostOf } from './cases';

type CleanUp = UiAnswer<'case-clean-up'>;

/**
 * Cleans up after one site, as far as the person has allowed (the permissions are asked for by the page, in its
 * click): site data, the notification permission (Chrome only), history entries of this address.
 * Never `history` or `downloads` through browsingData: with hostnames Firefox wipes everything (facts, item 9).
 * @returns what was done and what failed, as keys of the guide's texts, and names of files it downloaded.
 */
export async function cleanUpAfter(closed: Case): Promise<CleanUp> {
  const answer: CleanUp = { ok: true, done: [], failed: [], downloads: [] };
  if (!/^https?:/.test(closed.address)) return { ...answer, ok: false };
  await step(answer, 'site-data', 'browsingData', () => removeSiteData(closed.address));
  if (!IS_FIREFOX)
    await step(answer, 'notifications', 'contentSettings', () => blockNotifications(closed.address));
  await step(answer, 'history', 'history', () => removeHistory(closed.address));
  await step(answer, 'downloads', 'downloads', async () => {
    answer.downloads = await downloadsFrom(closed.address, closed.noticedAt);
  });
  return answer;
}

async function step(
  answer: CleanUp,
  name: string,
  permission: string,
  work: () => Promise<void>,
): Promise<void> {
  // The polyfill's type lists no optional permission by name.
  const permissions = [permission] as never[];
  if (!(await browser.permissions.contains({ permissions }).catch(() => false))) return;
  await work().then(
    () => answer.done.push(name),
    () => answer.failed.push(name),
  );
}

async function removeSiteData(address: string): Promise<void> {
  const { origin, host, hostname } = new URL(address);
  const data = { cookies: true, localStorage: true, indexedDB: true, serviceWorkers: true };
  if (!IS_FIREFOX) {
    // `origins` is Chrome's word, which the polyfill's type lacks.
    await browser.browsingData.remove({ origins: [origin] } as never, { ...data, cache: true });
    return;
  }
  // Firefox keeps localStorage of a host with a port under host:port (facts, item 9).
  await browser.browsingData.remove({ hostnames: [...new Set([host, hostname])] }, data);
}

async function blockNotifications(address: string): Promise<void> {
  const { protocol, hostname } = new URL(address);
  await chromeContentSettings().notifications.set({
    primaryPattern: `${protocol}//${hostname}:*/*`,
    setting: 'block',
  });
}

interface ContentSettings {
  notifications: { set(details: { primaryPattern: string; setting: 'block' }): Promise<void> };
}

/** Chrome has contentSettings, Firefox and the polyfill's type have not. */
function chromeContentSettings(): ContentSettings {
  return (browser as unknown as { contentSettings: ContentSettings }).contentSettings;
}

async function removeHistory(address: string): Promise<void> {
  const host = hostOf(address);
  const found = await browser.history.search({ text: host, startTime: 0, maxResults: 2_000 });
  const own = found.filter((one) => one.url !== undefined && hostOf(one.url) === host);
  for (const one of own) await browser.history.deleteUrl({ url: one.url ?? '' });
}

/** Names of files that came from this site since shortly before it was noticed; deleting them is the person's choice. */
async function downloadsFrom(address: string, noticedAt: number): Promise<string[]> {
  const host = hostOf(address);
  const startedAfter = new Date(noticedAt - 10 * 60_000).toISOString();
  const found = await browser.downloads.search({ startedAfter });
  const own = found.filter((one) => hostOf(one.referrer ?? '') === host || hostOf(one.url) === host);
  return own.map((one) => one.filename.split(/[\\/]/).pop() ?? '').filter(Boolean);
}
