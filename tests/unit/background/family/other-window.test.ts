import { describe, expect, it, vi } from 'vitest';
import { modulesFirst } from '../modules-first';
import { verdict } from '../verdicts';
import { startWorker } from '../worker-parts';

const WARNING = 'chrome-extension://sangfroid/src/ui/warning/warning.html?case=case-1';
const OTHER_SCAM = 'http://other-scam.test/';
const settle = (ms = 1_500): Promise<void> => new Promise((done) => setTimeout(done, ms));

modulesFirst(async () => {
  await startWorker();
  await import('../../../../src/background/content-inbox');
});

/** A scam in a private window (2), its warning in the ordinary one (1); the person works in window `focused`. */
async function warned(focused: number | null) {
  const worker = await startWorker();
  const { fake, openCase, tell, newFrame } = worker;
  const { respond } = await import('../../../../src/background/judge/respond');
  const { receiveFromContent } = await import('../../../../src/background/content-inbox');
  const scam = fake.addTab('http://scam.test/', { incognito: true, windowId: 2 });
  const warning = fake.addTab(`${WARNING}&tab=${scam.id}`);
  await openCase(scam.id, { incognito: true, windowId: 2, pageTabId: warning.id, warnedOver: ['first'] });
  await tell(scam.id, { level: 'warn', incognito: true, frames: { 0: newFrame('first', scam.url) } });
  Object.assign(scam, { active: true, muted: true });
  fake.api.windows.get = (id) =>
    Promise.resolve({ id, type: 'normal', state: 'normal', incognito: id === 2, focused: id === focused });
  const update = vi.spyOn(fake.api.windows, 'update') as unknown as { mock: { calls: [number, object][] } };
  const moves = async (doc: string) => {
    scam.url = OTHER_SCAM;
    await tell(scam.id, { level: 'warn', frames: { 0: newFrame(doc, OTHER_SCAM) } });
    await respond(scam.id, verdict('warn'));
    await settle();
  };
  const warnings = () => [...fake.tabList.values()].filter(({ url }) => url.includes('/warning/'));
  return { ...worker, scam, warning, moves, warnings, update, receiveFromContent };
}

describe('a warning in another window than its scam', () => {
  it('does not serve for the next scam in that tab, where the person has gone on', async () => {
    const { moves, warnings, warning, cases } = await warned(2);
    await moves('second');
    expect(warnings()).toHaveLength(1);
    expect(warnings()[0]?.id).not.toBe(warning.id);
    expect(await cases.ids()).toHaveLength(2);
  });

  it('serves for it where the person is before the warning', async () => {
    const { moves, warnings, warning, cases } = await warned(1);
    await moves('second');
    expect(warnings()).toEqual([warning]);
    expect(await cases.ids()).toHaveLength(1);
  });

  it.each([
    ['in another program', null],
    ['in the newest window of a swarm', 3],
  ])('is brought before it, once, where the person is %s', async (_where, focused) => {
    const { moves, warnings, warning, update } = await warned(focused);
    await moves('second');
    expect(warnings()).toEqual([warning]);
    expect(update.mock.calls).toContainEqual([warning.windowId, { focused: true }]);
    update.mock.calls.length = 0;
    await moves('second');
    expect(update.mock.calls).toEqual([]);
  });

  it.each([
    [2, null, false],
    [1, 'case-1', true],
  ])('leaves an honest page be that the person went on to: window %s', async (focused, caseId, muted) => {
    const { scam, tabStates, receiveFromContent } = await warned(focused);
    scam.url = 'http://bread.test/';
    const sender = { tabId: scam.id, frameId: 0, address: scam.url, tabAddress: scam.url, incognito: true };
    await receiveFromContent({ doc: 'honest', type: 'gate', title: '', referrer: '', text: '' }, sender);
    await settle();
    expect((await tabStates.read(String(scam.id))).caseId).toBe(caseId);
    expect(scam).toMatchObject({ muted });
  });

  it('serves for a window behind it that the scam, which the person looks at, has opened at another site', async () => {
    const { fake, tell, newFrame, scam, warnings, warning, update } = await warned(2);
    const { noteOpened } = await import('../../../../src/background/family/opened-tabs');
    const { respond } = await import('../../../../src/background/judge/respond');
    const under = fake.addTab(OTHER_SCAM, { windowId: 3, active: false, incognito: true });
    await noteOpened(scam.id, under.id, Date.now());
    const frames = { 0: newFrame('under', OTHER_SCAM) };
    await tell(under.id, { level: 'warn', incognito: true, frames });
    await respond(under.id, verdict('warn'));
    await settle();
    expect(warnings()).toEqual([warning]);
    expect(update.mock.calls).toContainEqual([warning.windowId, { focused: true }]);
  });

  it('serves where the browser tells of no window', async () => {
    const { fake, moves, warnings, warning } = await warned(2);
    fake.api.windows.get = () => new Promise(() => undefined);
    await moves('second');
    expect(warnings()).toEqual([warning]);
  });
});
