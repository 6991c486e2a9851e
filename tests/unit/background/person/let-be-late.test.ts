import { describe, expect, it } from 'vitest';
import { modulesFirst } from '../modules-first';
import { startWorker } from '../worker-parts';

modulesFirst(async () => {
  await startWorker();
  await import('../../../../src/background/ui-requests');
});

const settle = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));
const PAGE = 'http://bakery.test/oven';
type Press = 'tab-trust' | 'case-mistake';

/** A page is called honest over stores that take 0.4 s, and goes on to `next` before all is written. */
async function calledHonest(press: Press, next: string) {
  const worker = await startWorker();
  const { fake, tell, tabStates, openCase } = worker;
  const { answerUi } = await import('../../../../src/background/ui-requests');
  const tab = fake.addTab(PAGE);
  await tell(tab.id, { level: 'warn' }, tab.url);
  if (press === 'case-mistake') await openCase(tab.id);
  const { set } = fake.api.storage.local;
  fake.api.storage.local.set = (values) => settle(400).then(() => set(values));
  const { updateDynamicRules } = fake.api.declarativeNetRequest;
  fake.api.declarativeNetRequest.updateDynamicRules = (change) =>
    settle(400).then(() => updateDynamicRules(change));
  const held = { ruleId: 1, address: 'http://bakery.test/old', caseId: 'old', at: Date.now(), exact: false };
  fake.stores.local.set('blockedAddresses', [held]);
  const stoodDown: string[] = [];
  const { sendMessage } = fake.api.tabs;
  fake.api.tabs.sendMessage = () => {
    stoodDown.push(tab.url);
    return sendMessage();
  };
  const answer =
    press === 'tab-trust'
      ? answerUi({ type: 'tab-trust', tabId: tab.id, host: 'bakery.test' })
      : answerUi({ type: 'case-mistake', caseId: 'case-1' });
  await settle(press === 'tab-trust' ? 200 : 500);
  tab.url = next;
  await tell(tab.id, { level: 'warn', frames: { 0: worker.newFrame('next', next) } });
  await answer;
  return { stoodDown, state: await tabStates.read(String(tab.id)), stores: fake.stores };
}

describe.each<Press>(['tab-trust', 'case-mistake'])(
  'while it is written down that a page is honest (%s)',
  (press) => {
    it('what comes into its tab from another site is not told to stand down, and what it told is kept', async () => {
      const { stoodDown, state } = await calledHonest(press, 'http://scam.test/lock');
      expect(stoodDown).toEqual([]);
      expect(state).toMatchObject({ level: 'warn', frames: { 0: { address: 'http://scam.test/lock' } } });
    });

    it('so is a page that another site fills, which has no host', async () => {
      const { stoodDown, state } = await calledHonest(press, 'blob:http://scam.test/4f1c');
      expect(stoodDown).toEqual([]);
      expect(state.level).toBe('warn');
    });

    it('a further page of its own site is let be', async () => {
      const { stoodDown, state } = await calledHonest(press, 'http://bakery.test/bread');
      expect(stoodDown).toEqual(['http://bakery.test/bread']);
      expect(state).toMatchObject({ level: 'quiet', frames: {} });
    });
  },
);

it('what the tab’s pages told is kept where the browser names the site of before, yet the next one has told', async () => {
  const { fake, tell, tabStates, newFrame } = await startWorker();
  const { answerUi } = await import('../../../../src/background/ui-requests');
  const tab = fake.addTab(PAGE);
  await tell(tab.id, { level: 'warn', frames: { 0: newFrame('next', 'http://scam.test/lock') } });
  await answerUi({ type: 'tab-trust', tabId: tab.id, host: 'bakery.test' });
  expect(await tabStates.read(String(tab.id))).toMatchObject({
    level: 'warn',
    frames: { 0: { doc: 'next' } },
  });
});

it('a page that a site made itself is let be where the browser tells no address of its tab (Firefox)', async () => {
  const { fake, tell, tabStates } = await startWorker();
  const { answerUi } = await import('../../../../src/background/ui-requests');
  const tab = fake.addTab('');
  await tell(tab.id, { level: 'warn' }, 'blob:http://bakery.test/4f1c');
  await answerUi({ type: 'tab-trust', tabId: tab.id, host: '' });
  expect(await tabStates.read(String(tab.id))).toMatchObject({ level: 'quiet', frames: {} });
});
