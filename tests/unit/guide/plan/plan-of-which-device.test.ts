// @vitest-environment jsdom
import { beforeEach, describe, expect, it } from 'vitest';
import { BEFORE, CASE, DAY_MS, guide, stored } from './plan-model';

beforeEach(() => void (stored.last = null));

describe('the device that was chosen for an earlier plan', () => {
  const PHONE = { system: 'iphone', browser: 'firefox' } as const;

  it('is not that of a new scam here: its steps are for this computer again', async () => {
    for (const marks of [{}, BEFORE.marks]) {
      const model = await guide({ ...BEFORE, ...PHONE, marks }, CASE);
      model.begin({ happened: ['stuck'], means: [], secrets: [] });
      expect([model.system, model.browser]).toEqual(['windows-11', 'chrome']);
      expect(stored.last).toMatchObject({ system: null, browser: null });
    }
    const old = await guide({ ...BEFORE, ...PHONE, at: Date.now() - 15 * DAY_MS }, null);
    old.begin({ happened: ['stuck'], means: [], secrets: [] });
    expect(old.system).toBe('windows-11');
  });

  it('stays with its own plan, and where it was chosen for the one that begins', async () => {
    const model = await guide({ ...BEFORE, ...PHONE }, null);
    expect(model.system).toBe('iphone');
    model.begin({ happened: ['remote', 'paid', 'secrets'], means: [], secrets: [] });
    expect([model.system, model.browser]).toEqual(['iphone', 'firefox']);
    const helping = await guide({}, null);
    helping.change({ system: 'android' });
    helping.begin({ happened: ['called'], means: [], secrets: [] });
    expect(helping.system).toBe('android');
    const weeksLater = await guide({ ...PHONE, at: Date.now() - 15 * DAY_MS }, null);
    weeksLater.begin({ happened: ['stuck'], means: [], secrets: [] });
    expect(weeksLater.system).toBe('windows-11');
  });
});
