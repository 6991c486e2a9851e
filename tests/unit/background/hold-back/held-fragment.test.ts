import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Case } from '../../../../src/messages/ui-messages';
import { startWorker } from '../worker-parts';

beforeEach(() => void vi.useFakeTimers().setTimerTickMode('nextTimerAsync'));
afterEach(() => vi.useRealTimers());

const APP = 'https://web.telegram.org/a/';
const CHAT = `${APP}#-100123`;
const OTHER = `${APP}#777`;

/** A scam at this address was closed. */
async function closed(address: string, change: Partial<Case> = {}) {
  const worker = await startWorker();
  const { closeCase } = await import('../../../../src/background/close/close-case');
  const { heldAddressFor } = await import('../../../../src/background/hold-back/held-addresses');
  await worker.openCase(worker.fake.addTab(address).id, change);
  await closeCase('case-1', 'itself');
  const rules = () => [worker.fake.rules.size, worker.fake.sessionRules.size];
  return { ...worker, heldAddressFor, rules };
}

describe('a scam in an app that names what it shows in the fragment', () => {
  it('is held back there alone: no rule stands, which would keep out the whole app', async () => {
    const { heldAddressFor, rules } = await closed(CHAT);
    expect(await heldAddressFor(CHAT)).toMatchObject({ caseId: 'case-1' });
    expect([await heldAddressFor(APP), await heldAddressFor(OTHER)]).toEqual([null, null]);
    expect(rules()).toEqual([0, 0]);
  });

  it('leaves the rules of other scams standing', async () => {
    const { fake, openCase, rules } = await closed(CHAT);
    const { closeCase } = await import('../../../../src/background/close/close-case');
    await openCase(fake.addTab('http://scam.test/').id, { id: 'case-2' });
    await closeCase('case-2', 'itself');
    expect(rules()).toEqual([1, 1]);
  });

  it('has only its own tab closed at the start, and no other of the app', async () => {
    const { fake } = await closed(CHAT);
    for (const url of [CHAT, OTHER, APP]) fake.addTab(url, { active: false, discarded: true });
    const { closeRestored } = await import('../../../../src/background/close/restored-tabs');
    await closeRestored();
    const open = [...fake.tabList.values()].map(({ url }) => url);
    expect([open.includes(CHAT), open.includes(OTHER), open.includes(APP)]).toEqual([false, true, true]);
  });

  it.each([
    [CHAT, true],
    [OTHER, false],
  ])('%s gives way to the warning when it tells of itself: %s', async (url, gives) => {
    const { fake } = await closed(CHAT);
    const { receiveFromContent } = await import('../../../../src/background/content-inbox');
    const tab = fake.addTab(url);
    const sender = { tabId: tab.id, frameId: 0, address: url, tabAddress: url, incognito: false };
    await receiveFromContent({ doc: 'd', type: 'gate', title: '', referrer: '', text: '' }, sender);
    expect(tab.url !== url).toBe(gives);
  });
});

describe('a number that came into a genuine site by the fragment', () => {
  it('does not cost the site its home page', async () => {
    const trap = 'https://honest.test/#q=call+1-888-555-0142';
    const { heldAddressFor, rules } = await closed(trap, { injectedIntoHonestSite: true });
    expect(await heldAddressFor(trap)).not.toBeNull();
    expect([await heldAddressFor('https://honest.test/'), ...rules()]).toEqual([null, 0, 0]);
  });
});

describe('the door of an app that is not the scammer’s own', () => {
  it.each([APP, 'https://web.whatsapp.com/'])('is not held back: %s', async (address) => {
    const { heldAddressFor, rules } = await closed(address);
    expect([await heldAddressFor(address), ...rules()]).toEqual([null, 0, 0]);
  });

  it('is, where nobody called it a scam and the person wants it gone, but none of its fragments', async () => {
    const { heldAddressFor, rules } = await closed(APP, { level: 'quiet' });
    expect(await heldAddressFor(APP)).toMatchObject({ unjudged: true });
    expect([await heldAddressFor(OTHER), ...rules()]).toEqual([null, 0, 1]);
  });
});
