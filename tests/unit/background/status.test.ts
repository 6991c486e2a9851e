import { expect, it, describe, vi } from 'vitest';
import { startWorker } from './worker-parts';

/** A scam was warned of in a tab, which then shows `url`. */
async function shownAt(
  url: string,
  status: 'loading' | 'complete' = 'complete',
  change: { injectedIntoHonestSite?: boolean } = {},
) {
  const worker = await startWorker();
  const { statusOf } = await import('../../../src/background/status');
  const button: string[] = [];
  Object.assign(worker.fake.api.action, {
    getTitle: () => Promise.resolve('toolbarWatching'),
    setTitle: ({ title }: { title: string }) => Promise.resolve(void button.push(title)),
  });
  const tab = worker.fake.addTab('http://scam.test/');
  await worker.openCase(tab.id, { reasons: [{ id: 'call-now', weight: 3 }], ...change });
  await worker.tell(tab.id, { level: 'warn', score: 0.9 }, tab.url);
  Object.assign(tab, { url, status });
  const told = await statusOf(tab.id);
  await new Promise((done) => setTimeout(done, 5)); // the button is put right beside it
  return { ...worker, tab, status: told, button };
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

describe('what the popup says of a page without a host', () => {
  it.each(['about:blank', 'blob:http://scam.test/5e1f', 'data:text/html,call'])(
    'is the warning while that stands: %s',
    async (url) => {
      const { status, button } = await shownAt(url);
      expect(status).toMatchObject({ ...ABOUT_SCAM, host: '' });
      expect(button).toEqual(['toolbarWarning']);
    },
  );

  it.each(['about:newtab', 'about:preferences', ''])(
    'is no warning on a page of the browser: %s',
    async (url) => {
      expect((await shownAt(url)).status.state).toBe('unseen');
    },
  );
});

describe('what the popup says of a genuine site with a number put into it', () => {
  it('is that, and the button says the same', async () => {
    const { status, button } = await shownAt('http://scam.test/', 'complete', {
      injectedIntoHonestSite: true,
    });
    expect(status).toMatchObject({ state: 'warning', injectedIntoHonestSite: true });
    expect(button).toEqual(['toolbarInjected']);
    expect((await shownAt('http://scam.test/')).status.injectedIntoHonestSite).toBe(false);
  });
});

describe('the button of a tab that is warned of', () => {
  it.each([
    [false, 'toolbarWarning'],
    [true, 'toolbarInjected'],
  ])('with a number put into a genuine site: %s', async (injectedIntoHonestSite, title) => {
    const { fake, openCase } = await startWorker();
    const { warn } = await import('../../../src/background/respond');
    const button: string[] = [];
    Object.assign(fake.api.action, {
      setTitle: (said: { title: string }) => Promise.resolve(void button.push(said.title)),
    });
    await warn(await openCase(fake.addTab('http://site.test/').id, { injectedIntoHonestSite }));
    await vi.waitFor(() => expect(button).toEqual([title]), 3_000);
  });
});

describe('what the popup says over a page of our own', () => {
  const OWN = 'chrome-extension://sangfroid/src/ui';
  const over = async (page: string, state?: 'warned' | 'stuck' | 'closed') => {
    const { fake, openCase, cases } = await startWorker();
    const { statusOf } = await import('../../../src/background/status');
    Object.assign(fake.api.action, { getTitle: () => Promise.resolve('toolbarUnseen') });
    const scam = fake.addTab('http://scam.test/');
    if (state) await openCase(scam.id, { state });
    expect((await cases.read('case-1'))?.state).toBe(state);
    return statusOf(fake.addTab(`${OWN}/${page}`).id);
  };

  it.each(['guide/guide.html', 'options/options.html', 'warning/warning.html?blocked=1'])(
    'has nothing to close: %s',
    async (page) => {
      expect(await over(page)).toMatchObject({ state: 'unseen', host: '' });
    },
  );

  it('closes the scam that our warning is about, while it stands', async () => {
    const warning = 'warning/warning.html?case=case-1';
    for (const state of ['warned', 'stuck'] as const) {
      const { state: said, host } = await over(warning, state);
      expect(said).toBe('unseen');
      expect(host, state).not.toBe('');
    }
    expect(await over('guide/guide.html?case=case-1', 'closed')).toMatchObject({ host: '' });
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
