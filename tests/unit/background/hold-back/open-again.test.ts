import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { startWorker } from '../worker-parts';

beforeEach(() => void vi.useFakeTimers().setTimerTickMode('nextTimerAsync'));
afterEach(() => vi.useRealTimers());

const MAIL = 'https://mail.test/inbox?id=7';

/** A page that nobody judged, closed by key, and "open it again" without trust. */
async function closedByKey() {
  const worker = await startWorker();
  const { closeTabOf } = await import('../../../../src/background/close/close-any');
  const { heldAddressFor, forgetOldHeld } =
    await import('../../../../src/background/hold-back/held-addresses');
  const { answerUi } = await import('../../../../src/background/ui-requests');
  const { whyLeftAlone } = await import('../../../../src/background/state/trust');
  await closeTabOf(worker.fake.addTab(MAIL).id, 'key');
  const openAgain = () => answerUi({ type: 'held-back-open', address: MAIL, agreed: false });
  const isTrusted = async () => (await whyLeftAlone(MAIL, Date.now())) !== null;
  return { ...worker, heldAddressFor, forgetOldHeld, openAgain, isTrusted };
}

describe('"open it again", of a page that nobody called a scam', () => {
  it('trusts nothing when it is said a second time, in another tab', async () => {
    const { openAgain, isTrusted, journal } = await closedByKey();
    expect([await openAgain(), await openAgain()]).toEqual([{ ok: true }, { ok: true }]);
    expect([await isTrusted(), journal.refuted]).toEqual([false, []]);
  });

  it('trusts nothing when the page has been let through meanwhile', async () => {
    const { openAgain, isTrusted, forgetOldHeld } = await closedByKey();
    await forgetOldHeld(Date.now() + 25 * 3_600_000);
    expect([await openAgain(), await isTrusted()]).toEqual([{ ok: true }, false]);
  });

  it('neither trusts nor opens what was called a scam meanwhile, and says which', async () => {
    const { fake, openCase, openAgain, isTrusted, heldAddressFor, cases } = await closedByKey();
    const { closeCase } = await import('../../../../src/background/close/close-case');
    await openCase(fake.addTab(MAIL).id);
    await closeCase('case-1', 'itself');
    expect(await openAgain()).toMatchObject({
      ok: false,
      heldFor: { caseId: 'case-1', ruleId: expect.any(Number) },
    });
    expect([await isTrusted(), await heldAddressFor(MAIL)]).toMatchObject([false, { caseId: 'case-1' }]);
    expect(await cases.read('case-1')).toMatchObject({ state: 'closed' });
  });

  it('opens it also where the list cannot be written', async () => {
    const { fake, openAgain } = await closedByKey();
    fake.faults.set('storage.local.set', 'reject');
    expect([await openAgain(), fake.sessionRules.size]).toEqual([{ ok: true }, 0]);
  });
});

describe('a request to open an address again', () => {
  it('says whether trust was agreed to, or is none', async () => {
    const { asUiRequest } = await import('../../../../src/messages/validate');
    const request = { type: 'held-back-open', address: MAIL };
    expect(asUiRequest({ ...request, agreed: false })).toEqual({ ...request, agreed: false });
    for (const agreed of [undefined, 'yes', 1, null]) expect(asUiRequest({ ...request, agreed })).toBeNull();
  });
});
