import { describe, expect, it } from 'vitest';
import { modulesFirst } from '../modules-first';
import { startWorker } from '../worker-parts';

const SCAM = 'http://scam.test/';

modulesFirst(async () => {
  await startWorker();
  await import('../../../../src/background/close/close-case');
});

/** A scam and windows of it, all of one case. */
async function withWindows(count: number) {
  const worker = await startWorker();
  const { fake, tell, openCase } = worker;
  const { closeCase } = await import('../../../../src/background/close/close-case');
  const tab = fake.addTab(SCAM);
  await openCase(tab.id);
  await tell(tab.id, { level: 'act' }, SCAM);
  const windows: number[] = [];
  for (let at = 1; at <= count; at += 1) {
    const { id, url } = fake.addTab(`${SCAM}window?${at}`, { active: false });
    await tell(id, { level: 'warn', openedBy: tab.id, caseId: 'case-1' }, url);
    windows.push(id);
  }
  const left = () => windows.filter((id) => fake.tabList.has(id));
  return { ...worker, closeCase, tab, left };
}

describe('a scam whose first tab the person has closed, and which a restarted worker has forgotten', () => {
  it.each(['warning', 'key', 'itself'] as const)('has its windows closed (%s)', async (by) => {
    const { fake, tabStates, closeCase, tab, left } = await withWindows(3);
    fake.tabList.delete(tab.id);
    await tabStates.drop(String(tab.id));
    expect(await closeCase('case-1', by)).toMatchObject({ state: 'closed' });
    expect(left()).toEqual([]);
  });

  it('has what its window opened closed, too, though that has told nothing', async () => {
    const { fake, tabStates, tell, closeCase, tab, left } = await withWindows(1);
    const silent = fake.addTab(`${SCAM}silent`, { active: false });
    await tell(left()[0] ?? 0, { opened: [{ tabId: silent.id, at: Date.now() }] });
    fake.tabList.delete(tab.id);
    await tabStates.drop(String(tab.id));
    await closeCase('case-1', 'itself');
    expect(fake.tabList.has(silent.id)).toBe(false);
  });

  it('is closed where all of it has gone', async () => {
    const { fake, closeCase, tab, cases } = await withWindows(0);
    fake.tabList.delete(tab.id);
    await closeCase('case-1', 'warning');
    expect(await cases.read('case-1')).toMatchObject({ state: 'closed', tabId: tab.id });
  });
});

describe('a swarm of more windows than are remembered of a tab', () => {
  it('is closed whole; a window of it in which an honest page stands by now stays', async () => {
    const { fake, tabStates, closeCase, tab, left } = await withWindows(76);
    const { noteOpened } = await import('../../../../src/background/family/opened-tabs');
    for (const id of left()) await noteOpened(tab.id, id, Date.now());
    expect((await tabStates.read(String(tab.id))).opened).toHaveLength(60);
    const [first = 0] = left();
    Object.assign(fake.tabList.get(first) ?? {}, { url: 'http://mail.test/' });
    await closeCase('case-1', 'warning');
    expect(left()).toEqual([first]);
  });
});
