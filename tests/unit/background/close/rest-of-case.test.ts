import { expect, it } from 'vitest';
import { modulesFirst } from '../modules-first';
import { startWorker } from '../worker-parts';

modulesFirst(async () => {
  await startWorker();
  await import('../../../../src/background/close/close-case');
});

const SCAM = 'http://scam.test/';
const WINDOW = 'http://scam.test/window';

/** A scam whose other windows are known by their case alone: the tab that links them was closed by hand. */
async function unlinked() {
  const worker = await startWorker();
  const { fake, openCase, tell } = worker;
  const { closeCase } = await import('../../../../src/background/close/close-case');
  const page = fake.addTab(SCAM);
  await openCase(page.id, { level: 'warn' });
  await tell(page.id, { level: 'warn' }, SCAM);
  const add = async (url: string): Promise<number> => {
    const { id } = fake.addTab(url, { active: false });
    await tell(id, { level: 'warn', caseId: 'case-1' }, url);
    return id;
  };
  return { ...worker, closeCase, add };
}

it('a window goes with its case though another one of it never answers', async () => {
  const { fake, closeCase, add } = await unlinked();
  const [silent, other] = [await add(WINDOW), await add(`${WINDOW}?2`)];
  const { get } = fake.api.tabs;
  fake.api.tabs.get = (id) => (id === silent ? new Promise(() => undefined) : get(id));
  await closeCase('case-1', 'warning');
  expect(fake.tabList.has(other)).toBe(false);
});

it('a window that only its case tells of is held back like the others', async () => {
  const { closeCase, add } = await unlinked();
  await add('http://kit.test/two');
  expect(await closeCase('case-1', 'warning')).toMatchObject({ state: 'closed', companions: 1 });
  const { heldAddressFor } = await import('../../../../src/background/hold-back/held-addresses');
  expect(await heldAddressFor('http://kit.test/two')).toMatchObject({ caseId: 'case-1' });
});
