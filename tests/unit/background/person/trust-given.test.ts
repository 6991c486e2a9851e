import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Case } from '../../../../src/messages/ui-messages';
import { startWorker } from '../worker-parts';

beforeEach(() => void vi.useFakeTimers().setTimerTickMode('nextTimerAsync'));
afterEach(() => vi.useRealTimers());

type Listener = (changes: object, area: string) => void;
const PAGE = 'http://bakery.test/oven';

/** A page is warned of, with a window of its own; then these hosts come to be trusted, and nobody has pressed anything. */
async function trusting(
  hosts: string[],
  {
    by = 'settings',
    shows = PAGE,
    change = {},
  }: { by?: string; shows?: string; change?: Partial<Case> } = {},
) {
  const worker = await startWorker();
  const { fake, openCase, tell, tabStates } = worker;
  const listeners: Listener[] = [];
  Object.assign(fake.api.storage.onChanged, { addListener: (one: Listener) => listeners.push(one) });
  const { watchTrustGiven } = await import('../../../../src/background/person/mistake');
  watchTrustGiven();
  const tab = fake.addTab(PAGE);
  const other = fake.addTab('http://window.test/');
  await openCase(tab.id, change);
  await tell(tab.id, { level: 'warn' }, PAGE);
  await tell(other.id, { caseId: 'case-1' }, other.url);
  for (const one of [tab, other]) Object.assign(one, { muted: true, mutedInfo: { reason: 'extension' } });
  tab.url = shows;
  const sent = vi.spyOn(fake.api.tabs, 'sendMessage') as unknown as { mock: { calls: unknown[][] } };
  const trustedSites = hosts.map((host) => ({ host, since: 1, why: 'options' }));
  if (by === 'settings') fake.stores.local.set('settings', { version: 1, trustedSites });
  else Object.assign(fake.api.storage.managed, { get: () => Promise.resolve({ trustedSites: hosts }) });
  for (const one of listeners) one(by === 'settings' ? { settings: {} } : { policyCopy: {} }, 'local');
  await new Promise((done) => setTimeout(done, 2_000));
  const state = async (id: number) => (await tabStates.read(String(id))).caseId;
  return { ...worker, tab, other, caseOf: state, sent: sent.mock.calls };
}

describe('a page that is warned of while its site comes to be trusted', () => {
  it.each(['settings', 'administrator'])('is let be, with all that was done to it (%s)', async (by) => {
    const { tab, other, caseOf, cases, sent, journal } = await trusting(['bakery.test'], { by });
    expect(await cases.read('case-1')).toMatchObject({ state: 'mistaken' });
    expect([await caseOf(tab.id), await caseOf(other.id)]).toEqual([null, null]);
    expect([tab, other]).toMatchObject([{ muted: false }, { muted: false }]);
    expect(sent).toContainEqual([tab.id, { type: 'stand-down' }]);
    expect(journal.ends).toMatchObject([{ id: 7, closedBy: 'mistake' }]);
  });

  it('is warned of still where it is another site, or the page was closed before', async () => {
    const { tab, caseOf, cases, sent } = await trusting(['butcher.test']);
    expect(await cases.read('case-1')).toMatchObject({ state: 'warned' });
    expect([await caseOf(tab.id), tab]).toMatchObject(['case-1', { muted: true }]);
    expect(sent).toEqual([]);
    const closed = await trusting(['bakery.test'], { change: { state: 'closed' } });
    expect(await closed.cases.read('case-1')).toMatchObject({ state: 'closed' });
  });

  it('has nothing ordered from the page that stands in its tab by now', async () => {
    const { cases, tab, sent } = await trusting(['bakery.test'], { shows: 'http://mail.test/' });
    expect(await cases.read('case-1')).toMatchObject({ state: 'mistaken' });
    expect([tab, sent]).toMatchObject([{ muted: false }, []]);
  });
});
