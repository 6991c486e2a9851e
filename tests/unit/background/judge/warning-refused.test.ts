import { describe, expect, it, vi } from 'vitest';
import { modulesFirst } from '../modules-first';
import { verdict } from '../verdicts';
import { startWorker } from '../worker-parts';

const SCAM = 'http://scam.test/';
const settle = (ms = 1_500): Promise<void> => new Promise((done) => setTimeout(done, ms));

modulesFirst(async () => {
  await startWorker();
  await import('../../../../src/background/judge/respond');
  await import('../../../../src/background/resume');
});

/** A scam was noticed in a browser that opened no tab and no window just then. */
async function refused() {
  const worker = await startWorker();
  const { fake } = worker;
  const { respond } = await import('../../../../src/background/judge/respond');
  const scam = fake.addTab(SCAM);
  await worker.tell(scam.id, { level: 'warn' }, SCAM);
  fake.faults.set('tabs.create', 'reject').set('windows.create', 'reject');
  const told = () => respond(scam.id, verdict('warn'));
  await told();
  expect(fake.ownPages()).toEqual([]);
  const [id = ''] = await worker.cases.ids();
  const tries = vi.spyOn(fake.api.windows, 'create').mock.calls;
  return { ...worker, scam, told, tries, caseNow: () => worker.cases.read(id) };
}

describe('a warning that could not be opened', () => {
  it('is none yet to its case', async () => {
    const { caseNow } = await refused();
    expect(await caseNow()).toMatchObject({ state: 'warned', pageTabId: null, timing: { warnedMs: null } });
  });

  it('is tried again as the page goes on telling, at most once in some seconds', async () => {
    const { fake, told, tries } = await refused();
    await told();
    await told();
    await settle();
    expect(tries).toHaveLength(0);
    await settle(5_000);
    await told();
    await settle(500);
    await told();
    await settle();
    expect(tries).toHaveLength(1);
    fake.faults.clear();
    await settle(5_000);
    await Promise.all([told(), told()]);
    await settle();
    expect(fake.ownPages()).toEqual([expect.stringContaining('/warning/')]);
    await settle(5_000);
    await told();
    await settle();
    expect(fake.ownPages()).toHaveLength(1);
  });

  it('is tried again by a beat of the page, which goes on without a word', async () => {
    const { fake, scam } = await refused();
    const { receiveFromContent } = await import('../../../../src/background/content-inbox');
    fake.faults.clear();
    await settle(5_000);
    const sender = { tabId: scam.id, frameId: 0, address: SCAM, tabAddress: SCAM, incognito: false };
    await receiveFromContent({ doc: 'd', type: 'beat', visible: true }, sender);
    await settle();
    expect(fake.ownPages()).toHaveLength(1);
  });

  it('is tried by the next worker, and by a report that woke it no second time', async () => {
    const { fake, scam, caseNow } = await refused();
    fake.faults.clear();
    await settle();
    vi.resetModules();
    const { resume } = await import('../../../../src/background/resume');
    const { respond } = await import('../../../../src/background/judge/respond');
    await Promise.all([resume(), respond(scam.id, verdict('warn'))]);
    await settle();
    expect(fake.ownPages()).toEqual([expect.stringContaining('/warning/')]);
    expect(fake.calls.filter((call) => call === 'tabs.create')).toHaveLength(3); // two before
    expect((await caseNow())?.state).toBe('warned');
  });
});

it('a scam whose second warning could not be opened is warned of by the next worker, and not closed for that', async () => {
  const { fake, openCase, tell } = await startWorker();
  const { resume } = await import('../../../../src/background/resume');
  const scam = fake.addTab(SCAM);
  await openCase(scam.id, { level: 'act', pageTabId: null, timing: { warnedMs: 40, closedMs: null } });
  await tell(scam.id, { level: 'warn' }, SCAM);
  await resume();
  await settle();
  expect(fake.ownPages()).toEqual([expect.stringContaining('/warning/')]);
  expect(fake.tabList.has(scam.id)).toBe(true);
});

it('a warning that hangs while it is opened keeps none away for ever', async () => {
  const { fake, openCase, tell } = await startWorker();
  const { warn } = await import('../../../../src/background/judge/warn');
  const scam = fake.addTab(SCAM);
  const known = await openCase(scam.id);
  await tell(scam.id, { level: 'warn' }, SCAM);
  void warn(known, { home: new Promise(() => undefined) });
  await settle(10_000);
  void warn(known);
  await settle();
  expect(fake.ownPages()).toHaveLength(0);
  await settle(10_000);
  await warn(known);
  expect(fake.ownPages()).toHaveLength(1);
});
