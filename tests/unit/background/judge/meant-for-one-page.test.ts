import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ContentEnvelope } from '../../../../src/messages/content-messages';
import type { Level } from '../../../../src/detection/verdict';
import { startWorker } from '../worker-parts';

const TRUSTED = 'https://trusted.test/';
const OTHER = 'https://scam.test/';
const GATE: ContentEnvelope = { doc: 'd', type: 'gate', title: '', referrer: '', text: '' };

beforeEach(() => void vi.useFakeTimers().setTimerTickMode('nextTimerAsync'));
afterEach(() => vi.useRealTimers());

/** A tab with this address, and what is ordered in it. */
async function tabAt(url: string) {
  const worker = await startWorker();
  const { fake } = worker;
  const trusted = { host: 'trusted.test', since: 0, why: 'mistake' };
  fake.stores.local.set('settings', { version: 1, trustedSites: [trusted] });
  const { contentSender, receiveFromContent } = await import('../../../../src/background/content-inbox');
  const tab = fake.addTab(url);
  const orders: unknown[] = [];
  fake.api.tabs.sendMessage = ((_tab: number, order: { type: string }, to: unknown) =>
    Promise.resolve(void orders.push([order.type, to]))) as typeof fake.api.tabs.sendMessage;
  const scripts = vi.spyOn(fake.api.scripting, 'executeScript');
  const hear = (
    address: string,
    tabAddress: string,
    more: { frameId?: number; documentId?: string } = {},
  ) => {
    const told = {
      frameId: 0,
      url: address,
      tab: { id: tab.id, url: tabAddress, incognito: false },
      ...more,
    };
    const sender = contentSender(told as never);
    return sender === null ? Promise.reject(new Error('no sender')) : receiveFromContent(GATE, sender);
  };
  return { ...worker, tab, orders, scripts, hear };
}

describe('the order to stand down', () => {
  it('is for the document that has told something, by its id where the browser gives one', async () => {
    const { orders, scripts, hear } = await tabAt(TRUSTED);
    await hear(TRUSTED, TRUSTED, { documentId: 'A1' });
    await hear('https://advert.test/', TRUSTED, { frameId: 5 });
    expect(orders).toEqual([
      ['stand-down', { documentId: 'A1' }],
      ['stand-down', { frameId: 5 }],
    ]);
    expect(scripts).not.toHaveBeenCalled();
  });

  it.each([0, 5])('never reaches the page that has come into the tab since; frame %i', async (frameId) => {
    const { orders, scripts, hear } = await tabAt(OTHER);
    await hear(TRUSTED, TRUSTED, { frameId });
    expect([orders, scripts.mock.calls]).toEqual([[], []]);
  });

  it('is not given to a page whose tab is told under the address of the one before', async () => {
    const { tab, tabStates, orders, hear } = await tabAt(OTHER);
    await hear(OTHER, TRUSTED);
    expect(orders).toEqual([]);
    expect((await tabStates.read(String(tab.id))).frames[0]?.address).toBe(OTHER);
  });

  it('is left to the next report where the browser does not tell what the tab shows', async () => {
    const { fake, orders, hear } = await tabAt(TRUSTED);
    fake.faults.set('tabs.get', 'hang');
    await hear(TRUSTED, TRUSTED);
    expect(orders).toEqual([]);
  });
});

describe('the order to disarm', () => {
  async function lateFrame(pageBy: string) {
    const { tab, tell, openCase, orders, scripts, hear } = await tabAt(OTHER);
    await openCase(tab.id, { pageTabId: null });
    await tell(tab.id, {}, OTHER);
    Object.assign(tab, { url: pageBy });
    await hear('https://frame.test/', pageBy, { frameId: 5, documentId: 'F5' });
    await vi.advanceTimersByTimeAsync(500);
    expect(scripts.mock.calls.flat()).not.toContainEqual(
      expect.objectContaining({ args: expect.arrayContaining(['defuse']) as unknown }),
    );
    return orders;
  }

  it('is for the late frame of a warned page alone', async () => {
    expect(await lateFrame(OTHER)).toEqual([['defuse', { documentId: 'F5' }]]);
  });

  it('is not for a frame of the page that has come since', async () => {
    expect(await lateFrame('https://honest.test/')).toEqual([]);
  });

  it('nor does the whole tab get it, or go silent, where an honest page stands there by now', async () => {
    const { fake, tab, tell, orders } = await tabAt(OTHER);
    const { calmTab } = await import('../../../../src/background/judge/orders');
    const muting = vi.spyOn(fake.api.tabs, 'update');
    await tell(tab.id, { level: 'warn' }, OTHER);
    await calmTab(tab.id, 1);
    expect([muting.mock.calls.length, orders.length]).toEqual([1, 1]);
    Object.assign(tab, { url: 'https://honest.test/' });
    await calmTab(tab.id, 1);
    expect([muting.mock.calls.length, orders.length]).toEqual([1, 1]);
  });
});

describe('a page that loads in the tab of a scam when the warning comes', () => {
  const HERE = 'https://honest.test/';

  /** What it is ordered. @param says whether it has told its first word; @param about host of the case */
  async function calmed({ says = false, level = 'warn' as Level, about = 'scam.test', shown = HERE }) {
    const worker = await tabAt(OTHER);
    const { fake, tab, tell, openCase, orders, scripts } = worker;
    await openCase(tab.id, { pageTabId: null, host: about });
    await tell(tab.id, { level: 'warn' }, OTHER);
    Object.assign(tab, { url: shown, status: 'loading' });
    if (says) await tell(tab.id, {}, HERE);
    await tell(tab.id, { level });
    const { calmTab } = await import('../../../../src/background/judge/orders');
    await calmTab(tab.id, 1);
    expect(fake.tabList.get(tab.id), 'its sound comes back once it is known').toMatchObject({ muted: true });
    const told = scripts.mock.calls.flat() as { args?: unknown[] }[];
    return { orders, byScript: told.filter(({ args }) => args?.includes('defuse')).length };
  }

  it('is silenced, but not disarmed: nobody knows yet what it is', async () => {
    expect(await calmed({})).toEqual({ orders: [], byScript: 0 });
  });

  it('is not disarmed where it has told something that is quiet', async () => {
    expect(await calmed({ says: true, level: 'quiet' })).toEqual({ orders: [], byScript: 0 });
  });

  it.each([
    ['it is the judged one still', { shown: OTHER }],
    ['it has told something suspicious itself', { says: true }],
    ['it is of the judged site', { says: true, level: 'quiet', about: 'honest.test' }],
  ] as const)('is disarmed where %s', async (_why, how) => {
    expect(await calmed(how)).toEqual({ orders: [['defuse', undefined]], byScript: 1 });
  });
});

describe('the warning that takes the place of a page that is held back', () => {
  async function heldBack(shown: string) {
    const { fake, openCase, hear } = await tabAt(OTHER);
    const { closeCase } = await import('../../../../src/background/close/close-case');
    await openCase(fake.addTab(OTHER).id);
    await closeCase('case-1', 'key');
    const tab = [...fake.tabList.values()].find(({ url }) => url === OTHER);
    Object.assign(tab ?? {}, { url: shown });
    await hear(OTHER, OTHER);
    return tab?.url;
  }

  it('comes while the page is there, and not in the place of the next one', async () => {
    expect(await heldBack(OTHER)).toContain('blocked=1');
    expect(await heldBack('https://bank.test/')).toBe('https://bank.test/');
  });
});
