import { expect, it, describe } from 'vitest';
import { startWorker } from './worker-parts';

/** A scam was warned of in a tab, which then shows `url`. */
async function shownAt(url: string, status: 'loading' | 'complete' = 'complete') {
  const worker = await startWorker();
  const { statusOf } = await import('../../../src/background/status');
  Object.assign(worker.fake.api.action, { getTitle: () => Promise.resolve('toolbarWatching') });
  const tab = worker.fake.addTab('http://scam.test/');
  await worker.openCase(tab.id, { reasons: [{ id: 'call-now', weight: 3 }] });
  await worker.tell(tab.id, { level: 'warn', score: 0.9 }, tab.url);
  Object.assign(tab, { url, status });
  return { ...worker, tab, status: await statusOf(tab.id) };
}

const ABOUT_SCAM = {
  state: 'warning',
  level: 'warn',
  score: 0.9,
  caseId: 'case-1',
  reasons: [{ id: 'call-now' }],
};
const ABOUT_PAGE = { state: 'watching', level: 'quiet', score: 0, caseId: null, reasons: [] };

describe('what the popup says of a tab with a scam', () => {
  it('is the warning while it shows that site, or loads another', async () => {
    expect((await shownAt('http://scam.test/more')).status).toMatchObject(ABOUT_SCAM);
    expect((await shownAt('http://second.test/', 'loading')).status).toMatchObject(ABOUT_SCAM);
  });

  it('is nothing of it once the person went on to an honest page', async () => {
    expect((await shownAt('http://mail.test/')).status).toMatchObject({ ...ABOUT_PAGE, host: 'mail.test' });
  });

  it('is the warning where the scam told of itself at its second host', async () => {
    const { tab, tell } = await shownAt('http://second.test/');
    await tell(tab.id, { level: 'warn', score: 0.9 }, tab.url);
    const { statusOf } = await import('../../../src/background/status');
    expect(await statusOf(tab.id)).toMatchObject(ABOUT_SCAM);
  });
});

describe('"close this page" over an honest page where a scam had been', () => {
  it('closes the page in front, and leaves the case as it is', async () => {
    const { fake, tab, cases } = await shownAt('http://mail.test/');
    const { closeTabOf } = await import('../../../src/background/close-any');
    const closed = await closeTabOf(tab.id, 'toolbar');
    expect(closed).toMatchObject({ host: 'mail.test', state: 'closed', level: 'quiet' });
    expect(fake.tabList.has(tab.id)).toBe(false);
    expect((await cases.read('case-1'))?.state).toBe('warned');
  });
});
