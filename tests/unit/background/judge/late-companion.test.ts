import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Verdict } from '../../../../src/detection/verdict';
import { startWorker } from '../worker-parts';

beforeEach(() => void vi.useFakeTimers().setTimerTickMode('nextTimerAsync'));
afterEach(() => vi.useRealTimers());

const WINDOW = 'http://scam.test/window';
const SCAM: Verdict = { level: 'warn', score: 1, logOdds: 5, reasons: [], phones: [], codes: [], injectedIntoHonestSite: false }; // prettier-ignore

/** A window of a scam is judged, as the case that it went with is closed already. @returns what is left */
async function judgedLate(isCompanion: boolean) {
  const { fake, openCase, tell, cases } = await startWorker();
  const { joinClosing } = await import('../../../../src/background/family/closing-group');
  const { respond } = await import('../../../../src/background/judge/respond');
  await openCase(fake.addTab('http://scam.test/').id, { state: 'closed' });
  const companion = fake.addTab(WINDOW);
  await tell(companion.id, { level: 'warn' }, WINDOW);
  if (isCompanion) await joinClosing([companion.id], Date.now());
  await respond(companion.id, SCAM);
  return { cases: await cases.ids(), isLeft: fake.tabList.has(companion.id) };
}

describe('a window that is judged as its scam has just been closed', () => {
  it('goes with it where it was one of its tabs, and is no case of its own', async () => {
    expect(await judgedLate(true)).toEqual({ cases: ['case-1'], isLeft: false });
  });

  it('is a case of its own where it was none of them', async () => {
    const { cases, isLeft } = await judgedLate(false);
    expect([cases.length, isLeft]).toEqual([2, true]);
  });
});
