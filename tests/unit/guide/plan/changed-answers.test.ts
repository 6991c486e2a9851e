import { describe, expect, it } from 'vitest';
import { NO_ANSWERS, type Answers } from '../../../../src/ui/guide/plan/answers';
import { buildPlan, type Situation } from '../../../../src/ui/guide/plan/plan';
import { marksThatHold, standing, type Marks } from '../../../../src/ui/guide/plan/progress';
import { situation } from './situation';

const plan = (answers: Partial<Answers>, more: Partial<Situation> = {}) =>
  buildPlan({ ...situation, ...more, answers: { ...NO_ANSWERS, ...answers } });

/** What is asked next once the answers have changed. */
function next(before: Partial<Answers>, marks: Marks, now: Partial<Answers>): string | undefined {
  return standing(plan(now), marksThatHold(plan(before), plan(now), marks)).current?.id;
}

describe('what was done before the answers changed', () => {
  it('stays done where its step says the same', () => {
    const marks = { 'hang-up': 'done', notifications: 'failed' } as const;
    const same = plan({ happened: ['called'] });
    expect(marksThatHold(same, same, marks)).toEqual(marks);
    const more = plan({ happened: ['called', 'saw'] });
    expect(marksThatHold(same, more, marks)).toEqual(marks);
  });

  it('is asked again where more ways lead to the same end: the page is stuck after all', () => {
    const called = { happened: ['called'] } as const;
    const stuck = { happened: ['stuck', 'called'] } as const;
    const marks = { 'hang-up': 'done', 'close-page': 'done' } as const;
    const held = marksThatHold(plan(called), plan(stuck), marks);
    expect(held).toEqual({ 'hang-up': 'done' });
    expect(standing(plan(stuck), held).steps.map(({ id }) => id)).toContain('hold-esc');
  });

  it('is asked again where its step says more: the bank is to stop a payment it was not told of', () => {
    const remote = { happened: ['remote'] } as const;
    const marks = { 'hang-up': 'done', 'bank-today': 'done' } as const;
    expect(next(remote, marks, { happened: ['remote', 'paid'], means: ['card'] })).toBe('bank-today');
    const paid = { happened: ['paid'], means: ['cash'] } as const;
    expect(next(paid, marks, { ...paid, happened: ['remote', 'paid'] })).toBe('hang-up');
  });

  it('what was put off stays so', () => {
    const marks = { 'hang-up': 'done', 'bank-today': 'later' } as const;
    const before = plan({ happened: ['remote'] });
    const now = plan({ happened: ['remote', 'paid'], means: ['card'] });
    expect(marksThatHold(before, now, marks)).toEqual(marks);
  });
});
