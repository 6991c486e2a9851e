import { expect, it, describe, vi } from 'vitest';
import type { Verdict } from '../../../../src/detection/verdict';
import type { Case } from '../../../../src/messages/ui-messages';
import { told } from '../alarmed-page';
import { startWorker } from '../worker-parts';

/** A scam was warned of in a tab, which then shows `url`. */
async function shownAt(
  url: string,
  status: 'loading' | 'complete' = 'complete',
  change: { injectedIntoHonestSite?: boolean } = {},
) {
  const worker = await startWorker();
  const { statusOf } = await import('../../../../src/background/person/status');
  const button: string[] = [];
  Object.assign(worker.fake.api, { extension: { isAllowedFileSchemeAccess: () => Promise.resolve(false) } });
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
    const { statusOf } = await import('../../../../src/background/person/status');
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

describe('what the popup says of a file on this computer', () => {
  it('is that it is one, where Chrome does not show it', async () => {
    expect((await shownAt('file:///home/page.html')).status).toMatchObject({ state: 'unseen', file: true });
    expect((await shownAt('about:newtab')).status).toMatchObject({ file: false });
  });
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
    const { warn } = await import('../../../../src/background/judge/warn');
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
  const over = async (page: string, change?: Partial<Case>) => {
    const { fake, openCase } = await startWorker();
    const { statusOf } = await import('../../../../src/background/person/status');
    const button: string[] = [];
    Object.assign(fake.api.action, {
      getTitle: () => Promise.resolve('toolbarWatching'),
      setTitle: ({ title }: { title: string }) => Promise.resolve(void button.push(title)),
    });
    const scam = fake.addTab('http://scam.test/');
    if (change) await openCase(scam.id, { reasons: [{ id: 'call-now', weight: 3 }], ...change });
    const status = await statusOf(fake.addTab(`${OWN}/${page}`).id);
    await new Promise((done) => setTimeout(done, 5)); // the button is put right beside it
    return { ...status, button };
  };
  const WARNING = 'warning/warning.html?case=case-1';

  it.each<[string, Partial<Case>?]>([
    ['guide/guide.html'],
    ['options/options.html'],
    ['warning/warning.html?blocked=1'],
    [WARNING],
    [WARNING, { state: 'closed' }],
    ['guide/guide.html?case=case-1', { state: 'closed' }],
  ])('is that it is ours, with nothing to close: %s %j', async (page, change) => {
    const about = { state: 'own', host: '', caseId: null, button: ['toolbarOwn'] };
    expect(await over(page, change)).toMatchObject(about);
  });

  it.each(['warned', 'stuck', 'closing'] as const)('is the warning of the scam that is %s', async (state) => {
    expect(await over(WARNING, { state })).toMatchObject({
      ...ABOUT_SCAM,
      closing: state === 'closing',
      level: 'quiet',
      score: 0,
      host: '',
      button: ['toolbarWarning'],
    });
    const injected = await over(WARNING, { state, injectedIntoHonestSite: true });
    expect(injected).toMatchObject({ injectedIntoHonestSite: true, button: ['toolbarInjected'] });
  });

  it('can close a scam that is stuck over its guide too, which is no scam itself', async () => {
    const guide = await over('guide/guide.html?case=case-1', { state: 'stuck' });
    expect(guide).toMatchObject({ state: 'own', caseId: 'case-1', stuck: true, button: ['toolbarOwn'] });
  });

  it.each(['warned', 'closing'] as const)(
    'does not say over the guide that it did not close: %s',
    async (state) => {
      const guide = await over('guide/guide.html?case=case-1', { state });
      expect(guide).toMatchObject({ state: 'own', caseId: 'case-1', stuck: false });
    },
  );
});

describe('what the popup says of a scam while it is being closed', () => {
  it('is that, and never that it is harmless', async () => {
    const { tab, cases, button } = await shownAt('http://scam.test/');
    await cases.update('case-1', (known) => known && { ...known, state: 'closing' });
    const { statusOf } = await import('../../../../src/background/person/status');
    expect(await statusOf(tab.id)).toMatchObject({ ...ABOUT_SCAM, closing: true });
    await new Promise((done) => setTimeout(done, 5));
    expect(new Set(button)).toEqual(new Set(['toolbarWarning']));
  });
});

describe('what the popup says in a private window', () => {
  it('is nothing of the scam once the person went on to a page that gave no cause', async () => {
    const { fake, tell, newFrame } = await startWorker();
    const { openCase } = await import('../../../../src/background/state/cases');
    const { statusOf } = await import('../../../../src/background/person/status');
    const tab = fake.addTab('http://scam.test/', { incognito: true });
    const verdict = { level: 'warn', reasons: [], phones: [], codes: [] } as unknown as Verdict; // what a case reads
    const { id, ...known } = await openCase({ ...tab, tabId: tab.id, address: tab.url }, verdict, 1);
    expect(known.host).toBe('');
    Object.assign(tab, { url: 'http://mail.test/' });
    const frame = { ...newFrame('d', tab.url), facts: told };
    await tell(tab.id, { caseId: id, level: 'quiet', frames: { 0: frame } });
    expect(await statusOf(tab.id)).toMatchObject(ABOUT_PAGE);
  });
});

describe('"close this page" over an honest page where a scam had been', () => {
  it('closes the page in front, and leaves the case as it is', async () => {
    const { fake, tab, cases } = await shownAt('http://mail.test/');
    const { closeTabOf } = await import('../../../../src/background/close/close-any');
    const closed = await closeTabOf(tab.id, 'toolbar');
    expect(closed).toMatchObject({ host: 'mail.test', state: 'closed', level: 'quiet' });
    expect(fake.tabList.has(tab.id)).toBe(false);
    expect((await cases.read('case-1'))?.state).toBe('warned');
  });
});
