import { describe, expect, it } from 'vitest';
import type { Case } from '../../../../src/messages/ui-messages';
import { startWorker } from '../worker-parts';

const GUIDE = 'src/ui/guide/guide.html';
const HOUR = 3_600_000;

/** A worker that knows these cases, the first one of a tab that still stands. */
async function knowing(...changes: Partial<Case>[]) {
  const worker = await startWorker();
  const tab = worker.fake.addTab('http://scam.test/');
  for (const change of changes)
    await worker.openCase(tab.id, {
      state: 'closed',
      noticedAt: Date.now() - 2 * HOUR,
      closedAt: Date.now() - 2 * HOUR,
      ...change,
    });
  const { answerUi } = await import('../../../../src/background/ui-requests');
  const asked = async () => (await answerUi<'guide-case'>({ type: 'guide-case' })).caseId;
  return { ...worker, asked };
}

describe('the guide that a person opens', () => {
  it('is about the scam whose guide was closed unread, from the button, its menu and the key', async () => {
    const { fake, asked } = await knowing({});
    expect(await asked()).toBe('case-1');
    const { onMenu } = await import('../../../../src/background/person/menus');
    const { onCommand } = await import('../../../../src/background/person/commands');
    Object.assign(fake.api.windows, { getLastFocused: () => Promise.resolve({ id: 1 }) });
    await onMenu({ menuItemId: 'open-guide', editable: false, modifiers: [] }, undefined, 1);
    await onCommand('open-guide');
    const address = fake.api.runtime.getURL(`${GUIDE}?case=case-1`);
    expect(fake.ownPages()).toEqual([address, address]);
  });

  it('is about the newest of several, also after another worker has begun', async () => {
    const { fake } = await knowing(
      { id: 'one' },
      { id: 'two', closedAt: Date.now() - HOUR },
      { id: 'three' },
    );
    const stored = [...fake.stores.session];
    const { fake: later, asked } = await knowing();
    for (const [key, value] of stored) later.stores.session.set(key, value);
    expect(await asked()).toBe('two');
  });

  it.each<[string, Partial<Case>]>([
    ['closed a day ago', { closedAt: Date.now() - 25 * HOUR }],
    ['closed when the clock was ahead', { closedAt: Date.now() + 900 * HOUR }],
    ['called a mistake', { state: 'mistaken' }],
    ['closed by key and never called a scam', { level: 'quiet' }],
    ['warned of, where that warning was closed', { state: 'warned', closedAt: null, pageTabId: 99 }],
    ['warned of, where no warning ever came', { state: 'warned', closedAt: null, pageTabId: null }],
  ])('is about no page that was %s', async (_how, change) => {
    const { asked } = await knowing(change);
    expect(await asked()).toBeNull();
  });

  it('is about a page that does not close, and one whose warning stands', async () => {
    expect(await (await knowing({ state: 'stuck', closedAt: null })).asked()).toBe('case-1');
    const { fake, asked, cases } = await knowing({ state: 'warned', closedAt: null });
    const page = fake.addTab(fake.api.runtime.getURL('src/ui/warning/warning.html?case=case-1'));
    await cases.update('case-1', (known) => known && { ...known, pageTabId: page.id });
    expect(await asked()).toBe('case-1');
    page.url = 'http://mail.test/';
    expect(await asked()).toBeNull();
  });

  it('opens all the same where the store does not answer', async () => {
    const { fake } = await knowing();
    fake.faults.set('storage.session.get', 'hang');
    const { guidePage } = await import('../../../../src/background/display/guide-case');
    expect(await guidePage()).toBe(fake.api.runtime.getURL(GUIDE));
  });
});
