import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ContentEnvelope } from '../../../src/messages/content-messages';
import type { Case } from '../../../src/messages/ui-messages';
import { startWorker } from './worker-parts';

const PAGE = 'http://page.test/';
const INJECT = 'scripting.executeScript';

beforeEach(() => void vi.useFakeTimers().setTimerTickMode('nextTimerAsync'));
afterEach(() => vi.useRealTimers());

/** What a worker that was stopped had written down about a tab: its detector was asked for and never answered. */
async function wokenWith(left: { doc: string; caseId?: string } | null) {
  const { fake, tabStates, newFrame, openCase } = await startWorker();
  const tab = fake.addTab(PAGE);
  const state = { ...(await tabStates.read('none')) };
  if (left !== null) {
    const frames = { 0: { ...newFrame(left.doc, PAGE), injected: true } };
    fake.stores.session.set(
      `tab:${tab.id}`,
      structuredClone({ ...state, frames, caseId: left.caseId ?? null }),
    );
  }
  // Old cases are read one after the other: meanwhile the page's report is taken in.
  for (let id = 0; id < 30; id += 1) fake.stores.session.set(`case:${id}`, null);
  fake.calls.length = 0;
  const { resume } = await import('../../../src/background/resume');
  const { receiveFromContent } = await import('../../../src/background/content-inbox');
  const sender = { tabId: tab.id, frameId: 0, address: PAGE, tabAddress: PAGE, incognito: false };
  const tell = (message: ContentEnvelope) => receiveFromContent(message, sender);
  const report = (doc: string) => tell({ doc, type: 'gate', title: '', referrer: '', text: '' });
  const beat = (doc: string) => tell({ doc, type: 'beat', visible: true });
  const asked = () => fake.calls.filter((call) => call === INJECT || call === 'tabs.sendMessage');
  return { resume, report, beat, asked, tab, openCase };
}

describe('a worker that starts', () => {
  // By script it would reach the frames that never told anything, and bring the detector into each.
  it('asks again for the detector that never answered, and by message has the page look again', async () => {
    const { resume, asked } = await wokenWith({ doc: 'old' });
    await resume();
    expect(asked().sort()).toEqual([INJECT, 'tabs.sendMessage']);
  });

  it('does the same for a page whose case found no room in the store, and not where the case is known', async () => {
    const lost = await wokenWith({ doc: 'old', caseId: 'lost' });
    await lost.resume();
    expect(lost.asked().sort()).toEqual([INJECT, 'tabs.sendMessage']);
    const known = await wokenWith({ doc: 'old', caseId: 'known' });
    await known.openCase(known.tab.id, { id: 'known', state: 'closed' });
    await known.resume();
    expect(known.asked()).toEqual([]);
  });

  it('leaves the page that woke it to its own report: the detector comes once', async () => {
    const { resume, report, asked } = await wokenWith(null);
    await Promise.all([resume(), report('new')]);
    expect(asked()).toEqual([INJECT]);
  });

  it('does so too where the tab had shown another page before', async () => {
    const { resume, report, asked } = await wokenWith({ doc: 'old' });
    await Promise.all([report('new'), resume()]);
    expect(asked()).toEqual([INJECT]);
  });

  it('has a page tell again whose facts nobody wrote down, once', async () => {
    const { beat, asked } = await wokenWith(null);
    await beat('unknown');
    expect(asked()).toEqual(['tabs.sendMessage']);
    await beat('unknown');
    expect(asked()).toHaveLength(1);
  });
});

describe('a scam that was warned of before the worker was stopped', () => {
  /** A warned case of `seconds` ago that nobody wrote down, and the next worker. */
  async function wokenAfter(seconds: number, change: Partial<Case> = {}) {
    const { fake, journal, openCase, tell, newFrame } = await startWorker();
    const tab = fake.addTab(PAGE);
    const noticedAt = Date.now() - seconds * 1_000;
    await openCase(tab.id, { incidentId: null, noticedAt, ...change });
    await tell(tab.id, { frames: { 0: { ...newFrame('d', PAGE), dialogs: ['Do not restart'] } } });
    const { lastScamAt } = await import('../../../src/background/state/scam-times');
    const { resume } = await import('../../../src/background/resume');
    return { resume, journal, lastScamAt, noticedAt, tabs: fake.tabList };
  }

  it('is written into the journal by the next one, once', async () => {
    const { resume, journal, lastScamAt, noticedAt } = await wokenAfter(1);
    await resume();
    const entry = { at: noticedAt, host: 'page.test', closedBy: 'not-closed', excerpt: 'Do not restart' };
    expect(journal.added).toEqual([expect.objectContaining(entry)]);
    expect(await lastScamAt()).toBe(noticedAt);
    await resume();
    expect(journal.added).toHaveLength(1);
  });

  it('is written as closed where the next one finishes the closing, with what the page had told', async () => {
    const { resume, journal, tabs } = await wokenAfter(1, { state: 'closing', closedBy: 'key' });
    await resume();
    expect([...tabs.values()].some(({ url }) => url === PAGE)).toBe(false);
    expect(journal.added).toEqual([expect.objectContaining({ closedBy: 'key', excerpt: 'Do not restart' })]);
  });

  it.each([
    ['was written', 1, { incidentId: 3 }],
    ['was a mistake', 1, { state: 'mistaken' as const }],
    ['is long past', 3_600, {}],
  ])('is left as it is where it %s', async (_why, seconds, change) => {
    const { resume, journal, lastScamAt } = await wokenAfter(seconds, change);
    await resume();
    expect([journal.added, await lastScamAt()]).toEqual([[], null]);
  });

  it('in a private window is remembered for the guard alone', async () => {
    const { resume, journal, lastScamAt, noticedAt } = await wokenAfter(1, { incognito: true });
    await resume();
    expect([journal.added, await lastScamAt()]).toEqual([[], noticedAt]);
  });
});

describe('a trap whose closing had not begun when the worker was stopped', () => {
  async function wokenBefore(closeByItself: boolean) {
    const { fake, openCase, tell, newFrame } = await startWorker();
    const tab = fake.addTab(PAGE);
    await openCase(tab.id, { level: 'act', timing: { warnedMs: null, closedMs: null } });
    await tell(tab.id, { frames: { 0: newFrame('d', PAGE) } });
    const { saveSettings } = await import('../../../src/storage/settings-store');
    await saveSettings({ closeByItself });
    const { resume } = await import('../../../src/background/resume');
    await resume();
    return [...fake.tabList.values()].map(({ url }) => url.replace(/.*\/ui\/(\w+)\/.*/, '$1'));
  }

  it('is closed by the next one, with the guide in front', async () => {
    expect(await wokenBefore(true)).toEqual(['guide']);
  });

  it('is warned of where a person wants to close pages themselves', async () => {
    expect(await wokenBefore(false)).toEqual([PAGE, 'warning']);
  });
});
