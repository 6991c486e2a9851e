import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { factsOfUnreadFrame } from '../../../../src/detection/frames/unread-frame';
import { loadRules } from '../../../../src/detection/phrases/rules';
import type { ContentMessage } from '../../../../src/messages/content-messages';
import type { Case } from '../../../../src/messages/ui-messages';
import { gate, WORDS } from '../scam-words';
import { startWorker } from '../worker-parts';

const SCAM_REALM = 'Windows security alert, virus found, call Microsoft support +1 888 555 0100';
const NEWS = 'http://news.test/article';
const PROMPT = 'http://scam.test/ask';

// Each worker reads all rules anew.
vi.setConfig({ testTimeout: 20_000 });
beforeEach(() => void vi.useFakeTimers().setTimerTickMode('nextTimerAsync'));
afterEach(() => vi.useRealTimers());

type Details = {
  tabId: number;
  frameId: number;
  url: string;
  realm?: string;
  isProxy: boolean;
  documentLifecycle?: string;
};

/** The worker with a page in a tab, and a way to let a site ask for a password there. */
async function start(change: { incognito?: boolean } = {}) {
  const worker = await startWorker();
  let heard: ((details: Details, answer: (said: object) => void) => void) | undefined;
  const onAuthRequired = { addListener: (listener: typeof heard) => (heard = listener) };
  Object.assign(worker.fake.api, { webRequest: { onAuthRequired } });
  const { watchAuthPrompts } = await import('../../../../src/background/judge/auth-prompt');
  watchAuthPrompts();
  const tab = worker.fake.addTab(NEWS, { title: 'News of the day', status: 'loading', ...change });
  const ask = (more: Partial<Details> = {}): Promise<object> =>
    new Promise((answer) => {
      const details = { tabId: tab.id, frameId: 0, url: PROMPT, realm: SCAM_REALM, isProxy: false, ...more };
      heard?.(details, answer);
    });
  const state = () => worker.tabStates.read(String(tab.id));
  const opened = async (): Promise<Case | null> => worker.cases.read((await worker.cases.ids())[0] ?? '');
  return { ...worker, tab, ask, state, opened };
}

describe('a sign-in prompt with a scam in its realm', () => {
  it('is cancelled, and the site that asks is what the case and the journal are about', async () => {
    const { ask, opened, tell, tab, journal } = await start();
    await tell(tab.id, {}, NEWS);
    expect(await ask()).toEqual({ cancel: true });
    expect(await opened()).toMatchObject({ host: 'scam.test', address: PROMPT, title: '' });
    await vi.waitFor(() => expect(journal.added).toHaveLength(1));
    expect(journal.added[0]).toMatchObject({ host: 'scam.test', address: PROMPT, screenshot: null });
    expect(JSON.stringify(journal.added)).not.toContain('News of the day');
  });

  it.each(['loading', 'complete'] as const)(
    'leaves the page that led to it as it is, sound and all; the tab is %s',
    async (status) => {
      const { ask, tell, tab, fake, opened } = await start();
      Object.assign(tab, { status });
      await tell(tab.id, {}, NEWS);
      await ask();
      expect((await opened())?.timing.warnedMs).not.toBeNull();
      await vi.advanceTimersByTimeAsync(1_000);
      expect(tab).not.toHaveProperty('muted');
      expect(fake.calls).not.toContain('tabs.sendMessage');
    },
  );

  it('leaves the page that led to it open when it is closed, though the person never looked at that one again', async () => {
    const { ask, tell, tab, fake, opened, cases } = await start();
    await tell(tab.id, {}, NEWS);
    await ask();
    const { id = '', noticedAt = 0 } = (await opened()) ?? {};
    expect(tab.active).toBe(false);
    Object.assign(tab, { status: 'complete', lastAccessed: noticedAt - 5_000 });
    await vi.waitFor(async () => expect((await cases.read(id))?.timing.warnedMs).not.toBeNull());
    const { closeCase } = await import('../../../../src/background/close/close-case');
    expect(await closeCase(id, 'warning')).toMatchObject({ state: 'closed' });
    expect(fake.tabList.has(tab.id)).toBe(true);
  });

  it('leaves the page that led to it out of what is held back', async () => {
    const { ask, tell, tab, opened } = await start();
    await tell(tab.id, {}, NEWS);
    await ask();
    const { closeCase } = await import('../../../../src/background/close/close-case');
    const { heldAddressFor } = await import('../../../../src/background/hold-back/held-addresses');
    await closeCase((await opened())?.id ?? '', 'warning');
    expect(await heldAddressFor(PROMPT)).not.toBeNull();
    expect(await heldAddressFor(NEWS)).toBeNull();
  });

  it('asked again is one document that asks twice', async () => {
    const { ask, state } = await start();
    await ask({ realm: 'Members of the choir' });
    await ask({ realm: 'Members of the choir' });
    const { frames, documents } = await state();
    expect(frames[0]?.acts['auth-prompt']?.count).toBe(2);
    expect(documents).toHaveLength(1);
  });

  it('at an address of a megabyte, the page’s and its frames’, leaves room for what is known', async () => {
    const { ask, state } = await start();
    const details = { url: PROMPT + 'x'.repeat(1_000_000), realm: 'Members of the choir' };
    const kept = async (): Promise<number> => JSON.stringify((await state()).frames).length;
    await ask(details);
    expect(await kept()).toBeLessThan(20_000);
    for (const frameId of [4, 5, 6]) await ask({ ...details, frameId });
    expect(Object.keys((await state()).frames)).toHaveLength(4);
    expect(await kept()).toBeLessThan(40_000);
  });

  it('in a frame belongs to the page around it', async () => {
    const { ask, state, opened } = await start();
    await ask({ frameId: 4 });
    expect((await state()).frames[4]?.dialogs).toEqual([SCAM_REALM]);
    expect((await state()).frames[0]).toBeUndefined();
    const known = await opened();
    expect(known?.host).toBe('news.test');
  });

  it('in a frame that told something already is added to it', async () => {
    const { ask, state, tell, tab, newFrame } = await start();
    await tell(tab.id, { frames: { 4: { ...newFrame('frame', 'http://advert.test/'), title: 'Advert' } } });
    await ask({ frameId: 4 });
    expect((await state()).frames[4]).toMatchObject({ doc: 'frame', title: 'Advert', dialogs: [SCAM_REALM] });
  });

  it('in a private window is not written down: not the address, not the realm', async () => {
    const { ask, state, fake } = await start({ incognito: true });
    await ask();
    expect((await state()).incognito).toBe(true);
    await new Promise((resolve) => setTimeout(resolve, 50));
    const written = JSON.stringify([[...fake.stores.session], [...fake.stores.local]]);
    expect(written).toContain('tab:');
    for (const word of ['scam.test', 'news.test', 'Microsoft']) expect(written).not.toContain(word);
  });
});

/** Whether a scam's prompt is left alone where only this host is trusted, and the case that comes of it. */
async function trustedOnly(host: string, frameId = 0) {
  const { ask, fake, opened } = await start();
  fake.stores.local.set('settings', { version: 1, trustedSites: [{ host, since: 1, why: 'popup' }] });
  return { answer: await ask({ frameId }), opened: await opened() };
}

describe('a sign-in prompt', () => {
  it('of an honest site is left to the browser, and so is one without a realm', async () => {
    const { ask, opened } = await start();
    expect(await ask({ realm: 'Members of the choir', url: 'http://choir.test/' })).toEqual({});
    expect(await ask({ realm: undefined, url: 'http://router.test/' } as never)).toEqual({});
    expect(await opened()).toBeNull();
  });

  it('is left alone where its site is trusted, not where only the page before it is', async () => {
    expect(await trustedOnly('scam.test')).toEqual({ answer: {}, opened: null });
    const { answer, opened } = await trustedOnly('news.test');
    expect(answer).toEqual({ cancel: true });
    expect(opened).toMatchObject({ host: 'scam.test' });
  });

  it('of a frame is left alone where the page around it is trusted, whatever the frame', async () => {
    expect(await trustedOnly('news.test', 4)).toEqual({ answer: {}, opened: null });
  });

  it('of a proxy, outside all tabs, or of a tab that is gone is left to the browser', async () => {
    const { ask } = await start();
    expect(await ask({ isProxy: true })).toEqual({});
    expect(await ask({ tabId: -1 })).toEqual({});
    expect(await ask({ tabId: 999 })).toEqual({});
  });
});

/** What "Close" comes to where the tab shows the scam: its case, and which addresses are held back afterwards. */
async function closed({ opened, fake, tab }: Awaited<ReturnType<typeof start>>, ...addresses: string[]) {
  await vi.waitFor(async () => expect((await opened())?.timing.warnedMs).not.toBeNull());
  const known = await opened();
  const { closeCase } = await import('../../../../src/background/close/close-case');
  const { heldAddressFor } = await import('../../../../src/background/hold-back/held-addresses');
  await closeCase(known?.id ?? '', 'warning');
  const held = await Promise.all(addresses.map(async (address) => (await heldAddressFor(address)) !== null));
  return { about: known?.address, isThere: fake.tabList.has(tab.id), held };
}

describe('a scam that is silent itself, in the tab of another site that asked for a password', () => {
  const MEMBERS = 'http://choir.test/members';
  const SCAM = 'http://scam.test/holder';

  it.each(['answered', 'still asking'])('is what is judged and closed; the prompt was %s', async (how) => {
    const worker = await start();
    const { tab, ask } = worker;
    const { receiveFromContent } = await import('../../../../src/background/content-inbox');
    if (how !== 'answered') tab.url = SCAM;
    expect(await ask({ url: MEMBERS, realm: 'Members of the choir' })).toEqual({});
    Object.assign(tab, { url: SCAM, status: 'complete' });
    const page = { top: false, address: '', title: '', acts: {}, actTexts: [], text: WORDS, area: 1 };
    const facts: ContentMessage = { type: 'facts', facts: factsOfUnreadFrame(page, loadRules()) };
    const from = { tabId: tab.id, frameId: 7, address: 'http://frame.scam.test/', tabAddress: SCAM };
    for (const one of [gate(WORDS), facts])
      await receiveFromContent({ ...one, doc: 'f' }, { ...from, incognito: false });
    expect(await closed(worker, MEMBERS, SCAM)).toEqual({ about: SCAM, isThere: false, held: [false, true] });
  });

  it('is so where its own frame asks, and another page has told something there before', async () => {
    const worker = await start();
    const { tab, ask, tell } = worker;
    await tell(tab.id, {}, NEWS);
    Object.assign(tab, { url: SCAM, status: 'complete' });
    expect(await ask({ frameId: 7, url: PROMPT })).toEqual({ cancel: true });
    expect(await closed(worker, NEWS, SCAM)).toEqual({ about: SCAM, isThere: false, held: [false, true] });
  });
});

it('a page that Chromium makes ready unseen asks nobody: nothing is noted of it', async () => {
  const { ask, state, opened } = await start();
  expect(await ask({ frameId: 9, documentLifecycle: 'prerender' })).toEqual({});
  expect([(await state()).frames, await opened()]).toEqual([{}, null]);
});
