import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { startWorker } from '../worker-parts';

const DAY = 24 * 3_600_000;

beforeEach(() => void vi.useFakeTimers().setTimerTickMode('nextTimerAsync'));
afterEach(() => vi.useRealTimers());

/** A browser with a rule of an older version that no list tells of, after the daily housekeeping. */
async function started(regexFilter: string) {
  const { fake } = await startWorker();
  const held = await import('../../../../src/background/hold-back/held-addresses');
  const redirect = { extensionPath: '/src/ui/warning/warning.html?blocked=1&case=case-1&rule=1' };
  fake.rules.set(1, { id: 1, condition: { regexFilter }, action: { type: 'redirect', redirect } });
  await held.forgetOldHeld(Date.now());
  return { fake, ...held };
}

describe.each([
  ['for one path', '^http://scam\\.test\\/lock($|[?#])', 'http://scam.test/lock'],
  ['for one path', '^http://scam\\.test\\/lock($|[?#])', 'http://support:help@scam.test/lock'],
  ['for one address', '^http://scam\\.test\\/lock\\?n=1($|#)', 'http://scam.test/lock?n=1'],
  [
    'for the whole of a device in a network of one’s own',
    '^http://100\\.101\\.102\\.103/',
    'http://100.101.102.103/',
  ],
])('a rule of an older version %s', (_what, filter, address) => {
  it('is still known as ours, and goes after a month', async () => {
    const { fake, heldAddressFor, forgetOldHeld } = await started(filter);
    expect(await heldAddressFor(address)).toMatchObject({ caseId: 'case-1', ruleId: 1 });
    await forgetOldHeld(Date.now() + 31 * DAY);
    expect(fake.rules.size).toBe(0);
  });

  it('lets its address through again once that is trusted', async () => {
    const { fake, letThrough } = await started(filter);
    await letThrough(address);
    expect(fake.rules.size).toBe(0);
  });
});
