import { expect, it } from 'vitest';
import { startWorker } from '../worker-parts';

/** As many cases as are kept (src/background/state/cases.ts). */
const LIMIT = 50;

/** Cases of the tabs 1 to `count`, opened one after the other; then `gone` that were dropped while they were changed. */
async function withCases(count: number, gone: number) {
  const { fake, cases } = await startWorker();
  const { changeCase, openCase } = await import('../../../../src/background/state/cases');
  const open = (at: number) => {
    const tab = { tabId: at, windowId: 1, incognito: false, address: 'http://scam.test/', title: '' };
    const verdict = {
      level: 'warn',
      score: 1,
      reasons: [],
      phones: [],
      codes: [],
      injectedIntoHonestSite: false,
    };
    return openCase(tab, verdict as never, at); // the fields that a case takes
  };
  for (let at = 1; at <= count; at += 1) await open(at);
  for (let id = 0; id < gone; id += 1) await changeCase(`gone-${id}`, { pageTabId: 1 });
  await new Promise((done) => setTimeout(done, 50));
  return { fake, cases, open };
}

async function keptTabs(cases: Awaited<ReturnType<typeof withCases>>['cases']): Promise<number[]> {
  await new Promise((done) => setTimeout(done, 50));
  const all = (await cases.stored()).flatMap(([, known]) => known?.tabId ?? []);
  return all.sort((one, other) => one - other);
}

it('lets the oldest go where there are too many', async () => {
  const { cases, open } = await withCases(LIMIT, 0);
  await open(LIMIT + 1);
  expect(await keptTabs(cases)).toEqual(Array.from({ length: LIMIT }, (_, index) => index + 2));
});

it('lets one whose scam still stands go last, however old it is', async () => {
  const { cases, open } = await withCases(LIMIT, 0);
  for (const id of await cases.ids())
    await cases.update(id, (now) => now && { ...now, state: now.tabId < 3 ? 'warned' : 'closed' });
  await open(LIMIT + 1);
  await open(0); // by a clock that was put back
  const kept = await keptTabs(cases);
  expect(kept).toHaveLength(LIMIT);
  expect(kept.slice(0, 4)).toEqual([0, 1, 2, 5]);
});

it('lets none go for those that are gone themselves', async () => {
  const { cases, open } = await withCases(LIMIT - 5, 6);
  await open(LIMIT - 4);
  expect(await keptTabs(cases)).toHaveLength(LIMIT - 4);
});
