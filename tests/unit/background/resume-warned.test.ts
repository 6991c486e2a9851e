import { describe, expect, it } from 'vitest';
import { modulesFirst } from './modules-first';
import { startWorker } from './worker-parts';

const SCAM = 'http://scam.test/';
const VIDEO = 'http://video.test/';
const WARNING = 'chrome-extension://sangfroid/src/ui/warning/warning.html?case=case-1';
const settle = (ms = 1_500): Promise<void> => new Promise((done) => setTimeout(done, ms));

modulesFirst(async () => {
  await startWorker();
  await import('../../../src/background/resume');
  await import('../../../src/background/person/status');
});

/** A scam was warned of and muted; its tab shows this address by now, in front or behind the warning. */
async function nowAt(url: string, front: 'tab' | 'warning', more: object = {}) {
  const worker = await startWorker();
  const { fake, openCase, tell, tabStates } = worker;
  const { resume } = await import('../../../src/background/resume');
  const { statusOf } = await import('../../../src/background/person/status');
  const tab = fake.addTab(SCAM);
  const warning = fake.addTab(WARNING);
  await openCase(tab.id, { pageTabId: warning.id });
  await tell(tab.id, { level: 'warn' }, SCAM);
  await fake.api.tabs.update((front === 'tab' ? tab : warning).id, { active: true });
  Object.assign(tab, { url, muted: true, ...more });
  const caseNow = async () => (await tabStates.read(String(tab.id))).caseId;
  return { ...worker, tab, warning, resume, statusOf, caseNow };
}

describe('an honest page in the tab of a scam, whose warning stands behind it', () => {
  it('has its sound back when a worker starts, and belongs to the case no more', async () => {
    const { fake, tab, warning, resume, caseNow, cases } = await nowAt(VIDEO, 'tab');
    await resume();
    expect(tab).toMatchObject({ muted: false });
    expect(await caseNow()).toBeNull();
    expect([fake.tabList.has(warning.id), (await cases.read('case-1'))?.state]).toEqual([true, 'warned']);
  });

  it('has it back where the warning stands in another window, as a private one’s does', async () => {
    const { tab, warning, resume } = await nowAt(VIDEO, 'tab', { windowId: 2 });
    warning.active = true;
    await resume();
    expect(tab).toMatchObject({ muted: false });
  });

  it('has it back as soon as the person looks at the popup over it', async () => {
    const { tab, statusOf, caseNow } = await nowAt(VIDEO, 'tab');
    expect(await statusOf(tab.id)).toMatchObject({ state: 'watching', caseId: null });
    await settle();
    expect(tab).toMatchObject({ muted: false });
    expect(await caseNow()).toBeNull();
  });
});

it.each([
  ['the warning stands in front of it', VIDEO, 'warning', {}],
  ['it is still loading', VIDEO, 'tab', { status: 'loading' }],
  ['it is the scam', SCAM, 'tab', {}],
] as const)('the tab of a scam stays mute where %s', async (_why, url, front, more) => {
  const { tab, resume, statusOf, caseNow } = await nowAt(url, front, more);
  await resume();
  if (front === 'tab') await statusOf(tab.id);
  await settle();
  expect(tab).toMatchObject({ muted: true });
  expect(await caseNow()).toBe('case-1');
});
