import { describe, expect, it, vi } from 'vitest';
import { modulesFirst } from '../modules-first';
import { verdict } from '../verdicts';
import { startWorker } from '../worker-parts';

const WARNING = 'chrome-extension://sangfroid/src/ui/warning/warning.html';
const SCAM = 'http://scam.test/';

/** The parts that act, of the worker that runs by now. */
const parts = async () => ({
  ...(await import('../../../../src/background/close/close-case')),
  ...(await import('../../../../src/background/family/replaced-tab')),
  ...(await import('../../../../src/background/family/opened-tabs')),
  ...(await import('../../../../src/background/family/told-document')),
  ...(await import('../../../../src/background/judge/respond')),
  ...(await import('../../../../src/background/resume')),
  ...(await import('../../../../src/background/ui-requests')),
});

modulesFirst(async () => {
  await startWorker();
  await parts();
});

const settle = (): Promise<void> => new Promise((done) => setTimeout(done, 3_000));

/** A scam with its warning. @param hears whether the worker hears at once that a tab has another id */
async function warned({ hears = true } = {}) {
  const worker = await startWorker();
  const acts = await parts();
  const { fake, openCase, tell, tabStates, cases } = worker;
  if (hears) fake.api.tabs.onReplaced.addListener((...ids) => void acts.noteReplaced(...ids));
  const scam = fake.addTab(SCAM);
  const known = await openCase(scam.id, { level: 'warn' });
  const warning = fake.addTab(`${WARNING}?case=case-1&tab=${scam.id}`);
  await cases.update('case-1', (now) => now && { ...now, pageTabId: warning.id, warnedOver: ['d'] });
  await tell(scam.id, { level: 'warn', stay: { since: 5, hosts: ['scam.test'] } }, SCAM);

  /** The browser puts a tab to sleep. @returns its new id */
  async function sleeps(tabId: number): Promise<number> {
    const { id } = await fake.api.tabs.discard(tabId);
    await settle();
    return id;
  }

  /** The person clicks it: its page loads anew, and tells of itself. */
  async function wakes(tabId: number, url = SCAM) {
    await fake.api.tabs.update(tabId, { active: true, discarded: false });
    const teller = { tabId, frameId: 0, address: url, tabAddress: url, incognito: false };
    return (await acts.noteDocument('woken', teller)).state;
  }

  const stateOf = (tabId: number) => tabStates.read(String(tabId));
  const stored = () => [...fake.stores.session.keys()].filter((key) => key.startsWith('tab:'));
  return { ...worker, ...acts, scam, known, warning, sleeps, wakes, stateOf, stored };
}

describe('a warned scam that the browser puts to sleep, once it is clicked', () => {
  it('has the case and the warning that it had', async () => {
    const { fake, sleeps, wakes, respond, scam, cases, answerUi } = await warned();
    const tabId = await sleeps(scam.id);
    await respond(tabId, verdict('warn'), await wakes(tabId));
    await settle();
    expect(fake.ownPages()).toHaveLength(1);
    expect(await cases.ids()).toEqual(['case-1']);
    expect(await answerUi({ type: 'case-get', caseId: 'case-1' })).toMatchObject({ state: 'warned', tabId });
  });

  it('is closed by the button of that warning', async () => {
    const { fake, sleeps, wakes, scam, answerUi } = await warned();
    const tabId = await sleeps(scam.id);
    await wakes(tabId);
    expect(await answerUi({ type: 'case-close', caseId: 'case-1' })).toEqual({ ok: true });
    expect(fake.tabList.has(tabId)).toBe(false);
  });

  it('keeps what it tells before the worker has heard of the new id, with its case and its family', async () => {
    const { fake, wakes, scam, noteOpened, noteReplaced, stateOf, cases } = await warned({ hears: false });
    const child = fake.addTab('http://scam.test/more');
    await noteOpened(scam.id, child.id, 6);
    const { id: tabId } = await fake.api.tabs.discard(scam.id);
    await wakes(tabId);
    await noteOpened(tabId, 77, 9);
    await noteReplaced(tabId, scam.id);
    const state = await stateOf(tabId);
    expect(state.frames[0]?.doc).toBe('woken');
    expect(state).toMatchObject({ caseId: 'case-1', opened: [{ tabId: child.id }, { tabId: 77 }] });
    expect(state.stay).toEqual({ since: 5, hosts: ['scam.test'] });
    expect(await cases.read('case-1')).toMatchObject({ tabId });
  });

  it('has its case where the worker was started by the new id', async () => {
    const { fake, scam } = await warned({ hears: false });
    await settle();
    vi.resetModules();
    const { resume, noteReplaced } = await parts();
    const { id: tabId } = await fake.api.tabs.discard(scam.id);
    await Promise.all([resume(), noteReplaced(tabId, scam.id)]);
    await settle();
    expect(fake.stores.session.get(`tab:${tabId}`)).toMatchObject({ caseId: 'case-1', level: 'warn' });
    expect(fake.stores.session.get('case:case-1')).toMatchObject({ state: 'warned', tabId });
  });
});

describe('a tab that gets another id', () => {
  it('stays the child of the page that opened it, and the opener of its own', async () => {
    const { fake, scam, sleeps, noteOpened, stateOf } = await warned();
    const [above, below] = ['http://a.test/', 'http://b.test/'].map((url) => fake.addTab(url).id);
    await noteOpened(above ?? 0, scam.id, 1);
    await noteOpened(scam.id, below ?? 0, 2);
    const tabId = await sleeps(scam.id);
    expect(await stateOf(tabId)).toMatchObject({ openedBy: above, opened: [{ tabId: below, at: 2 }] });
    expect(await stateOf(above ?? 0)).toMatchObject({ opened: [{ tabId, at: 1 }] });
    expect(await stateOf(below ?? 0)).toMatchObject({ openedBy: tabId });
  });

  it('is no page that fell silent: nobody beats while it is asleep', async () => {
    const { scam, sleeps, tell, stateOf, stored } = await warned();
    await tell(scam.id, { lastBeat: 5, silentFor: 900, dialogAt: 5 });
    const tabId = await sleeps(scam.id);
    const asleep = { lastBeat: null, silentFor: 0, dialogAt: null, level: 'warn' };
    expect(await stateOf(tabId)).toMatchObject(asleep);
    expect(stored()).toEqual([`tab:${tabId}`]);
  });

  it('is still the warning of its case where it is ours', async () => {
    const { warning, sleeps, cases } = await warned();
    const pageTabId = await sleeps(warning.id);
    expect(await cases.read('case-1')).toMatchObject({ pageTabId });
  });

  it('leaves nothing behind where nothing is known of it', async () => {
    const { fake, sleeps, stored, scam } = await warned();
    await sleeps(fake.addTab('https://news.test/').id);
    expect(stored()).toEqual([`tab:${scam.id}`]);
  });

  it('leaves nothing behind where it was put to sleep to be closed', async () => {
    const { scam, closeCase, stored, fake } = await warned();
    expect(await closeCase('case-1', 'warning')).toMatchObject({ state: 'closed', companions: 0 });
    await settle();
    expect(stored()).toEqual([]);
    expect(fake.tabList.has(scam.id)).toBe(false);
  });

  it('does not give its case to an honest page that has told there before', async () => {
    const { fake, wakes, scam, warning, noteReplaced, stateOf } = await warned({ hears: false });
    const { id: tabId } = await fake.api.tabs.discard(scam.id);
    fake.tabList.delete(warning.id);
    await wakes(tabId, 'https://bank.test/');
    await noteReplaced(tabId, scam.id);
    expect((await stateOf(tabId)).caseId).toBeNull();
  });
});
