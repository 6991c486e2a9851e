import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ContentMessage } from '../../../../src/messages/content-messages';
import type { Verdict } from '../../../../src/detection/verdict';
import { startWorker } from '../worker-parts';

const WARN: Verdict = {
  level: 'warn', score: 0.9, logOdds: 3, reasons: [], phones: [], codes: [], injectedIntoHonestSite: false,
}; // prettier-ignore

beforeEach(() => void vi.useFakeTimers().setTimerTickMode('nextTimerAsync'));
afterEach(() => vi.useRealTimers());

const settle = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));
const WARNING = 'chrome-extension://sangfroid/src/ui/warning/warning.html?case=case-1';
const GATE: ContentMessage = { type: 'gate', title: '', referrer: '', text: '' };

/** A scam is warned of; in its tab the person goes to a mail site, and then ends the warning in one of two ways. */
async function wentOn(ends: 'presses its button' | 'closes it') {
  const worker = await startWorker();
  const { fake } = worker;
  const { receiveFromContent } = await import('../../../../src/background/content-inbox');
  const { closeCase } = await import('../../../../src/background/close/close-case');
  const tab = fake.addTab('http://scam.test/', { active: false });
  const warning = fake.addTab(WARNING);
  await worker.openCase(tab.id, { pageTabId: warning.id });
  await worker.tell(tab.id, { level: 'warn' }, 'http://scam.test/');
  const orders: unknown[] = [];
  fake.api.tabs.sendMessage = ((_id: number, order: unknown) => {
    orders.push(order);
    return Promise.resolve();
  }) as typeof fake.api.tabs.sendMessage;
  const go = (url: string) => Object.assign(tab, { url, active: true });
  const hear = (message: ContentMessage, doc = 'mail', frameId = 0, address = tab.url) =>
    receiveFromContent(
      { doc, ...message },
      { tabId: tab.id, frameId, address, tabAddress: tab.url, incognito: false },
    );
  go('http://mail.test/');
  if (ends === 'presses its button') await closeCase('case-1', 'warning');
  fake.tabList.delete(warning.id);
  return { ...worker, tab, orders, hear, go };
}

describe.each(['presses its button', 'closes it'] as const)(
  'the honest page that a person has gone to in the tab of a scam, who then %s',
  (ends) => {
    it('is not disarmed, nor are its frames', async () => {
      const { hear, orders } = await wentOn(ends);
      await hear(GATE);
      await hear({ type: 'beat', visible: false });
      await settle(1_500);
      await hear(GATE, 'advert', 5, 'http://advert.test/');
      await settle(500);
      expect(orders).not.toContainEqual({ type: 'defuse' });
    });
  },
);

describe('the scam itself', () => {
  it('is disarmed as before when it loads anew behind its warning', async () => {
    const worker = await startWorker();
    const { receiveFromContent } = await import('../../../../src/background/content-inbox');
    const tab = worker.fake.addTab('http://scam.test/', { active: false });
    await worker.openCase(tab.id, { pageTabId: worker.fake.addTab(WARNING).id });
    await worker.tell(tab.id, { level: 'warn' }, 'http://scam.test/');
    const sent = vi.spyOn(worker.fake.api.tabs, 'sendMessage');
    const sender = { tabId: tab.id, tabAddress: 'http://next.test/', incognito: false };
    await receiveFromContent({ doc: 'e', ...GATE }, { ...sender, frameId: 0, address: 'http://next.test/' });
    await receiveFromContent({ doc: 'f', ...GATE }, { ...sender, frameId: 3, address: 'http://frame.test/' });
    expect(sent.mock.calls.map((call: unknown[]) => call[1])).toContainEqual({ type: 'defuse' });
  });
});

describe('a second scam in the same tab, after its warning was closed', () => {
  it.each([false, true])('is warned of; private window: %s', async (incognito) => {
    const { fake, tell } = await startWorker();
    const { respond } = await import('../../../../src/background/judge/respond');
    fake.addTab('http://bread.test/');
    const tab = fake.addTab('http://scam.test/', { incognito, windowId: 2 });
    await tell(tab.id, { level: 'warn', incognito }, tab.url);
    await respond(tab.id, WARN);
    const [first] = fake.ownPages();
    expect(first).toContain('/warning/');
    for (const { id, url } of [...fake.tabList.values()]) if (url === first) fake.tabList.delete(id);
    tab.url = 'http://other-scam.test/';
    await tell(tab.id, { level: 'warn', incognito }, tab.url);
    await respond(tab.id, WARN);
    expect(fake.ownPages()).toHaveLength(1);
    expect(fake.ownPages()[0]).not.toBe(first);
  });
});

/** A scam that stands behind its warning. */
async function behindWarning() {
  const worker = await startWorker();
  const { answerUi } = await import('../../../../src/background/ui-requests');
  const tab = worker.fake.addTab('http://scam.test/', { active: false });
  await worker.openCase(tab.id, { pageTabId: worker.fake.addTab(WARNING).id });
  return { worker, answerUi, tab };
}

describe('the button of a warning whose tab has just gone by itself', () => {
  it('closes the windows of the same scam, and holds them back', async () => {
    const { worker, answerUi, tab } = await behindWarning();
    const other = worker.fake.addTab('http://scam.test/window', { active: false });
    await worker.tell(tab.id, { level: 'warn', opened: [{ tabId: other.id, at: 1 }] }, 'http://scam.test/');
    await worker.tell(other.id, { level: 'warn', openedBy: tab.id, caseId: 'case-1' }, other.url);
    worker.fake.tabList.delete(tab.id);
    expect(await answerUi({ type: 'case-close', caseId: 'case-1' })).toMatchObject({ ok: true });
    expect(worker.fake.tabList.has(other.id)).toBe(false);
    expect(worker.fake.rules.size).toBe(2);
  });
});

describe('a scam that Chrome put to sleep behind its warning', () => {
  it('is not taken for closed, and its button closes it', async () => {
    const { worker, answerUi, tab } = await behindWarning();
    await worker.fake.api.tabs.discard(tab.id);
    expect(await answerUi({ type: 'case-get', caseId: 'case-1' })).toMatchObject({ state: 'warned' });
    expect(await answerUi({ type: 'case-close', caseId: 'case-1' })).toMatchObject({ ok: true });
    expect([...worker.fake.tabList.values()].map(({ url }) => url)).not.toContain('http://scam.test/');
    expect(worker.fake.rules.size).toBe(1);
  });

  it('comes to the front again when the person says that it is none', async () => {
    const { worker, answerUi, tab } = await behindWarning();
    await worker.fake.api.tabs.discard(tab.id);
    expect(await answerUi({ type: 'case-mistake', caseId: 'case-1' })).toEqual({ ok: true });
    const [shown] = [...worker.fake.tabList.values()].filter(({ url }) => url === 'http://scam.test/');
    expect(shown).toMatchObject({ active: true, muted: false });
  });
});
