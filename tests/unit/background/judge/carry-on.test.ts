import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Verdict } from '../../../../src/detection/verdict';
import type { Case } from '../../../../src/messages/ui-messages';
import { startWorker } from '../worker-parts';

const WARN: Verdict = {
  level: 'warn', score: 0.9, logOdds: 3, reasons: [], phones: [], codes: ['a1'], injectedIntoHonestSite: false,
}; // prettier-ignore

beforeEach(() => void vi.useFakeTimers().setTimerTickMode('nextTimerAsync'));
afterEach(() => vi.useRealTimers());

const settle = (): Promise<void> => new Promise((done) => setTimeout(done, 3_000));

/** A scam with its warning, behind which a further tab of it has come. @param opens whether that one opened the first */
async function further(change: Partial<Case> = {}, opens = false) {
  const worker = await startWorker();
  const { fake, openCase, tell, tabStates } = worker;
  const { carryOn } = await import('../../../../src/background/judge/carry-on');
  const { belongsToClosing } = await import('../../../../src/background/family/closing-group');
  const page = fake.addTab('http://scam.test/', { windowId: 1 });
  const warning = fake.addTab('chrome-extension://sangfroid/src/ui/warning/warning.html?case=case-1');
  const known = await openCase(page.id, { level: 'warn', pageTabId: warning.id, ...change });
  const other = fake.addTab('http://scam.test/again', { windowId: 3 });
  const ids = [98, opens ? page.id : 97];
  const opened = ids.map((tabId) => ({ tabId, at: 1, from: 'scam.test', popup: true }));
  await tell(other.id, { level: 'warn', opened }, other.url);
  const caseOf = async (id: number) => (await tabStates.read(String(id))).caseId;
  return { ...worker, page, warning, known, other, carryOn, caseOf, belongsToClosing };
}

describe('a further tab of a case', () => {
  it('belongs to it from then on, is silenced and stands behind the warning', async () => {
    const { other, warning, known, carryOn, caseOf, cases } = await further();
    const noted = await carryOn(other.id, known, { verdict: WARN, closesAtOnce: false });
    await settle();
    expect(noted.caseId).toBe('case-1');
    expect(await caseOf(other.id)).toBe('case-1');
    expect(other).toMatchObject({ muted: true, active: false });
    expect(warning.active).toBe(true);
    expect(await cases.read('case-1')).toMatchObject({ tabId: known.tabId, codes: ['a1'] });
  });

  it('is what the case is about where it opened the first one', async () => {
    const { other, known, carryOn, cases } = await further({}, true);
    await carryOn(other.id, known, { verdict: WARN, closesAtOnce: false });
    expect(await cases.read('case-1')).toMatchObject({ tabId: other.id, windowId: 3 });
  });

  it('is so in the window that is known, where the browser does not tell of the tab', async () => {
    const { fake, other, known, carryOn, cases } = await further({ windowId: 5 }, true);
    fake.faults.set('tabs.get', 'hang');
    const began = Date.now();
    await carryOn(other.id, known, { verdict: WARN, closesAtOnce: false });
    expect(Date.now() - began).toBeLessThan(3_000);
    expect(await cases.read('case-1')).toMatchObject({ tabId: other.id, windowId: 5 });
  });

  it('is not while that one is being closed: it goes at once, and what it opens would', async () => {
    const { fake, other, known, carryOn, cases, belongsToClosing } = await further(
      { state: 'closing' },
      true,
    );
    await carryOn(other.id, known, { verdict: WARN, closesAtOnce: false });
    expect(await cases.read('case-1')).toMatchObject({ tabId: known.tabId });
    expect(fake.tabList.has(other.id)).toBe(false);
    expect(await belongsToClosing(other.id, Date.now())).toBe(true);
  });
});

describe('the tab of a case, judged once more', () => {
  it('does not bring its warning to the front again', async () => {
    const { page, warning, other, known, carryOn } = await further();
    await carryOn(page.id, known, { verdict: WARN, closesAtOnce: false });
    await settle();
    expect([warning.active, other.active]).toEqual([false, true]);
  });

  it('is closed by itself where it traps, with what was found then', async () => {
    const { fake, page, known, carryOn, cases, journal } = await further();
    await carryOn(page.id, known, { verdict: { ...WARN, level: 'act' }, closesAtOnce: true });
    expect(fake.tabList.has(page.id)).toBe(false);
    expect(await cases.read('case-1')).toMatchObject({ state: 'closed', closedBy: 'itself', codes: ['a1'] });
    expect(journal.ends).toMatchObject([{ closedBy: 'itself', level: 'act', codes: ['a1'] }]);
  });

  it('is not closed for less, nor twice; what was found is told to the journal', async () => {
    for (const [act, state] of [[false, 'warned'], [true, 'closing']] as const) {
      const { fake, page, known, carryOn, cases, journal } = await further({ state });
      await carryOn(page.id, known, { verdict: WARN, closesAtOnce: act });
      await settle();
      expect(fake.tabList.has(page.id)).toBe(true);
      expect(await cases.read('case-1')).toMatchObject({ state, codes: ['a1'] });
      expect(journal.ends).toMatchObject([{ id: 7, codes: ['a1'] }]);
    }
  }); // prettier-ignore
});
