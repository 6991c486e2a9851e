import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { startWorker } from '../worker-parts';

const PAGE = 'http://garden.test/prize?n=1';

/** The clock leaps to whatever is waited for next. */
beforeEach(() => void vi.useFakeTimers().setTimerTickMode('nextTimerAsync'));
afterEach(() => vi.useRealTimers());

/** A page without a verdict that the person called a scam, and closes where it shows `shown` by then. */
async function closed({
  page = PAGE,
  shown = '',
  incognito = false,
}: { page?: string; shown?: string; incognito?: boolean } = {}) {
  const worker = await startWorker();
  const { fake, tell, newFrame } = worker;
  const { closeTabOf } = await import('../../../../src/background/close/close-any');
  const { heldAddressFor, forgetUnjudged } =
    await import('../../../../src/background/hold-back/held-addresses');
  const { guideCase } = await import('../../../../src/background/display/guide-case');
  const tab = fake.addTab(page, { incognito });
  const frame = { ...newFrame('d', page), dialogs: ['Call us: 1-800-555-0134'] };
  await tell(tab.id, { frames: { 0: frame }, calledScam: page, incognito });
  if (shown !== '') tab.url = shown;
  const known = await closeTabOf(tab.id, 'toolbar');
  return { ...worker, known, heldAddressFor, forgetUnjudged, guideCase };
}

describe('a page that the person called a scam, closed', () => {
  it('is a case of its own, with its number, and so stands in the journal', async () => {
    const { known, journal } = await closed();
    const found = { level: 'warn', closedBy: 'toolbar', phones: ['1-800-555-0134'] };
    expect(known).toMatchObject({ ...found, state: 'closed', address: PAGE });
    expect(journal.added).toMatchObject([found]);
  });

  it('is kept from coming back under any query, in the next session too', async () => {
    const { known, fake, heldAddressFor, forgetUnjudged } = await closed();
    expect(fake.rules.size).toBe(1);
    await forgetUnjudged();
    expect(await heldAddressFor('http://garden.test/prize?n=2')).toMatchObject({ caseId: known?.id });
    expect(await heldAddressFor('http://garden.test/')).toBeNull();
  });

  it('on a platform is held back itself alone', async () => {
    const page = 'https://www.google.com/search?q=help';
    const { heldAddressFor } = await closed({ page });
    expect(await heldAddressFor(page)).not.toBeNull();
    expect(await heldAddressFor('https://www.google.com/search?q=bread')).toBeNull();
  });

  it('is what the guide is about', async () => {
    const { known, guideCase } = await closed();
    expect(await guideCase()).toBe(known?.id);
  });

  it('is none any more where the tab shows another page by then', async () => {
    const { known, fake, guideCase } = await closed({ shown: 'http://garden.test/' });
    expect(known).toMatchObject({ level: 'quiet', phones: [], reasons: [] });
    expect(fake.rules.size).toBe(0);
    expect(await guideCase()).toBeNull();
  });

  it('leaves nothing of a private window', async () => {
    const { known, fake, journal } = await closed({ incognito: true });
    expect(known).toMatchObject({ level: 'warn', state: 'closed', address: '', phones: [] });
    expect([journal.added, fake.rules.size]).toEqual([[], 0]);
    expect(JSON.stringify([...fake.stores.session, ...fake.stores.local])).not.toContain('garden.test');
  });
});
