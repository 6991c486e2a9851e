import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Verdict } from '../../../../src/detection/verdict';
import { startWorker } from '../worker-parts';

beforeEach(() => void vi.useFakeTimers().setTimerTickMode('nextTimerAsync'));
afterEach(() => vi.useRealTimers());

const PAGE = 'http://bakery.test/oven';
const TRAP: Verdict = { level: 'act', score: 1, logOdds: 9, reasons: [], phones: [], codes: [], injectedIntoHonestSite: false }; // prettier-ignore

/** A page is warned of; its silence behind the warning is judged as a trap. @returns whether its tab is left */
async function judgedSilent(meanwhile: 'trusted' | 'paused' | 'nothing') {
  const worker = await startWorker();
  const { fake, openCase, tell } = worker;
  const { respond } = await import('../../../../src/background/judge/respond');
  const { startPause } = await import('../../../../src/background/state/trust');
  const tab = fake.addTab(PAGE);
  await openCase(tab.id, { level: 'warn' });
  await tell(tab.id, { level: 'warn' }, PAGE);
  // In the settings or by an administrator, and from the popup over another tab: none of them ends the case.
  if (meanwhile === 'trusted')
    fake.stores.local.set('settings', {
      version: 1,
      trustedSites: [{ host: 'bakery.test', since: 1, why: 'options' }],
    });
  if (meanwhile === 'paused') await startPause('hour', { address: 'http://other.test/', now: Date.now() });
  await respond(tab.id, TRAP);
  return { ...worker, isLeft: fake.tabList.has(tab.id) };
}

describe('a page that is warned of, and silent', () => {
  it('is closed', async () => {
    expect((await judgedSilent('nothing')).isLeft).toBe(false);
  });

  it.each(['trusted', 'paused'] as const)('is left alone once it is %s', async (meanwhile) => {
    const { isLeft, cases } = await judgedSilent(meanwhile);
    expect(isLeft).toBe(true);
    expect(await cases.read('case-1')).toMatchObject({ state: 'warned' });
  });
});
