import { describe, expect, it } from 'vitest';
import { modulesFirst } from '../modules-first';
import { startWorker } from '../worker-parts';

modulesFirst(async () => {
  await startWorker();
  await import('../../../../src/background/family/case-of-kin');
});

const SCAM = 'http://scam.test/';
const OTHER = 'http://bakery.test/';
const GUIDE = 'chrome-extension://sangfroid/src/ui/guide/guide.html?case=case-1';
const WARNING = 'chrome-extension://sangfroid/src/ui/warning/warning.html?case=case-1';

async function start() {
  const worker = await startWorker();
  const parts = await import('../../../../src/background/family/case-of-kin');
  const add = (url: string): number => worker.fake.addTab(url).id;
  const stateOf = (id: number) => worker.tabStates.read(String(id));
  return { ...worker, ...parts, add, stateOf };
}

/** A scam's tab whose case has this state, and which shows that address now. */
async function caseIn(state: 'warned' | 'closing' | 'closed', shows: string, pageTabId: number | null) {
  const worker = await start();
  const tab = worker.add(SCAM);
  await worker.openCase(tab, { state, pageTabId });
  await worker.tell(tab, {}, shows);
  return { ...worker, tab };
}

describe('the case of a tab', () => {
  it('stays that tab’s while it is being closed, whatever is shown', async () => {
    const { caseOf, stateOf, tab } = await caseIn('closing', OTHER, 99);
    expect((await caseOf(await stateOf(tab)))?.id).toBe('case-1');
  });

  it('is over once it is closed', async () => {
    const { caseOf, stateOf, tab } = await caseIn('closed', SCAM, 99);
    expect(await caseOf(await stateOf(tab))).toBeNull();
  });

  it.each([
    ['stays on its own site, though the warning is gone', SCAM, 99, 'case-1'],
    ['stays where no warning stands yet', OTHER, null, 'case-1'],
    ['is over where the warning is gone and another site is shown', OTHER, 99, undefined],
  ])('%s', async (_, shows, pageTabId, id) => {
    const { caseOf, stateOf, tab } = await caseIn('warned', shows, pageTabId);
    expect((await caseOf(await stateOf(tab)))?.id).toBe(id);
  });

  it('is told of a tab without one as of none', async () => {
    const { caseOf, stateOf, add } = await start();
    expect(await caseOf(await stateOf(add(OTHER)))).toBeNull();
  });
});

describe('the case of a tab that could not be closed', () => {
  /** The person frees it, or not: the guide stands in front, or the tab does. */
  async function stuck(shows: string, inFront: 'the guide' | 'the tab' | 'the tab alone') {
    const worker = await start();
    const tab = worker.add(SCAM);
    const guide = worker.add(GUIDE);
    if (inFront !== 'the guide') await worker.fake.api.tabs.update(tab, { active: true });
    if (inFront === 'the tab alone') worker.fake.tabList.delete(guide);
    await worker.openCase(tab, { state: 'stuck', pageTabId: inFront === 'the tab alone' ? null : guide });
    await worker.tell(tab, {}, shows);
    Object.assign(worker.fake.tabList.get(tab) ?? {}, { url: shows, muted: true });
    const found = (await worker.caseOf(await worker.stateOf(tab)))?.id;
    await worker.leaveOverCase(tab);
    return { found, ...(await worker.stateOf(tab)), muted: worker.fake.tabList.get(tab) };
  }

  it.each(['the guide', 'the tab', 'the tab alone'] as const)(
    'stays while it shows the same site, with %s in front',
    async (inFront) => {
      expect(await stuck(SCAM, inFront)).toMatchObject({ found: 'case-1', caseId: 'case-1' });
    },
  );

  it('stays where the scam leads itself to another site behind the guide', async () => {
    expect(await stuck(OTHER, 'the guide')).toMatchObject({
      found: 'case-1',
      caseId: 'case-1',
      muted: { muted: true },
    });
  });

  it.each(['the tab', 'the tab alone'] as const)(
    'is over, and its sound comes back, where the person goes to another site there (%s in front)',
    async (inFront) => {
      expect(await stuck(OTHER, inFront)).toMatchObject({
        found: undefined,
        caseId: null,
        muted: { muted: false },
      });
    },
  );
});

describe('the case of a family', () => {
  it('is the open one, behind one that is over', async () => {
    const { caseOfKin, openCase, tell, add, stateOf, fake } = await start();
    const [over, open, asking] = [add(SCAM), add('http://second.test/'), add('http://third.test/')];
    await openCase(over, { id: 'over', pageTabId: 99 });
    await openCase(open, { id: 'open', state: 'closing' });
    await tell(asking, {}, 'http://third.test/');
    expect(fake.tabList.has(99)).toBe(false);
    expect((await caseOfKin([over, open], await stateOf(asking)))?.id).toBe('open');
    expect(await caseOfKin([over], await stateOf(asking))).toBeNull();
  });

  it('has the opener of the tab in its family, and not the tab itself', async () => {
    const { familyOf, stateOf, tell, add } = await start();
    const [opener, tab] = [add(SCAM), add(OTHER)];
    await tell(tab, { openedBy: opener });
    expect(await familyOf(tab, await stateOf(tab))).toEqual([opener]);
    expect(await familyOf(opener, await stateOf(opener))).toEqual([]);
  });

  it('goes on in another tab of the same case only', async () => {
    const { tabsOfCase, openCase, tell, add } = await start();
    const [mine, strange] = [add(SCAM), add('http://second.test/')];
    await openCase(strange, { id: 'strange' });
    await tell(strange, { level: 'act' }, 'http://second.test/');
    expect(await tabsOfCase('case-1')).toEqual([]);
    await openCase(mine);
    await tell(mine, { level: 'act' }, SCAM);
    expect(await tabsOfCase('case-1')).toEqual([mine]);
  });
});

describe('a tab that leaves a case', () => {
  it('has its sound back; one that has another case by now keeps that, and its silence', async () => {
    const { leaveCase, openCase, add, stateOf, fake } = await start();
    const tab = add(SCAM);
    await openCase(tab);
    Object.assign(fake.tabList.get(tab) ?? {}, { muted: true });
    await leaveCase(tab, 'another');
    expect((await stateOf(tab)).caseId).toBe('case-1');
    expect(fake.tabList.get(tab)).toMatchObject({ muted: true });
    await leaveCase(tab, 'case-1');
    expect((await stateOf(tab)).caseId).toBeNull();
    expect(fake.tabList.get(tab)).toMatchObject({ muted: false });
  });

  it('keeps it while its warning stands, whatever address the scam moves to', async () => {
    const { caseOf, stateOf, openCase, tell, add } = await start();
    const tab = add(SCAM);
    await openCase(tab, { pageTabId: add(WARNING) });
    await tell(tab, {}, OTHER);
    expect((await caseOf(await stateOf(tab)))?.id).toBe('case-1');
  });
});
