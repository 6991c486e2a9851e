// @vitest-environment jsdom
import { beforeEach, describe, expect, it } from 'vitest';
import { BEFORE, CASE, guide, stored } from './plan-model';

beforeEach(() => void (stored.last = null));

/** The case of the plan that BEFORE is. */
const OLD = { ...CASE, id: 'old', incidentId: 3, noticedAt: 2_000 };

describe('when the page of the letter was noticed', () => {
  it('is kept with the plan: a browser that has restarted knows of no case', async () => {
    const first = await guide({}, { ...OLD, incidentId: null });
    first.begin({ happened: ['paid'], means: [], secrets: [] });
    first.follow(OLD);
    expect(stored.last).toMatchObject({ incidentId: 3, seenAt: 2_000 });
    expect((await guide(stored.last ?? {}, null)).saved.seenAt).toBe(2_000);
  });

  it('is found out for a plan of an older version while its page is known', async () => {
    await guide(BEFORE, OLD);
    expect(stored.last).toMatchObject({ marks: BEFORE.marks, seenAt: 2_000 });
    stored.last = null;
    await guide({ ...BEFORE, pageClosed: true, seenAt: 2_000 }, OLD);
    expect(stored.last, 'nothing is news').toBeNull();
  });

  it('is not that of a page met later, where the letter is about the earlier one', async () => {
    const ofEarlier = { ...BEFORE, letterOfEarlier: true };
    await guide(ofEarlier, OLD);
    expect(stored.last).toMatchObject({ pageClosed: true, seenAt: null });
    await guide({ ...BEFORE, incidentId: 2 }, OLD);
    expect(stored.last, 'another entry is known already').toMatchObject({ incidentId: 2, seenAt: null });
  });
});
