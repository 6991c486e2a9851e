import { describe, expect, it } from 'vitest';
import { modulesFirst } from '../modules-first';
import { SCAM, start } from '../tab-family';

modulesFirst(async () => {
  await start();
  await import('../../../../src/background/close/close-case');
});

const settle = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

/** A scam is closed over a busy browser, and opens one more window `after` so many ms. @returns whether that stays */
async function opensOneMore(after: number, url: string, windows = 1) {
  const worker = await start();
  const { fake, openCase, tell, noteOpened, noteOrigin, belongsToClosing } = worker;
  const { closeCase } = await import('../../../../src/background/close/close-case');
  const { closeTab } = await import('../../../../src/background/close/close-tab');
  const tab = worker.add(SCAM);
  await openCase(tab, { level: 'warn' });
  await tell(tab, { level: 'warn', stay: { since: Date.now() - 1_000, hosts: ['scam.test'] } }, SCAM);
  for (let n = 0; n < windows; n += 1) await worker.open(tab, `${SCAM}window?${n}`, { popup: true });
  const { get } = fake.api.tabs;
  fake.api.tabs.get = async (id) => {
    await settle(20);
    return get(id);
  };
  const closing = closeCase('case-1', 'key');
  await settle(after);
  const late = fake.addTab(url, { active: false }).id;
  // As the worker hears of it (service-worker.ts).
  const isKnown = await belongsToClosing(tab, Date.now());
  if (isKnown) await closeTab(late);
  else {
    await noteOpened(tab, late, Date.now());
    void noteOrigin(tab, late, url);
  }
  await closing;
  const joined = isKnown || (await belongsToClosing(late, Date.now()));
  return { joined, stays: fake.tabList.has(late), ids: [...fake.tabList.values()].map((one) => one.url) };
}

describe('a window that a scam opens while its family is being looked for', () => {
  it.each([0, 10, 30, 50, 70, 90, 120])(
    'goes with the others, and what it opens would (%s ms later)',
    async (after) => {
      const guide: unknown = expect.stringContaining('/guide/');
      expect(await opensOneMore(after, `${SCAM}late`)).toEqual({ joined: true, stays: false, ids: [guide] });
    },
  );
});
