// @vitest-environment jsdom
import { beforeEach, describe, expect, it } from 'vitest';
import { NO_ANSWERS } from '../../../../src/ui/guide/plan/answers';
import { BEFORE, CASE, DAY_MS, FINISHED, guide, stored } from './plan-model';

beforeEach(() => void (stored.last = null));

describe('a plan that is under way when another scam is met', () => {
  it('ticks none of its answers, and nothing it did counts as done', async () => {
    const model = await guide(BEFORE, CASE);
    expect(model.ticked([]).happened).toEqual([]);
    expect(model.ticked(['called']).happened).toEqual(['called']);
    model.begin({ happened: ['remote', 'paid'], means: ['card'], secrets: [] });
    expect(model.standing.current?.id).toBe('hang-up');
    expect(stored.last).toMatchObject({ marks: {}, caseId: 'new', incidentId: null, seenAt: 1 });
  });

  it('stays as it is until then, with its own page in the letter', async () => {
    const model = await guide(BEFORE, CASE);
    expect(model.saved).toMatchObject({ marks: BEFORE.marks, caseId: 'old', incidentId: 3 });
    expect(model.caseOfPlan).toBeNull();
  });

  it('goes on where the guide is opened for the same scam, or for none', async () => {
    for (const shown of [{ ...CASE, id: 'old' }, null]) {
      const model = await guide(BEFORE, shown);
      expect(model.ticked([]).happened).toEqual(['remote', 'paid']);
      expect(model.ticked(['secrets']).happened).toEqual(['remote', 'paid', 'secrets']);
      model.begin({ happened: ['remote', 'paid', 'secrets'], means: [], secrets: [] });
      expect(model.saved).toMatchObject({ marks: BEFORE.marks, caseId: 'old' });
    }
  });

  it('goes on, with its own page, where its answers are changed from its steps', async () => {
    for (const [saved, shown] of [
      [BEFORE, CASE],
      [{ ...BEFORE, at: Date.now() - 15 * DAY_MS }, null],
    ] as const) {
      const model = await guide(saved, shown);
      expect(model.ticked([], { change: true }).happened).toEqual(['remote', 'paid']);
      model.begin({ happened: ['remote', 'paid'], means: ['card', 'cash'], secrets: [] }, { change: true });
      expect(model.saved).toMatchObject({ marks: BEFORE.marks, caseId: 'old', incidentId: 3 });
    }
  });

  it('is of before when it is weeks old, whatever the guide was opened for', async () => {
    const model = await guide({ ...BEFORE, at: Date.now() - 15 * DAY_MS }, null);
    expect(model.ticked([]).happened).toEqual([]);
    model.begin({ happened: ['called'], means: [], secrets: [] });
    expect(model.saved).toMatchObject({ marks: {}, caseId: null, incidentId: null });
  });
});

describe('a plan that is finished', () => {
  it('is forgotten for the new scam, whose journal entry comes after', async () => {
    const model = await guide(FINISHED, CASE);
    expect(model.saved).toMatchObject({ caseId: 'new', incidentId: null });
    expect(model.ticked([]).happened).toEqual([]);
    expect(model.caseOfPlan).toBe(CASE);
    model.follow({ ...CASE, incidentId: 9 });
    expect(model.saved.incidentId).toBe(9);
  });

  it('so is one of which nothing is done and nothing has to be put right', async () => {
    const saw = { happened: ['saw'], means: [], secrets: [] } as const;
    expect((await guide({ ...BEFORE, marks: {}, answers: saw }, CASE)).saved.answers).toEqual(NO_ANSWERS);
    expect((await guide({ ...BEFORE, answers: saw }, CASE)).saved.answers).toEqual(saw);
    const { answers } = BEFORE;
    expect((await guide({ ...BEFORE, marks: {} }, CASE)).saved).toMatchObject({ answers, caseId: 'old' });
  });

  it('keeps its answers where the guide is opened again for the same scam', async () => {
    const model = await guide(FINISHED, { ...CASE, id: 'old' });
    expect(model.ticked([]).happened).toEqual(['remote', 'paid']);
  });

  it('is not forgotten for a page that the person closed and nobody called a scam', async () => {
    const model = await guide(FINISHED, { ...CASE, level: 'quiet' });
    expect(model.saved).toMatchObject({ answers: BEFORE.answers, caseId: 'old', incidentId: 3 });
    expect(model.ticked([]).happened).toEqual([]);
    model.begin({ happened: ['called'], means: [], secrets: [] });
    expect(model.saved).toMatchObject({ caseId: 'new', marks: {} });
  });

  it('is not touched by a page that was no scam', async () => {
    const model = await guide(FINISHED, { ...CASE, state: 'mistaken' });
    expect(model.saved).toMatchObject({ caseId: 'old', incidentId: 3 });
  });
});

/** What the letter needs of the page that was closed. */
const OF_OLD = { caseId: 'old', incidentId: 3, pageClosed: true };

describe('a browser that has restarted, and knows of no case any more', () => {
  const { answers = NO_ANSWERS } = BEFORE;

  it('goes on with a plan whose first step had the computer switched off before it was marked', async () => {
    const model = await guide({ ...BEFORE, ...OF_OLD, marks: {} }, null);
    expect(model.isUnderWay).toBe(true);
    model.begin(model.ticked([]));
    expect(model.saved).toMatchObject({ ...OF_OLD, answers });
    expect(model.plan.map(({ id }) => id)).not.toContain('close-page');
  });

  it('knows which page it was where the money is missed after the last step, but not weeks later', async () => {
    const paid = { happened: ['paid'], means: ['card'], secrets: [] } as const;
    const model = await guide({ ...FINISHED, ...OF_OLD }, null);
    model.begin(paid);
    expect(model.saved).toMatchObject({ ...OF_OLD, answers: paid, marks: {} });
    const late = await guide({ ...FINISHED, ...OF_OLD, at: Date.now() - 15 * DAY_MS }, null);
    late.begin(paid);
    expect(late.saved).toMatchObject({ caseId: null, incidentId: null, pageClosed: false });
  });
});

it('"Start again" forgets the page of before, too', async () => {
  const model = await guide(BEFORE, null);
  model.forget();
  expect(stored.last).toMatchObject({ answers: { happened: [] }, marks: {}, caseId: null, incidentId: null });
});

it('"Start again" forgets what was typed for the bank: the next payment is another one', async () => {
  const model = await guide(BEFORE, null);
  Object.assign(model.typed, { amount: '400', to: 'Somebody' });
  model.notMe = true;
  model.forget();
  expect([model.typed, model.notMe]).toEqual([{}, false]);
});

it('what is ticked and not begun stays ticked until it is begun or forgotten', async () => {
  const model = await guide({}, null);
  model.draft = { happened: ['paid'], means: ['card'], secrets: [] };
  expect(model.ticked([])).toEqual(model.draft);
  model.begin({ happened: ['paid'], means: ['cash'], secrets: [] });
  expect(model.ticked([]).means).toEqual(['cash']);
  model.draft = { happened: ['saw'], means: [], secrets: [] };
  model.forget();
  expect(model.ticked([]).happened).toEqual([]);
});
