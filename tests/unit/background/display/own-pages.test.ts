import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { startWorker } from '../worker-parts';

beforeEach(() => void vi.useFakeTimers({ toFake: ['performance'] }));
afterEach(() => vi.useRealTimers());

it('a page of ours that has just been opened is there, though its tab is still empty and not loading', async () => {
  const { fake } = await startWorker();
  const { openInFront, isOpen } = await import('../../../../src/background/display/own-pages');
  const page = await openInFront('chrome-extension://sangfroid/src/ui/guide/guide.html', 1);
  const tab = fake.tabList.get(page?.id ?? 0);
  Object.assign(tab ?? {}, { url: 'about:blank' });
  expect(await isOpen(page?.id ?? 0)).toBe(true);
  vi.advanceTimersByTime(10_000);
  expect(await isOpen(page?.id ?? 0)).toBe(false);
});
