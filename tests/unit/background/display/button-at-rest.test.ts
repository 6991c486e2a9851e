import { describe, expect, it } from 'vitest';
import type { ContentEnvelope } from '../../../../src/messages/content-messages';
import { modulesFirst } from '../modules-first';
import { startWorker } from '../worker-parts';

const TRUSTED = 'https://bread.test/';
const PAUSED = 'https://cake.test/';
const OTHER = 'https://third.test/';
const GATE: ContentEnvelope = { doc: 'd', type: 'gate', title: '', referrer: '', text: '' };

modulesFirst(async () => {
  await startWorker();
  await import('../../../../src/background/content-inbox');
  await import('../../../../src/background/person/trust-taken-back');
});

const settle = (): Promise<void> => new Promise((done) => setTimeout(done, 1_000));
const settingsOf = (...hosts: string[]) => ({
  version: 1,
  trustedSites: hosts.map((host) => ({ host, since: 1, why: 'options' })),
});

/** A tab just after a visit, which has reset its button: it says what holds for all (`general`). */
async function visit(url: string, general = 'extensionName') {
  const worker = await startWorker();
  const { fake } = worker;
  const titles = new Map<number | undefined, string>([[undefined, general]]);
  Object.assign(fake.api.action, {
    getTitle: async ({ tabId }: { tabId?: number }) => titles.get(tabId) ?? titles.get(undefined),
    setTitle: async ({ tabId, title }: { tabId?: number; title: string }) => void titles.set(tabId, title),
  });
  const changed: ((changes: object, area: string) => void)[] = [];
  Object.assign(fake.api.storage.onChanged, { addListener: (one: never) => changed.push(one) });
  fake.stores.local.set('settings', settingsOf('bread.test'));
  const { contentSender, receiveFromContent } = await import('../../../../src/background/content-inbox');
  const { startPause } = await import('../../../../src/background/state/trust');
  await startPause('site', { address: PAUSED, now: Date.now() });
  const tab = fake.addTab(url);
  /** A document of a page at this address tells something; null: it is no frame in a tab. */
  const tell = async (address: string, frameId = 0) => {
    const told = { frameId, url: address, tab: { id: tab.id, url: address, incognito: false } };
    const sender = contentSender(told as never);
    if (sender !== null) await receiveFromContent(GATE, sender);
    await settle();
  };
  const trustOnly = async (...hosts: string[]) => {
    const [oldValue, newValue] = [fake.stores.local.get('settings'), settingsOf(...hosts)];
    fake.stores.local.set('settings', newValue);
    for (const hear of changed) hear({ settings: { oldValue, newValue } }, 'local');
    await settle();
  };
  return { ...worker, tab, titles, tell, trustOnly, said: () => titles.get(tab.id) };
}

describe('the button over a page that is left alone and tells something', () => {
  it.each([
    ['trusted', TRUSTED, 'toolbarTrusted'],
    ['paused', PAUSED, 'toolbarPaused'],
  ])('says so without the popup: %s', async (_why, url, title) => {
    for (const frameId of [0, 5]) {
      const { tell, said } = await visit(url);
      expect(said()).toBeUndefined();
      await tell(url, frameId);
      expect(said(), `frame ${frameId}`).toBe(title);
    }
  });

  it('keeps what was said of that one tab: its warning may stand there still', async () => {
    const { tab, titles, tell, said } = await visit(TRUSTED);
    titles.set(tab.id, 'toolbarWarning');
    await tell(TRUSTED);
    expect(said()).toBe('toolbarWarning');
  });

  it('needs no words of its own where all is paused', async () => {
    const { tell, said } = await visit(PAUSED, 'toolbarPaused');
    await tell(PAUSED);
    expect(said()).toBeUndefined();
  });

  it('says nothing of it over the page that has come into the tab since', async () => {
    const { tell, said } = await visit(OTHER);
    await tell(TRUSTED);
    expect(said()).toBeUndefined();
  });
});

describe('the button over a page whose site is trusted no more', () => {
  it('says so at once, and the buttons over other trusted sites stay', async () => {
    const { fake, titles, tell, said, trustOnly } = await visit(TRUSTED);
    const { watchTrustTakenBack } = await import('../../../../src/background/person/trust-taken-back');
    watchTrustTakenBack();
    await trustOnly('bread.test', 'third.test');
    const other = fake.addTab(OTHER);
    titles.set(other.id, 'toolbarTrusted');
    await tell(TRUSTED);
    expect(said()).toBe('toolbarTrusted');
    await trustOnly('third.test');
    expect([said(), titles.get(other.id)]).toEqual(['toolbarWatching', 'toolbarTrusted']);
  });
});
