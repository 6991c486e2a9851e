import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { startWorker } from '../worker-parts';

const OWN = 'chrome-extension://sangfroid/src/ui/';

/** The clock leaps to whatever is waited for next. */
beforeEach(() => void vi.useFakeTimers().setTimerTickMode('nextTimerAsync'));
afterEach(() => vi.useRealTimers());

async function start() {
  const worker = await startWorker();
  return { ...worker, ...(await import('../../../../src/background/close/close-any')) };
}

describe('closing the tab in front because the person asks for it', () => {
  it('closes a page that nobody judged, and keeps it in the journal with a picture', async () => {
    const { fake, journal, closeTabOf } = await start();
    const tab = fake.addTab('http://bread.test/', { title: 'Bread' });
    const closed = await closeTabOf(tab.id, 'key');
    expect(closed).toMatchObject({
      state: 'closed', closedBy: 'key', level: 'quiet', address: 'http://bread.test/', host: 'bread.test',
      title: 'Bread', reasons: [], phones: [], codes: [], windowId: 1, injectedIntoHonestSite: false,
    }); // prettier-ignore
    expect(fake.tabList.has(tab.id)).toBe(false);
    expect(journal.added).toMatchObject([{ closedBy: 'key', level: 'quiet', screenshot: 'data:image/jpeg;base64,AA==' }]); // prettier-ignore
  });

  it.each([
    [
      'the site that opened it',
      'http://news.test/two',
      'news.test',
      ['http://news.test/one', 'http://news.test/two'],
    ],
    ['another site by now', 'http://bank.test/account?7', 'news.test', ['http://news.test/one']],
    ['nobody knows which site', 'http://bank.test/account?7', undefined, []],
  ])(
    'writes the pages it came through where the tab that opened it shows %s',
    async (_what, url, from, chain) => {
      const { fake, journal, closeTabOf, tell } = await start();
      const opener = fake.addTab(url);
      const tab = fake.addTab('http://bread.test/');
      await tell(
        opener.id,
        { opened: [{ tabId: tab.id, at: 1, ...(from && { from }) }] },
        'http://news.test/one',
      );
      await tell(tab.id, { openedBy: opener.id }, 'http://bread.test/');
      await closeTabOf(tab.id, 'menu');
      expect(journal.added).toMatchObject([{ chain }]);
    },
  );

  it.each([
    ['was read', 'http://bread.test/', 'Call us: 1-800-555-0134', ['1-800-555-0134']],
    ['is another page than was read', 'http://cake.test/', '', []],
  ])(
    'keeps its words and numbers where it %s, and takes it for no scam',
    async (_how, shown, excerpt, phones) => {
      const { fake, journal, closeTabOf, tell, newFrame } = await start();
      const tab = fake.addTab(shown);
      const frame = { ...newFrame('d', 'http://bread.test/'), dialogs: ['Call us: 1-800-555-0134'] };
      await tell(tab.id, { frames: { 0: frame } });
      const closed = await closeTabOf(tab.id, 'key');
      expect(closed).toMatchObject({ level: 'quiet', reasons: [], phones: [] });
      expect(journal.added).toMatchObject([{ level: 'quiet', reasons: [], excerpt, phones }]);
    },
  );

  it('takes no picture and writes nothing in a private window', async () => {
    const { fake, journal, closeTabOf } = await start();
    const tab = fake.addTab('http://bread.test/', { incognito: true });
    expect(await closeTabOf(tab.id, 'key')).toMatchObject({ state: 'closed', address: '', incognito: true });
    expect(journal.added).toEqual([]);
    expect(fake.calls).not.toContain('tabs.captureVisibleTab');
  });

  it('takes no picture where the person wants none', async () => {
    const { fake, journal, closeTabOf } = await start();
    const { DEFAULT_SETTINGS } = await import('../../../../src/storage/settings');
    const current = await import('../../../../src/background/session/current-settings');
    vi.spyOn(current, 'currentSettings').mockResolvedValue({ ...DEFAULT_SETTINGS, screenshots: false });
    await closeTabOf(fake.addTab('http://bread.test/').id, 'key');
    expect(fake.calls).not.toContain('tabs.captureVisibleTab');
    expect(journal.added).toMatchObject([{ screenshot: null }]);
  });

  it('closes the case where the tab has one: no second case', async () => {
    const { fake, closeTabOf, openCase, cases } = await start();
    for (const state of ['warned', 'stuck'] as const) {
      const scam = fake.addTab('http://scam.test/');
      await openCase(scam.id, { state });
      expect(await closeTabOf(scam.id, 'toolbar')).toMatchObject({ id: 'case-1', closedBy: 'toolbar' });
      expect(await cases.ids()).toEqual(['case-1']);
      expect(fake.tabList.has(scam.id)).toBe(false);
    }
  });

  it('opens a new case where the one of the tab is over or lost', async () => {
    const { fake, closeTabOf, openCase, tell } = await start();
    const tab = fake.addTab('http://bread.test/');
    await openCase(tab.id, { state: 'mistaken' });
    const closed = await closeTabOf(tab.id, 'key');
    expect(closed?.id).not.toBe('case-1');
    expect(fake.tabList.has(tab.id)).toBe(false);
    const other = fake.addTab('http://other.test/');
    await tell(other.id, { caseId: 'lost' });
    expect(await closeTabOf(other.id, 'key')).toMatchObject({ state: 'closed', host: 'other.test' });
  });

  it('a warning in front stands for the tab it warns of, even while it is loading', async () => {
    for (const place of ['url', 'pendingUrl'] as const) {
      const { fake, closeTabOf, openCase } = await start();
      const scam = fake.addTab('http://scam.test/');
      await openCase(scam.id);
      const warning = fake.addTab('', { [place]: `${OWN}warning/warning.html?case=case-1` });
      expect(await closeTabOf(warning.id, 'key')).toMatchObject({ id: 'case-1', state: 'closed' });
      expect(fake.tabList.has(scam.id)).toBe(false);
      expect(fake.tabList.has(warning.id)).toBe(true);
    }
  });

  it('closes a page whose address and title the browser does not tell', async () => {
    const { fake, closeTabOf } = await start();
    const tab = fake.addTab('', { url: undefined, title: undefined } as object);
    expect(await closeTabOf(tab.id, 'menu')).toMatchObject({
      state: 'closed',
      address: '',
      host: '',
      title: '',
    });
    expect(fake.tabList.has(tab.id)).toBe(false);
  });

  it('leaves a tab alone that is in no window', async () => {
    const { fake, closeTabOf } = await start();
    const tab = fake.addTab('http://bread.test/', { windowId: undefined } as object);
    expect(await closeTabOf(tab.id, 'menu')).toBeNull();
    expect(fake.tabList.has(tab.id)).toBe(true);
  });

  it('leaves our other pages alone, and what is not there', async () => {
    const { fake, closeTabOf } = await start();
    const journal = fake.addTab(`${OWN}journal/journal.html`);
    expect(await closeTabOf(journal.id, 'key')).toBeNull();
    expect(await closeTabOf(999, 'key')).toBeNull();
    expect(fake.tabList.size).toBe(1);
  });
});
