import { expect, it } from 'vitest';
import { modulesFirst } from '../modules-first';
import { startWorker } from '../worker-parts';

modulesFirst(async () => {
  await startWorker();
  await import('../../../../src/background/ui-requests');
});

const TOLD = {
  title: 'Alert', phones: ['555-0134'], codes: ['268d3'],
  reasons: [{ id: 'phone-large', weight: 2, values: { phone: '555-0134' } }],
}; // prettier-ignore
const BLANK = {
  address: '', title: '', phones: [], codes: [], reasons: [{ id: 'phone-large', weight: 2 }], host: 'scam.test',
}; // prettier-ignore

/** Two closed pages and one whose warning stands, with their entries in the journal. */
async function three() {
  const { fake, openCase, cases } = await startWorker();
  const { answerUi } = await import('../../../../src/background/ui-requests');
  const { id: tabId } = fake.addTab('https://scam.test/a');
  await openCase(tabId, { ...TOLD, id: 'closed-7', state: 'closed', incidentId: 7 });
  await openCase(tabId, { ...TOLD, id: 'closed-8', state: 'closed', incidentId: 8 });
  await openCase(tabId, { ...TOLD, id: 'warned-7', state: 'warned', incidentId: 7 });
  return { answerUi, cases };
}

it('a closed page whose entry is deleted is not named any more, but for its site', async () => {
  const { answerUi, cases } = await three();
  expect(await answerUi({ type: 'journal-deleted', entry: 7 })).toEqual({ ok: true });
  expect(await cases.read('closed-7')).toEqual({ ...(await cases.read('closed-7')), ...BLANK });
  expect(await cases.read('closed-8')).toMatchObject({ ...TOLD, address: 'https://scam.test/a' });
  expect(await cases.read('warned-7'), 'the warning says what it stands for').toMatchObject(TOLD);
});

it('no closed page is where all entries are deleted', async () => {
  const { answerUi, cases } = await three();
  await answerUi({ type: 'journal-deleted', entry: null });
  for (const id of ['closed-7', 'closed-8'])
    expect(await cases.read(id)).toEqual({ ...(await cases.read(id)), ...BLANK });
  expect(await cases.read('warned-7')).toMatchObject({ ...TOLD, address: 'https://scam.test/a' });
});

it('the site of a page whose entry is deleted may still be cleaned up after, and opens nothing again', async () => {
  const { answerUi, cases } = await three();
  await answerUi({ type: 'journal-deleted', entry: 7 });
  await answerUi({ type: 'journal-deleted', entry: null });
  const blank = await cases.read('closed-7');
  expect(blank?.address).toBe('');
  const { sitesLeft } = await import('../../../../src/background/clean-up/sites-left');
  expect(blank && (await sitesLeft(blank))).toEqual(['https://scam.test']);
});

it.each([7, null])(
  'a page whose tab was closed by hand, its warning too, is not named either (entry %j)',
  async (entry) => {
    const { fake, openCase, cases } = await startWorker();
    const { answerUi } = await import('../../../../src/background/ui-requests');
    const { id: tabId } = fake.addTab('https://scam.test/a');
    await openCase(tabId, { ...TOLD, id: 'by-hand', state: 'warned', incidentId: 7 });
    fake.tabList.delete(tabId);
    await answerUi({ type: 'journal-deleted', entry });
    expect(await cases.read('by-hand')).toMatchObject({ ...BLANK, state: 'closed' });
  },
);
