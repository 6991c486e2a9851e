// @vitest-environment jsdom
import { beforeEach, describe, expect, it } from 'vitest';
import type { Case } from '../../../../src/messages/ui-messages';
import { NO_ANSWERS } from '../../../../src/ui/guide/plan/answers';
import { BEFORE, CASE, FINISHED, guide, stored } from './plan-model';

/** A scam of a private window: nothing of it comes to the disk, where the plan is kept. */

beforeEach(() => void (stored.last = null));

const MINUTE_MS = 60_000;
const PRIVATE: Case = {
  ...CASE, id: 'private', incognito: true, address: '', host: '', phones: [], noticedAt: Date.now() - MINUTE_MS,
}; // prettier-ignore
const CALLED = { happened: ['called'], means: [], secrets: [] } as const;

describe('the guide that opens for a page of a private window', () => {
  it.each([{}, FINISHED])('writes nothing down before the person answers (%#)', async (saved) => {
    const model = await guide(saved, { ...PRIVATE, state: 'warned' });
    model.follow(PRIVATE);
    expect(stored.last).toBeNull();
    expect(model.ticked([]).happened).toEqual([]);
  });

  it('keeps what they answer, and not for which page, nor that it is closed', async () => {
    const model = await guide({}, PRIVATE);
    model.begin(CALLED);
    model.follow({ ...PRIVATE, companions: 1 });
    expect(stored.last).toMatchObject({
      answers: CALLED,
      caseId: null,
      incidentId: null,
      seenAt: null,
      pageClosed: false,
    });
    expect(JSON.stringify(stored.last)).not.toContain(PRIVATE.id);
  });

  it('knows their plan again, and that its page is closed', async () => {
    (await guide({}, PRIVATE)).begin(CALLED);
    const again = await guide(stored.last ?? {}, PRIVATE);
    expect([again.isOfBefore, again.caseOfPlan]).toEqual([false, PRIVATE]);
    expect(again.ticked([])).toEqual(CALLED);
    expect(again.plan.map(({ id }) => id)).not.toContain('close-page');
  });

  it('takes no plan of another page, or of before, for its own', async () => {
    for (const of of [
      { ...BEFORE, at: Date.now() },
      { ...BEFORE, caseId: null, incidentId: null },
    ]) {
      const model = await guide(of, PRIVATE);
      expect([model.isOfBefore, model.caseOfPlan]).toEqual([true, null]);
      expect(model.saved.answers).toEqual(BEFORE.answers);
    }
  });

  it('is not taken for that of an earlier one', async () => {
    (await guide({}, PRIVATE)).begin(CALLED);
    const other = await guide(stored.last ?? {}, {
      ...PRIVATE,
      id: 'later',
      noticedAt: Date.now() + MINUTE_MS,
    });
    expect(other.isOfBefore).toBe(true);
  });

  it('"Start again" forgets there, too', async () => {
    const model = await guide(FINISHED, PRIVATE);
    model.forget();
    expect(stored.last).toMatchObject({ answers: NO_ANSWERS, marks: {}, caseId: null });
  });
});
