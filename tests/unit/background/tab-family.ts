import { startWorker } from './worker-parts';

export async function start() {
  const worker = await startWorker();
  const group = {
    ...(await import('../../../src/background/family/scam-group')),
    ...(await import('../../../src/background/family/opened-tabs')),
    ...(await import('../../../src/background/family/closing-group')),
    ...(await import('../../../src/background/display/home-window')),
  };

  /** A page opens another, as the worker hears of it. @param more window of the new tab, time, where it was first sent, from which frame */
  async function open(
    opener: number,
    url: string,
    more: { popup?: boolean; at?: number; first?: string; frame?: number } = {},
  ) {
    const windowId = more.popup ? 100 + worker.fake.tabList.size : 1;
    if (more.popup) worker.fake.popupWindows.add(windowId);
    const incognito = worker.fake.tabList.get(opener)?.incognito ?? false;
    const made = worker.fake.addTab(url, { windowId, incognito }).id;
    await group.noteOpened(opener, made, more.at ?? Date.now());
    await group.noteOrigin(opener, made, more.first ?? url, more.frame);
    return made;
  }

  /** The tab goes to an address, whose page reports (`told`) or opens no gate and is silent. */
  async function go(tabId: number, url: string, told?: 'quiet' | 'warn', at = Date.now()) {
    const tab = worker.fake.tabList.get(tabId);
    if (tab) tab.url = url;
    if (told === undefined) return;
    const { withDocument } = await import('../../../src/background/state/documents');
    await worker.tabStates.update(String(tabId), (state) => ({
      ...withDocument(state, 0, `${url}@${at}`, url, at),
      level: told,
    }));
  }

  const add = (url: string): number => worker.fake.addTab(url).id;
  return { ...worker, ...group, open, go, add };
}

export type Worker = Awaited<ReturnType<typeof start>>;
export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const SCAM = 'http://scam.test/';
export const CASE = { host: 'scam.test', level: 'warn' as const, injectedIntoHonestSite: false };
export const sorted = (ids: number[]): number[] => ids.sort((one, other) => one - other);

/** A row of tabs, each opened by the one before. @returns their ids. */
export async function row(worker: Worker, addresses: string[], popup = false): Promise<number[]> {
  const ids = [worker.add(addresses[0] ?? '')];
  for (const url of addresses.slice(1)) ids.push(await worker.open(ids.at(-1) ?? 0, url, { popup }));
  return ids;
}
