import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { startWorker } from '../worker-parts';

const SITE = 'https://www.teamviewer.com/download';

beforeEach(() => void vi.useFakeTimers().setTimerTickMode('nextTimerAsync'));
afterEach(() => vi.useRealTimers());

/** The guard's question in a tab, and what its page says to the worker. */
async function question() {
  const { fake } = await startWorker();
  const { answerUi } = await import('../../../../src/background/ui-requests');
  const tab = fake.addTab('chrome-extension://sangfroid/src/ui/guard/guard.html');
  const say = (answer: 'go-on' | 'stop') =>
    answerUi({ type: 'guard-answer', address: SITE, answer, tabId: tab.id });
  const allowed = async () => {
    await new Promise((done) => setTimeout(done, 1_000));
    return fake.stores.session.get('guard-allowed');
  };
  return { tab, say, allowed };
}

it('"No, go on" goes on to the program and leaves it alone', async () => {
  const { tab, say, allowed } = await question();
  await say('go-on');
  expect(tab.url).toBe(SITE);
  expect(Object.keys((await allowed()) as object)).toEqual(['teamviewer']);
});

it('"Yes, someone is asking me" after it takes that back', async () => {
  const { say, allowed } = await question();
  await say('go-on');
  await say('stop');
  expect(await allowed()).toEqual({});
});

it('said while a worker that wakes up still reads what is allowed, it does not go on at all', async () => {
  const { tab, say, allowed } = await question();
  const going = say('go-on');
  await Promise.all([say('stop'), going]);
  expect(tab.url).toContain('guard.html');
  expect(await allowed()).toEqual({});
});
