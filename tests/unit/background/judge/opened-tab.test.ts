import { beforeEach, describe, expect, it, vi } from 'vitest';
import { startWorker } from '../worker-parts';

beforeEach(() => void vi.useFakeTimers().setTimerTickMode('nextTimerAsync'));

/** A tab that told of one page and shows another or the same by now, from which four more are opened. */
async function openFour(told: string, shown: string): Promise<boolean> {
  const { fake, tell } = await startWorker();
  const judge = vi.fn();
  vi.doMock('../../../../src/background/judge/judge-tab', () => ({ judgeTab: judge }));
  const { onOpened } = await import('../../../../src/background/judge/opened-tab');
  const tab = fake.addTab(shown);
  await tell(tab.id, { level: 'quiet' }, told);
  for (let opened = 0; opened < 4; opened += 1) {
    const url = `${shown}/${opened}`;
    await onOpened(tab.id, fake.addTab(url).id, url, Date.now());
  }
  vi.doUnmock('../../../../src/background/judge/judge-tab');
  return judge.mock.calls.length > 0;
}

describe('tabs that are opened from another one', () => {
  it('have that one judged, for a scam may open them', async () => {
    expect(await openFour('https://scam.test/', 'https://scam.test/')).toBe(true);
  });

  it('say nothing of a page that stood there before', async () => {
    expect(await openFour('https://magazine.test/scams', 'https://bank.test/')).toBe(false);
  });
});
