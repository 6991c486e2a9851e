import { describe, expect, it, vi } from 'vitest';
import type { Verdict } from '../../../src/detection/verdict';
import type { FakeBrowser, FakeTab } from './fake-browser';
import { modulesFirst } from './modules-first';
import { startWorker } from './worker-parts';

const PAGE = 'https://news.test/article?page=1';
const BANK = 'https://bank.test/transfer';
const QUIET: Verdict = {
  level: 'quiet', score: 0, logOdds: 0, reasons: [], phones: [], codes: [], injectedIntoHonestSite: false,
}; // prettier-ignore

modulesFirst(async () => {
  await startWorker();
  await import('../../../src/background/resume');
});

/** The person pressed the key on a page that nobody judged, and the worker was stopped before it went. */
async function pressed(
  meanwhile: (tab: FakeTab, fake: FakeBrowser) => unknown,
  { incognito = false, url = PAGE } = {},
) {
  const { fake, journal } = await startWorker();
  const { openCase, changeCase } = await import('../../../src/background/state/cases');
  const tab = fake.addTab(url, { incognito });
  const about = { tabId: tab.id, windowId: 1, incognito, address: url, title: '' };
  const { id } = await openCase(about, QUIET, Date.now());
  await changeCase(id, { state: 'closing', closedBy: 'key' });
  await new Promise((done) => setTimeout(done, 50)); // it is written down
  meanwhile(tab, fake);
  vi.resetModules();
  const { resume } = await import('../../../src/background/resume');
  const { cases } = await import('../../../src/background/state/cases');
  await resume();
  return { fake, journal, known: await cases.read(id), isOpen: fake.tabList.has(tab.id) };
}

const goTo = (url: string) => (tab: FakeTab) => Object.assign(tab, { url });

describe('a page that a person wanted gone, where the worker was stopped before it went', () => {
  it('is closed by the next worker while it stands there', async () => {
    const { known, isOpen } = await pressed(() => undefined);
    expect([isOpen, known]).toEqual([
      false,
      expect.objectContaining({ state: 'closed', closedBy: 'key' }) as unknown,
    ]);
  });

  it.each([
    ['another site', BANK],
    ['another page of its site', 'https://news.test/article?page=2'],
  ])('is not taken for what the person has gone on to in its tab: %s', async (_where, url) => {
    const { fake, journal, known, isOpen } = await pressed(goTo(url));
    expect([isOpen, known]).toEqual([
      true,
      expect.objectContaining({ state: 'closed', closedBy: null }) as unknown,
    ]);
    expect([fake.ownPages(), journal.added]).toEqual([[], []]);
  });

  it.each([
    ['another fragment', `${PAGE}#top`],
    ['an address that the browser does not tell', undefined],
  ])('is closed where its page goes on with %s', async (_what, url) => {
    const { isOpen, known } = await pressed((tab) => Object.assign(tab, { url }));
    expect([isOpen, known?.closedBy]).toEqual([false, 'key']);
  });

  it.each([
    ['its own site', 'https://news.test/other', false],
    ['another site', BANK, true],
  ])('is told by its site in a private window: %s', async (_where, url, stays) => {
    const { isOpen, known } = await pressed(goTo(url), { incognito: true });
    expect([isOpen, known?.closedBy]).toEqual([stays, stays ? null : 'key']);
  });

  it('counts as closed where its tab has gone: another of its address, asleep, is not taken for it', async () => {
    let asleep: FakeTab | null = null;
    const { fake, known } = await pressed((tab, worker) => {
      worker.tabList.delete(tab.id);
      asleep = worker.addTab(PAGE, { active: false, discarded: true });
    });
    expect(known).toMatchObject({ state: 'closed', closedBy: 'key' });
    expect([...fake.tabList.values()]).toContain(asleep);
  });
});
