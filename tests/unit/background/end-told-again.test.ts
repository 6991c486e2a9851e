import { expect, it } from 'vitest';
import type { Case } from '../../../src/messages/ui-messages';
import { startWorker } from './worker-parts';

const MINUTE = 60_000;

/** What the journal is told as a worker starts that knows this case. */
async function toldOf(change: Partial<Case>): Promise<unknown[]> {
  const { fake, openCase, journal } = await startWorker();
  const { resume } = await import('../../../src/background/resume');
  await openCase(fake.addTab('http://scam.test/').id, {
    state: 'closed',
    closedBy: 'warning',
    noticedAt: Date.now() - 60 * MINUTE,
    closedAt: Date.now() - 1_000,
    ...change,
  });
  await new Promise((done) => setTimeout(done, 50));
  await resume();
  return journal.ends;
}

it('an entry hears how its page was closed where the worker was stopped before it could say so', async () => {
  expect(await toldOf({})).toEqual([expect.objectContaining({ id: 7, closedBy: 'warning' })]);
});

it.each<[string, Partial<Case>]>([
  ['was closed long ago', { closedAt: Date.now() - 11 * MINUTE }],
  ['was closed by hand', { closedBy: null }],
  ['is still warned of', { state: 'warned', closedBy: null, closedAt: null }],
])('an entry hears nothing of a page that %s', async (_what, change) => {
  expect(await toldOf(change)).toEqual([]);
});
