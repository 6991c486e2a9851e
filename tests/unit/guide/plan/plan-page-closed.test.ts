// @vitest-environment jsdom
import { beforeEach, describe, expect, it } from 'vitest';
import { CASE, guide, stored } from './plan-model';

beforeEach(() => void (stored.last = null));

describe('whether the page of a plan is closed', () => {
  const SAW = { happened: ['saw'], means: [], secrets: [] } as const;
  const ids = (model: Awaited<ReturnType<typeof guide>>) => model.plan.map(({ id }) => id);

  it('is known still where the guide is opened by its button, or for another page', async () => {
    const first = await guide({}, CASE);
    first.begin(SAW);
    expect(ids(first)).not.toContain('close-page');
    first.change({ marks: { notifications: 'done' } });
    const later = await guide(stored.last ?? {}, null);
    expect(later.isUnderWay).toBe(true);
    expect(ids(later)).toEqual(ids(first));
    const beside = await guide(stored.last ?? {}, { ...CASE, id: 'other', state: 'stuck' });
    expect(ids(beside)).toEqual(ids(first));
  });

  it('a finished plan is not begun again by a step for a page that is gone', async () => {
    const first = await guide({}, CASE);
    first.begin(SAW);
    first.change({ marks: Object.fromEntries(ids(first).map((id) => [id, 'done'])) });
    expect((await guide(stored.last ?? {}, null)).isUnderWay).toBe(false);
  });

  it('is not taken for granted where the guide is opened by its button while the page still stands', async () => {
    const first = await guide({}, { ...CASE, state: 'warned' });
    first.begin(SAW);
    expect(ids(await guide(stored.last ?? {}, null))[0]).toBe('close-page');
    first.follow(CASE);
    expect(ids(await guide(stored.last ?? {}, null))).not.toContain('close-page');
  });

  it('is not so while it stands there, nor where Sangfroid closed none', async () => {
    for (const shown of [{ ...CASE, state: 'stuck' } as const, null]) {
      const model = await guide({}, shown);
      model.begin(SAW);
      expect(ids(model)[0]).toBe('close-page');
    }
  });
});
