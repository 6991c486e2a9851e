import { browser } from '../../browser/api';
import { IS_FIREFOX } from '../../browser/target';
import type { Case, UiAnswer } from '../../messages/ui-messages';
import { hostOf } from '../state/host';
import { hasOwnCookies } from './own-cookies';
import { downloadsOf } from './scam-downloads';
import { sitesLeft } from './sites-left';

type CleanUp = UiAnswer<'case-clean-up'>;

/** Chrome's notifications are blocked; Firefox lets no extension do that, the person is shown how. */
const UNTRIED = IS_FIREFOX ? ['notifications'] : [];

/**
 * Cleans up after a scam's site and its further ones, as far as the person has allowed (the permissions are asked for by
 * the page, in its click): site data, cookies, the notification permission (Chrome only), history entries of these hosts.
 * A page that nobody called a scam, a genuine site with a number put into its address, a platform, or a site that is
 * trusted by now, is left alone: what lies there is the person's own.
 * Never `history` or `downloads` through browsingData: Firefox would wipe everything (docs/browser-facts.md).
 * @returns what was done, what failed and what was left on purpose (`guide.case.part.…`), and files it had saved. A part
 * counts as done where it is done for each of the sites.
 */
export async function cleanUpAfter(closed: Case): Promise<CleanUp> {
  const answer: CleanUp = { ok: true, done: [], failed: [], left: [...UNTRIED], downloads: [] };
  const sites = await sitesLeft(closed);
  if (sites.length === 0) return { ...answer, ok: false };
  if (sites.length > 1) answer.otherHosts = sites.slice(1).map(hostOf);
  await step(answer, 'site-data', 'browsingData', () => each(sites, (site) => removeData(site, STORED)));
  await cleanCookies(answer, sites);
  if (!IS_FIREFOX)
    await step(answer, 'notifications', 'contentSettings', () => each(sites, blockNotifications));
  await step(answer, 'history', 'history', () => each(sites, (site) => removeHistory(hostOf(site))));
  await step(answer, 'downloads', 'downloads', async () => {
    answer.downloads = await downloadsOf(closed);
  });
  return answer;
}

/** All at once; throws, once each was tried, where one failed. */
async function each(sites: readonly string[], work: (site: string) => Promise<void>): Promise<void> {
  const ends = await Promise.allSettled(sites.map(work));
  if (ends.some(({ status }) => status === 'rejected')) throw new Error('One of the sites failed.');
}

async function cleanCookies(answer: CleanUp, sites: readonly string[]): Promise<void> {
  const own = IS_FIREFOX ? sites : sites.filter((site) => hasOwnCookies(hostOf(site)));
  if (own.length > 0)
    await step(answer, 'cookies', 'browsingData', () =>
      each(own, (site) => removeData(site, { cookies: true })),
    );
  if (own.length === sites.length) return;
  answer.done = answer.done.filter((part) => part !== 'cookies');
  answer.left.push('cookies');
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

/** Firefox clears its cache only as a whole. */
const STORED = {
  localStorage: true,
  indexedDB: true,
  serviceWorkers: true,
  ...(!IS_FIREFOX && { cache: true }),
};

async function removeData(address: string, data: Record<string, boolean>): Promise<void> {
  const { origin, host, hostname } = new URL(address);
  // `origins` is Chrome's word, which the polyfill's type lacks. Firefox keeps localStorage of a host with a port under
  // host:port.
  const where = IS_FIREFOX ? { hostnames: [...new Set([host, hostname])] } : { origins: [origin] };
  await browser.browsingData.remove(where as never, data);
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

/** Most entries that one search gives. */
const HISTORY_PAGE = 2_000;
/** A browser that keeps what it was told to delete is not asked for ever; that many searches are 100,000 entries. */
const HISTORY_SEARCHES = 50;

/** Takes every entry of a host out of the history. Throws where some may be left. */
async function removeHistory(host: string): Promise<void> {
  for (let searches = 0; searches < HISTORY_SEARCHES; searches += 1) {
    const found = await browser.history.search({ text: host, startTime: 0, maxResults: HISTORY_PAGE });
    const own = found.filter((one) => one.url !== undefined && hostOf(one.url) === host);
    if (own.length === 0 && found.length < HISTORY_PAGE) return;
    if (own.length === 0) break; // the rest may stand behind others
    for (const one of own) await browser.history.deleteUrl({ url: one.url ?? '' });
  }
  throw new Error('Entries of the host may be left.');
}
