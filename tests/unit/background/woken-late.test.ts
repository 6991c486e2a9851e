import { describe, expect, it, vi } from 'vitest';
import { factsOfUnreadFrame } from '../../../src/detection/frames/unread-frame';
import { loadRules } from '../../../src/detection/phrases/rules';
import type { Case } from '../../../src/messages/ui-messages';
import type { FakeBrowser } from './fake-browser';
import { modulesFirst } from './modules-first';
import { startWorker } from './worker-parts';

const SCAM = 'http://scam.test/';
const BANK = 'http://bank.test/account';
const WORDS =
  'Windows Defender alert: your computer is infected with a virus. Do not restart or shut down. ' +
  'Call Microsoft support now: 1-888-555-0142. Your data is being stolen.';

modulesFirst(async () => {
  await startWorker();
  await import('../../../src/background/resume');
});

/** Facts of a page that is warned of. */
function alarming() {
  const claims = { top: true, address: SCAM, title: '', acts: {}, actTexts: [], text: WORDS, area: 1 };
  const facts = factsOfUnreadFrame(claims, loadRules());
  const looks = { viewportWidth: 1_280, viewportHeight: 700, layerCover: 0.8, layerDepth: 1 };
  return { ...facts, looks: { ...facts.looks, ...looks, threatFontPx: 30 } };
}

/** A case that was opened and not yet shown. */
const CASE: Case = {
  id: 'case-1', level: 'warn', state: 'warned', tabId: 0, windowId: 1, incognito: false, address: SCAM, host: 'scam.test',
  title: '', reasons: [], phones: [], codes: [], noticedAt: 1, closedAt: null, closedBy: null, pageTabId: null,
  companions: 0, incidentId: null, injectedIntoHonestSite: false, reopened: false,
  timing: { warnedMs: null, closedMs: null },
}; // prettier-ignore

/** A worker was stopped right after it had written down what a scam told; the tab shows `url` when the next one starts. */
async function woken(
  url: string,
  { opened = null as Partial<Case> | null, slow = 0, unlinked = false, warning = false } = {},
) {
  const { fake, journal, tabStates, cases, newFrame, openCase, tell } = await startWorker();
  const tab = fake.addTab(SCAM);
  if (warning) fake.addTab('chrome-extension://sangfroid/src/ui/warning/warning.html?case=case-1');
  const frames = { 0: { ...newFrame('d', SCAM), facts: alarming(), injected: true } };
  if (opened) await openCase(tab.id, { ...CASE, tabId: tab.id, noticedAt: Date.now(), ...opened });
  await tell(tab.id, { level: 'warn', frames, ...(unlinked && { caseId: null }) });
  await new Promise((done) => setTimeout(done, 50));
  expect(fake.stores.session.has(`tab:${tab.id}`)).toBe(true);
  tab.url = url;
  fake.calls.length = 0;
  vi.resetModules();
  vi.doMock('../../../src/browser/api', () => ({ browser: fake.api }));
  const { get } = fake.api.storage.session;
  fake.api.storage.session.get = async (key) => {
    await new Promise((done) => setTimeout(done, slow));
    return get(key);
  };
  const { resume } = await import('../../../src/background/resume');
  await resume();
  await new Promise((done) => setTimeout(done, 2_000));
  return { fake, journal, tab, tabStates, cases };
}
const warnings = (fake: FakeBrowser) => fake.ownPages().filter((url) => url.includes('/warning/'));
/** What is done to the page of a warned tab. */
const DONE = ['tabs.sendMessage', 'scripting.executeScript', 'tabs.update'];

describe('a worker that starts long after the one before was stopped in the middle', () => {
  it('warns of the scam that still stands there', async () => {
    expect(warnings((await woken(SCAM)).fake)).toHaveLength(1);
    expect(warnings((await woken(SCAM, { opened: {} })).fake)).toHaveLength(1);
  });

  it('does not hold it against the honest page that the person has gone on to', async () => {
    const { fake, tab } = await woken(BANK);
    expect(warnings(fake)).toEqual([]);
    expect(fake.calls.filter((call) => DONE.includes(call))).toEqual([]);
    expect((tab as { muted?: boolean }).muted).toBeUndefined();
  });

  it('does not warn over that page where the case was written down, but not yet shown', async () => {
    const { fake } = await woken(BANK, { opened: {} });
    expect(warnings(fake)).toEqual([]);
    expect(fake.stores.session.get('case:case-1')).toMatchObject({ state: 'closed', closedBy: null });
    expect(fake.calls).not.toContain('tabs.sendMessage');
  });
});

it('a page that a person wanted gone is not warned of, where the worker was stopped before it could begin to close it', async () => {
  const { fake, openCase, cases, journal } = await startWorker();
  const tab = fake.addTab('http://bread.test/');
  const made = { level: 'quiet' as const, noticedAt: Date.now(), incidentId: null };
  await openCase(tab.id, { ...made, timing: { warnedMs: null, closedMs: null } });
  const { resume } = await import('../../../src/background/resume');
  await resume();
  expect([warnings(fake), journal.added]).toEqual([[], []]);
  expect(fake.tabList.has(tab.id)).toBe(true);
  expect(await cases.read('case-1')).toMatchObject({ state: 'closed', closedBy: null });
});

it('of a page that a person wanted gone only that tab goes: another of the same address that sleeps is not taken for it', async () => {
  const { fake, openCase } = await startWorker();
  const mail = 'http://mail.test/inbox';
  const tab = fake.addTab(mail);
  const other = fake.addTab(mail, { active: false, discarded: true });
  await openCase(tab.id, { level: 'quiet', state: 'closing', closedBy: 'key' });
  const { resumeCases } = await import('../../../src/background/resume');
  await resumeCases();
  expect([tab, other].map(({ id }) => fake.tabList.has(id))).toEqual([false, true]);
});

describe('a case that was written down, while that its tab belongs to it was not', () => {
  const caseIds = (fake: FakeBrowser) =>
    [...fake.stores.session.keys()].filter((key) => key.startsWith('case:'));

  it('has its tab back, not yet shown: one case, one warning, one entry', async () => {
    const { fake, journal } = await woken(SCAM, { unlinked: true, opened: { incidentId: null } });
    expect(caseIds(fake)).toEqual(['case:case-1']);
    expect(fake.ownPages()).toEqual([expect.stringContaining('case=case-1')]);
    expect(journal.added).toHaveLength(1);
  });

  it('has its tab back while its warning stands, and not once that was closed', async () => {
    const shown = { pageTabId: 2, timing: { warnedMs: 40, closedMs: null } };
    const stands = await woken(SCAM, { unlinked: true, opened: shown, warning: true });
    expect(caseIds(stands.fake)).toEqual(['case:case-1']);
    expect(stands.fake.ownPages()).toHaveLength(1);
    const closed = await woken(SCAM, { unlinked: true, opened: shown });
    expect(caseIds(closed.fake)).toHaveLength(2);
    expect(closed.fake.ownPages()).toHaveLength(1);
  });
});

describe('a case that was written down, while its tab is still said to belong to one that was lost', () => {
  it('has its tab back: no second warning of it comes', async () => {
    const { fake, cases, tabStates, tell, openCase, newFrame } = await startWorker();
    const tab = fake.addTab(SCAM);
    const warning = fake.addTab('chrome-extension://sangfroid/src/ui/warning/warning.html?case=case-1');
    await openCase(tab.id, { pageTabId: warning.id });
    const frames = { 0: { ...newFrame('d', SCAM), facts: alarming(), injected: true } };
    await tell(tab.id, { level: 'warn', frames, caseId: 'lost' });
    await new Promise((done) => setTimeout(done, 50));
    const { resume } = await import('../../../src/background/resume');
    await resume();
    await new Promise((done) => setTimeout(done, 2_000));
    expect(fake.ownPages()).toEqual([warning.url]);
    expect(await cases.ids()).toEqual(['case-1']);
    expect((await tabStates.read(String(tab.id))).caseId).toBe('case-1');
  });
});

describe('a case that was written down alone, while its page tells again what it showed', () => {
  it.each([0, 2, 5, 10])('has one warning and stays one case (told %s ms after the start)', async (ms) => {
    const { fake, cases, tabStates, newFrame } = await startWorker();
    const { resume } = await import('../../../src/background/resume');
    const { receiveFromContent } = await import('../../../src/background/content-inbox');
    const tab = fake.addTab(SCAM);
    const frames = { 0: { ...newFrame('d', SCAM), facts: alarming(), injected: true } };
    const state = { ...(await tabStates.read('none')), level: 'warn', frames };
    fake.stores.session.set(`tab:${tab.id}`, structuredClone(state));
    fake.stores.session.set('case:case-1', {
      ...CASE,
      tabId: tab.id,
      noticedAt: Date.now(),
    });
    const resuming = resume();
    await new Promise((done) => setTimeout(done, ms));
    const sender = { tabId: tab.id, frameId: 0, address: SCAM, tabAddress: SCAM, incognito: false };
    await receiveFromContent({ type: 'facts', doc: 'd', facts: alarming() }, sender);
    await resuming;
    await new Promise((done) => setTimeout(done, 2_000));
    expect([warnings(fake).length, (await cases.ids()).length]).toEqual([1, 1]);
  });
});

describe('a session store that takes longer for each answer than a page would be let wait', () => {
  it('is waited for where something was begun: the scam is warned of, the closing ends', async () => {
    expect(warnings((await woken(SCAM, { slow: 700 })).fake)).toHaveLength(1);
    expect(warnings((await woken(SCAM, { slow: 700, opened: {} })).fake)).toHaveLength(1);
    const { fake, tab } = await woken(SCAM, { slow: 700, opened: { state: 'closing', closedBy: 'key' } });
    await vi.waitFor(() => expect(fake.tabList.has(tab.id)).toBe(false));
  });
});
