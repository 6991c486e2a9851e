import { expect, it } from 'vitest';
import { BEFORE, guide, stored } from './plan-model';

it('what another window does after the clock was put back is done here too', async () => {
  const ahead = Date.now() + 3_600_000;
  const here = await guide({ ...BEFORE, at: ahead }, null);
  const elsewhere = await guide({ ...BEFORE, at: ahead }, null);
  elsewhere.change({ marks: { ...elsewhere.saved.marks, letter: 'done' } });
  expect(stored.last?.marks).toHaveProperty('letter');
  expect(stored.last !== null && here.adopt(stored.last)).toBe(true);
  here.change({ marks: { ...here.saved.marks, report: 'done' } });
  expect(stored.last?.marks).toMatchObject({ letter: 'done', report: 'done' });
});
