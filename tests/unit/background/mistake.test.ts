import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { FrameFacts } from '../../../src/detection/facts';
import type { Case, LocalReport, UiRequest } from '../../../src/messages/ui-messages';
import { CONTENT_MESSAGES } from '../../property/messages';
import type { FakeBrowser } from './fake-browser';
import { startWorker } from './worker-parts';

const PAGE = 'http://bakery.test/oven?visitor=77';
const MET_AT = 1; // noticedAt of the case in worker-parts

const told = CONTENT_MESSAGES.flatMap((one) => (one.type === 'facts' ? [one.facts] : []))[0] as FrameFacts;

/** Reading the modules for the first time takes a busy machine seconds. */
beforeAll(async () => {
  await startWorker();
  await import('../../../src/background/ui-requests');
}, 60_000);
beforeEach(() => void vi.useFakeTimers().setTimerTickMode('nextTimerAsync'));
afterEach(() => vi.useRealTimers());

/** A tab that was warned of wrongly, with what its page had told. */
async function alarmed(change: Partial<Case> = {}) {
  const worker = await startWorker();
  const { fake, tell, openCase, newFrame } = worker;
  const { answerUi } = await import('../../../src/background/ui-requests');
  const { noteScam, lastScamAt } = await import('../../../src/background/scam-times');
  const incognito = change.incognito ?? false;
  const tab = fake.addTab(PAGE, { incognito });
  const about = incognito ? { address: '', host: '', incidentId: null } : {};
  await openCase(tab.id, { ...about, ...change });
  const frame = { ...newFrame('d', PAGE), facts: { ...told, address: PAGE } };
  /** The page tells what it shows. */
  const tellAlarm = () => tell(tab.id, { level: 'warn', isPrivate: incognito, frames: { 0: frame } });
  await tellAlarm();
  const entry = incognito ? null : 7;
  await noteScam({ at: MET_AT, entry }, incognito);
  /** What the popup over an address offers. */
  const offered = async (url = PAGE): Promise<LocalReport | null> => {
    const { id } = fake.addTab(url, { incognito });
    return (await answerUi<'tab-mistake'>({ type: 'tab-mistake', tabId: id })).report;
  };
  return { ...worker, answerUi, lastScamAt, tab, offered, tellAlarm };
}
const written = (fake: { stores: { local: Map<string, unknown>; session: Map<string, unknown> } }) =>
  JSON.stringify([[...fake.stores.local], [...fake.stores.session]]);

describe('"this is a mistake" on the warning', () => {
  it('leaves a report for the popup on that site: its facts without text, title and path', async () => {
    const { answerUi, offered } = await alarmed();
    expect(await offered()).toBeNull();
    expect(await answerUi({ type: 'case-mistake', caseId: 'case-1' })).toEqual({ ok: true });
    const report = await offered('http://bakery.test/bread');
    expect(report?.kind).toBe('mistake');
    expect(report?.facts).toMatchObject({
      frames: [{ address: 'http://bakery.test', title: '', excerpt: '', words: told.words, acts: told.acts }],
    });
    expect(JSON.stringify(report)).not.toMatch(/visitor|oven|Hello/);
    expect(await offered('http://butcher.test/')).toBeNull();
  });

  it('is written into the journal, and the guard does not stand for it', async () => {
    const { answerUi, journal, lastScamAt } = await alarmed();
    expect(await lastScamAt()).toBe(MET_AT);
    await answerUi({ type: 'case-mistake', caseId: 'case-1' });
    await vi.waitFor(() => expect(journal.ends).toMatchObject([{ id: 7, closedBy: 'mistake' }]));
    expect(await lastScamAt()).toBeNull();
  });

  it('in a private window is remembered there only, and nothing of it is written down', async () => {
    const { answerUi, offered, fake, lastScamAt } = await alarmed({ incognito: true });
    expect(await lastScamAt()).toBe(MET_AT);
    await answerUi({ type: 'case-mistake', caseId: 'case-1' });
    expect(await offered()).toMatchObject({ kind: 'mistake' });
    await vi.waitFor(async () => expect(await lastScamAt()).toBeNull());
    expect(written(fake)).not.toContain('bakery');
    const open = fake.addTab(PAGE);
    expect(await answerUi({ type: 'tab-mistake', tabId: open.id })).toEqual({ report: null });
  });

  it.each([
    [false, 'toolbarTrusted'],
    [true, 'toolbarPaused'],
  ])('has the button say what the popup says; private window: %s', async (incognito, title) => {
    const { answerUi, fake, tab } = await alarmed({ incognito });
    const said = vi.spyOn(fake.api.action, 'setTitle') as unknown as { mock: { calls: unknown[][] } };
    await answerUi({ type: 'case-mistake', caseId: 'case-1' });
    expect(said.mock.calls).toEqual([[{ tabId: tab.id, title }]]);
  });

  it('in a private window lets the site be as long as the worker remembers', async () => {
    const { answerUi } = await alarmed({ incognito: true });
    await answerUi({ type: 'case-mistake', caseId: 'case-1' });
    const { restFor } = await import('../../../src/background/trust');
    expect(await restFor(PAGE, 5)).toMatchObject({ why: 'paused' });
  });

  it('makes no report of another site the tab has gone to', async () => {
    const { answerUi, offered, tab, tell } = await alarmed();
    await tell(tab.id, {}, 'http://butcher.test/');
    await answerUi({ type: 'case-mistake', caseId: 'case-1' });
    expect([await offered(), await offered('http://butcher.test/')]).toEqual([null, null]);
  });
});

describe('"this is safe here" in the popup', () => {
  it('gives the report at once, ends the case as a mistake, and offers the report again', async () => {
    const { answerUi, tab, cases, journal, offered, lastScamAt } = await alarmed();
    const answer = await answerUi<'tab-trust'>({ type: 'tab-trust', tabId: tab.id });
    expect(answer).toMatchObject({ ok: true, report: { kind: 'mistake' } });
    expect(await cases.read('case-1')).toMatchObject({ state: 'mistaken' });
    await vi.waitFor(() => expect(journal.ends).toMatchObject([{ id: 7, closedBy: 'mistake' }]));
    expect(await lastScamAt()).toBeNull();
    expect(await offered()).toEqual(answer.report);
  });

  it('has no report where nothing was noticed', async () => {
    const { answerUi, tab, tell, journal } = await alarmed();
    await tell(tab.id, { level: 'quiet', caseId: null });
    expect(await answerUi({ type: 'tab-trust', tabId: tab.id })).toEqual({ ok: true, report: null });
    expect(journal.ends).toEqual([]);
  });

  it('leaves a case alone that is about another site', async () => {
    const { answerUi, tab, cases } = await alarmed({ host: 'scam.test' });
    await answerUi({ type: 'tab-trust', tabId: tab.id });
    expect(await cases.read('case-1')).toMatchObject({ state: 'warned' });
  });

  it('keeps ten reports at most', async () => {
    const { answerUi, tab, tellAlarm, fake } = await alarmed();
    for (let n = 0; n < 14; n += 1) {
      await tellAlarm();
      await answerUi({ type: 'tab-trust', tabId: tab.id });
    }
    expect(fake.stores.session.get('mistake-reports:now')).toHaveLength(10);
  });
});

describe('a page that was closed wrongly', () => {
  async function closed() {
    const worker = await alarmed();
    const { closeCase } = await import('../../../src/background/close-case');
    await closeCase('case-1', 'itself');
    return worker;
  }

  it('has a report once it is reopened, and its entry says that it was a mistake', async () => {
    const { answerUi, offered, journal, lastScamAt } = await closed();
    expect(await offered()).toBeNull();
    await answerUi({ type: 'case-reopen', caseId: 'case-1' });
    expect(await offered()).toMatchObject({ kind: 'mistake', facts: { frames: [{ words: told.words }] } });
    await vi.waitFor(() => expect(journal.ends.at(-1)).toMatchObject({ id: 7, closedBy: 'mistake' }));
    expect(await lastScamAt()).toBeNull();
  });

  it('is no mistake yet where no tab could be opened for it: it can be tried again', async () => {
    const { answerUi, journal, cases, fake } = await closed();
    const before = journal.ends.length;
    for (const call of ['tabs.create', 'windows.create']) fake.faults.set(call, 'reject');
    const failed = { ok: false, error: 'errors.action' };
    expect(await answerUi({ type: 'case-reopen', caseId: 'case-1' })).toEqual(failed);
    expect(await cases.read('case-1')).toMatchObject({ state: 'closed', reopened: false });
    expect(journal.ends).toHaveLength(before);
    fake.faults.clear();
    expect(await answerUi({ type: 'case-reopen', caseId: 'case-1' })).toEqual({ ok: true });
    expect(await cases.read('case-1')).toMatchObject({ state: 'mistaken', reopened: true });
  });

  it('is opened once where the button is pressed twice', async () => {
    const { answerUi, fake } = await closed();
    await answerUi({ type: 'case-reopen', caseId: 'case-1' });
    expect(await answerUi({ type: 'case-reopen', caseId: 'case-1' })).toMatchObject({ ok: false });
    expect([...fake.tabList.values()].filter(({ url }) => url === PAGE)).toHaveLength(1);
  });

  it('that was kept from coming back, too', async () => {
    const { answerUi, offered, cases } = await closed();
    await answerUi({ type: 'address-trust', address: PAGE });
    expect(await offered()).toMatchObject({ kind: 'mistake' });
    expect(await cases.read('case-1')).toMatchObject({ state: 'mistaken' });
  });

  it('days ago is found in the journal by its host', async () => {
    const { answerUi, cases, journal, lastScamAt } = await closed();
    const { noteScam } = await import('../../../src/background/scam-times');
    await noteScam({ at: 3, entry: 100 }, false);
    await cases.drop('case-1');
    await answerUi({ type: 'address-trust', address: PAGE });
    expect(journal.refuted).toEqual(['bakery.test']);
    await vi.waitFor(async () => expect(await lastScamAt()).toBe(MET_AT));
  });
});

describe('where trust cannot be kept', () => {
  const FILE = 'file:///home/ann/saved.html';
  const lock = (fake: FakeBrowser, name: string) =>
    void (fake.api.storage.managed.get = () => Promise.resolve({ lockedSettings: [name] }));
  const resting = async (address: string) =>
    (await import('../../../src/background/trust')).restFor(address, 5);
  async function closed() {
    const worker = await alarmed();
    const { closeCase } = await import('../../../src/background/close-case');
    await closeCase('case-1', 'itself');
    const { blockFor } = await import('../../../src/background/block-return');
    return { ...worker, blockFor };
  }

  it.each(['trustedSites', 'all'])(
    'an administrator who locked %s is told, and nothing changes',
    async (name) => {
      const { answerUi, cases, fake, tab, journal } = await alarmed();
      lock(fake, name);
      const told = { ok: false, error: 'errors.locked' };
      expect(await answerUi({ type: 'case-mistake', caseId: 'case-1' })).toEqual(told);
      expect(await answerUi({ type: 'tab-trust', tabId: tab.id })).toMatchObject(told);
      expect([await cases.read('case-1'), await resting(PAGE)]).toMatchObject([{ state: 'warned' }, null]);
      expect(journal.ends).toEqual([]);
    },
  );

  it('a locked list opens nothing again that was closed', async () => {
    const { answerUi, fake, blockFor } = await closed();
    lock(fake, 'trustedSites');
    const told = { ok: false, error: 'errors.locked' };
    expect(await answerUi({ type: 'case-reopen', caseId: 'case-1' })).toEqual(told);
    expect(await answerUi({ type: 'address-trust', address: PAGE })).toEqual(told);
    expect(await blockFor(PAGE)).toMatchObject({ caseId: 'case-1' });
    expect([...fake.tabList.values()].map(({ url }) => url)).not.toContain(PAGE);
  });

  it.each(['case-mistake', 'case-reopen', 'address-trust', 'tab-trust'] as const)(
    'a full disk leaves the site alone until the browser ends: %s',
    async (type) => {
      const { answerUi, fake, tab } = await (/reopen|address/.test(type) ? closed() : alarmed());
      fake.faults.set('storage.local.set', 'reject');
      const asked = { type, caseId: 'case-1', address: PAGE, tabId: tab.id } as UiRequest;
      expect(await answerUi(asked)).toMatchObject({ ok: true });
      expect(await resting(PAGE)).toEqual({ why: 'paused', until: 'restart' });
      expect([fake.rules.size, fake.sessionRules.size]).toEqual([0, 0]);
    },
  );

  it('a page that has no host is let be itself, not the file beside it', async () => {
    const { answerUi, openCase, fake } = await alarmed();
    const file = fake.addTab(`${FILE}#top`);
    await openCase(file.id, { id: 'case-2', host: '' });
    expect(await answerUi({ type: 'case-mistake', caseId: 'case-2' })).toEqual({ ok: true });
    expect(await resting(FILE)).toEqual({ why: 'paused', until: 'restart' });
    expect([await resting('file:///home/ann/other.html'), await resting('')]).toEqual([null, null]);
  });
});

describe('evidence', () => {
  it('notes the time of a scam, also where the journal takes no entry', async () => {
    const { fake, cases, tabStates } = await alarmed();
    const incidents = await import('../../../src/storage/incidents');
    const { keepEvidence } = await import('../../../src/background/evidence');
    vi.spyOn(incidents, 'addIncident').mockResolvedValue(null);
    const known = (await cases.read('case-1')) as Case;
    await keepEvidence({ ...known, noticedAt: 50 }, await tabStates.read('1'), null, []);
    expect(fake.stores.local.get('scam-times')).toContainEqual({ at: 50, entry: null });
    await keepEvidence({ ...known, noticedAt: 60, incognito: true }, await tabStates.read('1'), null, []);
    expect(fake.stores.session.get('scam-times')).toEqual([{ at: 60, entry: null }]);
    expect(fake.stores.local.get('scam-times')).not.toContainEqual({ at: 60, entry: null });
  });

  it('learns of a mistake, or an end, that came while the entry was being written', async () => {
    const { cases, tabStates, journal, lastScamAt } = await alarmed();
    const { keepEvidence } = await import('../../../src/background/evidence');
    const warned = (await cases.read('case-1')) as Case;
    await cases.update('case-1', () => ({ ...warned, state: 'closed', closedBy: 'key' }));
    await keepEvidence(warned, await tabStates.read('1'), null, []);
    expect(journal.ends).toMatchObject([{ id: 1, closedBy: 'key' }]);
    await cases.update('case-1', () => ({ ...warned, noticedAt: 50, state: 'mistaken', incidentId: null }));
    await keepEvidence({ ...warned, noticedAt: 50 }, await tabStates.read('1'), null, []);
    expect(journal.ends.at(-1)).toMatchObject({ id: 2, closedBy: 'mistake' });
    expect(await lastScamAt()).toBe(MET_AT);
  });
});
