import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ContentEnvelope } from '../../../../src/messages/content-messages';
import { startWorker } from '../worker-parts';

const SCAM = 'http://scam.test/';
const WARNING = 'chrome-extension://sangfroid/src/ui/warning/warning.html?blocked=1&case=case-1&held=1';

beforeEach(() => void vi.useFakeTimers().setTimerTickMode('nextTimerAsync'));
afterEach(() => vi.useRealTimers());

/** A scam was closed; its address opens again in a tab that the redirect rule did not meet. */
async function openAgain(change: { incognito?: boolean; url?: string } = {}) {
  const { fake, openCase } = await startWorker();
  const { closeCase } = await import('../../../../src/background/close/close-case');
  const { receiveFromContent } = await import('../../../../src/background/content-inbox');
  await openCase(fake.addTab(SCAM).id);
  await closeCase('case-1', 'key');
  const { incognito = false, url = SCAM } = change;
  const tab = fake.addTab(url, { incognito });
  const sender = { tabId: tab.id, frameId: 0, address: url, tabAddress: url, incognito };
  const tell = (message: ContentEnvelope) => receiveFromContent(message, sender);
  return { fake, tell, shown: () => fake.tabList.get(tab.id)?.url };
}

const ACT: ContentEnvelope = {
  doc: 'again', type: 'act', act: 'alert', at: 1, unasked: true, count: 1, detail: 'call', title: '',
}; // prettier-ignore
const GATE: ContentEnvelope = { doc: 'again', type: 'gate', title: '', referrer: '', text: '' };

describe('a page at an address that is held back, which slipped past the rule', () => {
  it.each([
    ['an act', ACT],
    ['what it shows', GATE],
  ])('gives way to the warning when it first tells of %s', async (_, message) => {
    const { tell, shown } = await openAgain();
    await tell(message);
    expect(shown()).toBe(WARNING);
  });

  it('is let be where it is another page, or a private window', async () => {
    for (const change of [{ url: 'http://bread.test/' }, { incognito: true }]) {
      const { tell, shown } = await openAgain(change);
      await tell(ACT);
      expect(shown()).not.toBe(WARNING);
    }
  });

  it.each([
    ['an act', ACT],
    ['what it shows', GATE],
  ])('is read without waiting for that list, once it tells of %s', async (_, message) => {
    const { fake, tell } = await openAgain({ url: 'http://bread.test/' });
    const { whyLeftAlone } = await import('../../../../src/background/state/trust');
    await whyLeftAlone('', Date.now()); // the settings are known
    vi.setTimerTickMode('manual');
    fake.faults.set('storage.local.get', 'hang');
    const bring = vi.spyOn(fake.api.scripting, 'executeScript');
    void tell(message);
    await vi.advanceTimersByTimeAsync(200); // the list is waited for longer
    const files = [expect.stringContaining('detector')];
    expect(bring).toHaveBeenCalledWith(expect.objectContaining({ files }));
  });
});
