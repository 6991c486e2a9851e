import { expect, it, vi } from 'vitest';
import { runOnce } from '../../bench/locks/run-once';
import { measure } from '../../bench/locks/measure';

type Run = Parameters<typeof runOnce>[0];

/** A session whose browser gives no answer. @param gone whether it is dead or only silent */
function session(gone: boolean) {
  const ready = () => Promise.reject(new Error('no answer'));
  const nothing = () => Promise.resolve();
  return {
    ready,
    restart: nothing,
    tidy: nothing,
    browserGone: vi.fn().mockReturnValueOnce(gone).mockReturnValue(false),
  };
}
const run = (gone: boolean) =>
  ({ session: session(gone), server: {}, technique: { id: 'x' }, run: 'r' }) as unknown as Run; // all that it asks of them

it('a run whose browser died lost the window; one that only got no answer did not', async () => {
  expect(await runOnce(run(true), 'key', false)).toMatchObject({ windowLost: true, trouble: 'no answer' });
  expect(await runOnce(run(false), 'key', false)).toMatchObject({ windowLost: false, trouble: 'no answer' });
});

it('a window lost at the first try stays lost after the second', async () => {
  const { session: browser, server, technique } = run(true);
  const [first] = await measure(browser, server, technique, 1);
  expect(first).toMatchObject({ windowLost: true, retried: true });
});
