import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Runtime } from '../../../../src/browser/api';
import type { ContentEnvelope } from '../../../../src/messages/content-messages';
import { startWorker } from '../worker-parts';

beforeEach(() => void vi.useFakeTimers().setTimerTickMode('nextTimerAsync'));
afterEach(() => vi.useRealTimers());

const HOME = 'https://social.test/';
const POST = 'https://social.test/groups/77/post';
const CALL = 'Your computer is infected. Call Microsoft 1-888-555-0142';

/** One document that tells of itself wherever its scripts lead it; the browsers go on to name the address it began with. */
async function start(began: string, unasked = false) {
  const worker = await startWorker();
  const { contentSender, receiveFromContent } = await import('../../../../src/background/content-inbox');
  const { heldAddressFor } = await import('../../../../src/background/hold-back/held-addresses');
  const tab = worker.fake.addTab(began);
  let at = 0;
  const tell = async (act: 'alert' | 'clipboard' | 'history', detail: string, count = 1) => {
    at += 5;
    const sender = { tab, frameId: 0, url: began } as unknown as Runtime.MessageSender; // what the worker reads of it
    const from = contentSender(sender);
    const message: ContentEnvelope = {
      type: 'act',
      act,
      detail,
      title: '',
      at,
      unasked,
      count,
      doc: 'd',
    };
    if (from) await receiveFromContent(message, from);
  };
  const go = (url: string): void => void Object.assign(tab, { url });
  const closed = () => vi.waitFor(() => expect(worker.fake.tabList.has(tab.id)).toBe(false));
  const top = async () => (await worker.tabStates.read(String(tab.id))).frames[0];
  const caseAddress = async () => {
    const [id = ''] = await worker.cases.ids();
    return (await worker.cases.read(id))?.address;
  };
  return { ...worker, tab, tell, go, closed, top, caseAddress, heldAddressFor };
}

async function alarm({ tell, closed }: Awaited<ReturnType<typeof start>>): Promise<void> {
  await tell('alert', CALL);
  await tell('alert', `${CALL}!`, 5);
  await closed();
}

describe('an app of one page', () => {
  it('has the address that it shows: the post is held back, not the home page', async () => {
    const app = await start(HOME);
    await app.tell('clipboard', 'a verse');
    await new Promise((resolve) => setTimeout(resolve, 3_000));
    app.go(POST);
    await alarm(app);
    expect(await app.caseAddress()).toBe(POST);
    expect(await app.heldAddressFor(POST)).not.toBeNull();
    expect(await app.heldAddressFor(HOME)).toBeNull();
  });

  it('that is quick to follow the person is not taken for a scam that changes its address by itself', async () => {
    const app = await start(HOME);
    await app.tell('clipboard', 'a verse');
    app.go(POST);
    await alarm(app);
    expect(await app.heldAddressFor(POST)).not.toBeNull();
    expect(await app.heldAddressFor(HOME)).toBeNull();
  });

  it('that corrects its address at once is no other: the person goes on from there', async () => {
    const app = await start(HOME, true);
    await app.tell('clipboard', 'a verse');
    app.go(`${HOME}feed`);
    await app.tell('clipboard', 'another verse', 2);
    await new Promise((resolve) => setTimeout(resolve, 3_000));
    app.go(POST);
    await alarm(app);
    expect(await app.caseAddress()).toBe(POST);
    expect(await app.heldAddressFor(HOME)).toBeNull();
  });

  it('is not taken to another host by what the tab shows', async () => {
    const app = await start(HOME);
    app.go('https://bank.test/');
    await app.tell('clipboard', 'a verse');
    expect((await app.top())?.address).toBe(HOME);
  });
});

describe('a scam that changes its own address', () => {
  it('at once stays away at the one it came in at, too', async () => {
    const scam = await start('https://scam.test/alert?gclid=1', true);
    await scam.tell('clipboard', 'calc');
    scam.go('https://scam.test/safe');
    await alarm(scam);
    expect(await scam.caseAddress()).toBe('https://scam.test/safe');
    for (const address of ['https://scam.test/alert?gclid=2', 'https://scam.test/safe'])
      expect(await scam.heldAddressFor(address)).not.toBeNull();
  });

  it('over and over stays away at the first, the judged and the last one', async () => {
    const scam = await start('https://scam.test/alert');
    await scam.tell('clipboard', 'calc');
    await new Promise((resolve) => setTimeout(resolve, 3_000));
    scam.go('https://scam.test/7');
    await scam.tell('history', '', 12);
    await scam.tell('alert', CALL);
    scam.go('https://scam.test/99');
    await alarm(scam);
    for (const path of ['alert', '7', '99'])
      expect(await scam.heldAddressFor(`https://scam.test/${path}`), path).not.toBeNull();
  });

  it('still came by the advertisement that sent it', async () => {
    const { routeFacts } = await import('../../../../src/background/state/route');
    const scam = await start('https://scam.test/alert?gclid=1');
    await scam.tell('clipboard', 'calc');
    scam.go('https://scam.test/alert');
    await scam.tell('clipboard', 'calc2', 2);
    const state = await scam.tabStates.read(String(scam.tab.id));
    expect(state.frames[0]?.address).toBe('https://scam.test/alert');
    expect(routeFacts(state, 1).campaign).toBe(true);
  });
});

describe('a case about a number that came in by the address', () => {
  it('is about the address it was read at, where the site has taken it out since', async () => {
    const { newFrame } = await startWorker();
    const { caseAddress } = await import('../../../../src/background/state/landing');
    const first = 'https://honest.test/search?q=call+1-888-555-0142';
    const top = { ...newFrame('d', 'https://honest.test/search'), cameAs: { address: first, after: 9 } };
    const read = (address: string) => ({ ...top, facts: { address } as NonNullable<typeof top.facts> }); // only that is asked
    expect(caseAddress(read(first), true)).toBe(first);
    expect(caseAddress(read(first), false)).toBe(top.address);
    expect(caseAddress(read(top.address), true)).toBe(top.address);
    expect(caseAddress(top, true)).toBe(top.address);
  });
});
