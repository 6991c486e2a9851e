import { describe, expect, it, vi } from 'vitest';
import type { Verdict } from '../../../../src/detection/verdict';
import { alarmed, MET_AT, PAGE, reportedWords, told } from '../alarmed-page';
import { modulesFirst } from '../modules-first';
import { startWorker } from '../worker-parts';

modulesFirst(async () => {
  await startWorker();
  await import('../../../../src/background/ui-requests');
});

const WARN: Verdict = {
  level: 'warn', score: 0.9, logOdds: 3, reasons: [], phones: [], codes: [], injectedIntoHonestSite: false,
}; // prettier-ignore

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
      frames: [
        { address: 'http://bakery.test', title: '', excerpt: '', words: reportedWords, acts: told.acts },
      ],
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
    const { whyLeftAlone } = await import('../../../../src/background/state/trust');
    expect(await whyLeftAlone(PAGE, 5)).toMatchObject({ why: 'paused' });
  });

  it('in a private window lets the judged site be, not the one that the tab has gone to', async () => {
    const { answerUi, tab, cases, tell } = await alarmed({ incognito: true });
    const { openCase } = await import('../../../../src/background/state/cases');
    const about = { tabId: tab.id, windowId: 1, incognito: true, address: 'http://butcher.test/', title: '' };
    const { id } = await openCase(about, WARN, Date.now());
    await tell(tab.id, { caseId: id });
    expect(await answerUi({ type: 'case-mistake', caseId: id })).toEqual({ ok: true });
    const { whyLeftAlone } = await import('../../../../src/background/state/trust');
    expect(await whyLeftAlone(PAGE, 5)).toBeNull();
    expect(await whyLeftAlone(about.address, 5)).toMatchObject({ why: 'paused' });
    expect(await cases.read(id)).toMatchObject({ state: 'mistaken' });
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
    const answer = await answerUi<'tab-trust'>({ type: 'tab-trust', tabId: tab.id, host: 'bakery.test' });
    expect(answer).toMatchObject({ ok: true, report: { kind: 'mistake' } });
    expect(await cases.read('case-1')).toMatchObject({ state: 'mistaken' });
    await vi.waitFor(() => expect(journal.ends).toMatchObject([{ id: 7, closedBy: 'mistake' }]));
    expect(await lastScamAt()).toBeNull();
    expect(await offered()).toEqual(answer.report);
  });

  it('has no report where nothing was noticed', async () => {
    const { answerUi, tab, tell, journal } = await alarmed();
    await tell(tab.id, { level: 'quiet', caseId: null });
    expect(await answerUi({ type: 'tab-trust', tabId: tab.id, host: 'bakery.test' })).toEqual({
      ok: true,
      report: null,
    });
    expect(journal.ends).toEqual([]);
  });

  it('leaves a case alone that is about another site', async () => {
    const { answerUi, tab, cases } = await alarmed({ host: 'scam.test' });
    await answerUi({ type: 'tab-trust', tabId: tab.id, host: 'bakery.test' });
    expect(await cases.read('case-1')).toMatchObject({ state: 'warned' });
  });

  it('leaves one alone that is about another site in a private window, too', async () => {
    const { answerUi, tab, cases, tell } = await alarmed({ incognito: true });
    const { openCase } = await import('../../../../src/background/state/cases');
    const about = { tabId: tab.id, windowId: 1, incognito: true, address: 'http://scam.test/', title: '' };
    const { id } = await openCase(about, WARN, Date.now());
    await tell(tab.id, { caseId: id });
    await answerUi({ type: 'tab-trust', tabId: tab.id, host: 'bakery.test' });
    expect(await cases.read(id)).toMatchObject({ state: 'warned' });
    // The next worker does not know which site it was about: then it was this one.
    await tell(tab.id, { caseId: 'case-1' });
    await answerUi({ type: 'tab-trust', tabId: tab.id, host: 'bakery.test' });
    expect(await cases.read('case-1')).toMatchObject({ state: 'mistaken' });
  });

  it('trusts nothing where another site stands there by now than the one that was read', async () => {
    const { answerUi, tab, cases } = await alarmed();
    tab.url = 'http://butcher.test/';
    const answer = await answerUi({ type: 'tab-trust', tabId: tab.id, host: 'bakery.test' });
    expect(answer).toEqual({ ok: false, moved: true, report: null });
    const { whyLeftAlone } = await import('../../../../src/background/state/trust');
    expect([await whyLeftAlone(tab.url, 5), await whyLeftAlone(PAGE, 5)]).toEqual([null, null]);
    expect(await cases.read('case-1')).toMatchObject({ state: 'warned' });
  });

  it('keeps ten reports at most', async () => {
    const { answerUi, tab, tellAlarm, fake } = await alarmed();
    for (let n = 0; n < 14; n += 1) {
      await tellAlarm();
      await answerUi({ type: 'tab-trust', tabId: tab.id, host: 'bakery.test' });
    }
    expect(fake.stores.session.get('mistake-reports:now')).toHaveLength(10);
  });
});

describe('a page that was closed wrongly', () => {
  async function closed() {
    const worker = await alarmed();
    const { closeCase } = await import('../../../../src/background/close/close-case');
    await closeCase('case-1', 'itself');
    return worker;
  }

  it('has a report once it is reopened, and its entry says that it was a mistake', async () => {
    const { answerUi, offered, journal, lastScamAt } = await closed();
    expect(await offered()).toBeNull();
    await answerUi({ type: 'case-reopen', caseId: 'case-1' });
    expect(await offered()).toMatchObject({ kind: 'mistake', facts: { frames: [{ words: reportedWords }] } });
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
    await answerUi({ type: 'held-back-open', address: PAGE, agreed: true });
    expect(await offered()).toMatchObject({ kind: 'mistake' });
    expect(await cases.read('case-1')).toMatchObject({ state: 'mistaken' });
  });

  it('days ago is found in the journal by its host', async () => {
    const { answerUi, cases, journal, lastScamAt } = await closed();
    const { noteScam } = await import('../../../../src/background/state/scam-times');
    await noteScam({ at: 3, entry: 100 }, false);
    await cases.drop('case-1');
    await answerUi({ type: 'held-back-open', address: PAGE, agreed: true });
    expect(journal.refuted).toEqual(['bakery.test']);
    await vi.waitFor(async () => expect(await lastScamAt()).toBe(MET_AT));
  });
});
