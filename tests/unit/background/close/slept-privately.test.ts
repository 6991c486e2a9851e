import { describe, expect, it, vi } from 'vitest';
import type { ContentEnvelope } from '../../../../src/messages/content-messages';
import type { Level, Verdict } from '../../../../src/detection/verdict';
import { told } from '../alarmed-page';
import type { FakeTab } from '../fake-browser';
import { modulesFirst } from '../modules-first';
import { startWorker } from '../worker-parts';

const WARN: Verdict = {
  level: 'warn', score: 0.9, logOdds: 3, reasons: [], phones: [], codes: [], injectedIntoHonestSite: false,
}; // prettier-ignore
const BANK = 'https://bank.test/transfer';

/** The parts that act, of the worker that runs by now. */
const parts = async () => ({
  ...(await import('../../../../src/background/close/close-case')),
  ...(await import('../../../../src/background/close/close-any')),
  ...(await import('../../../../src/background/content-inbox')),
  ...(await import('../../../../src/background/family/case-of-kin')),
  ...(await import('../../../../src/background/family/leaving')),
  ...(await import('../../../../src/background/person/status')),
  ...(await import('../../../../src/background/person/mistake')),
  ...(await import('../../../../src/background/family/opened-tabs')),
  ...(await import('../../../../src/background/family/scam-group')),
  ...(await import('../../../../src/background/state/cases')),
  ...(await import('../../../../src/background/state/tab-state')),
  ...(await import('../../../../src/background/state/trust')),
});

modulesFirst(async () => {
  await startWorker();
  await parts();
});

/** What the page of a tab tells. */
type Tell = (url: string, level: Level) => Promise<unknown>;

/** A scam in a private window was warned of, its warning stands in an ordinary one, and the worker was stopped since. */
async function slept(meanwhile: (tab: FakeTab, tell: Tell) => unknown = () => undefined) {
  const { fake, tell, newFrame } = await startWorker();
  Object.assign(fake.api.action, { getTitle: () => Promise.resolve('') });
  const { openCase, changeCase } = await parts();
  const warning = fake.addTab('chrome-extension://sangfroid/src/ui/warning/warning.html');
  const tab = fake.addTab('http://scam.test/alert', { incognito: true, windowId: 5 });
  const about = { tabId: tab.id, windowId: 5, incognito: true, address: tab.url, title: '' };
  const { id } = await openCase(about, WARN, Date.now());
  const timing = { warnedMs: 40, closedMs: null };
  await changeCase(id, { timing, pageTabId: warning.id });
  warning.url += `?case=${id}`;
  const pageTells: Tell = (url, level) => {
    Object.assign(tab, { url });
    const frames = { 0: { ...newFrame('d', url), facts: { ...told, address: url } } };
    return tell(tab.id, { caseId: id, incognito: true, level, frames });
  };
  await pageTells(tab.url, 'warn');
  await meanwhile(tab, pageTells);
  await new Promise((done) => setTimeout(done, 50)); // all of it is written down
  vi.resetModules();
  return { fake, tab, warning, id, isOpen: () => fake.tabList.has(tab.id), ...(await parts()) };
}

const toBank = (tab: FakeTab): void => void Object.assign(tab, { url: BANK });
const toBankWhichTells = (_tab: FakeTab, tell: Tell) => tell(BANK, 'quiet');

describe('a page of another site in the private tab of a scam, once the worker has slept', () => {
  it.each([
    ['that tells nothing', toBank],
    ['that has told, and is quiet', toBankWhichTells],
  ])('stays when the scam is closed: one %s', async (_what, meanwhile) => {
    const { closeCase, id, isOpen, cases } = await slept(meanwhile);
    await closeCase(id, 'warning');
    expect(isOpen()).toBe(true);
    expect(await cases.read(id)).toMatchObject({ state: 'closed', closedBy: null });
  });

  it('stays when the key is pressed over the warning', async () => {
    const { closeTabOf, warning, isOpen } = await slept(toBank);
    await closeTabOf(warning.id, 'key');
    expect(isOpen()).toBe(true);
  });

  it('is no scam in the popup', async () => {
    const { statusOf, tab } = await slept(toBank);
    const honest = { state: 'watching', level: 'quiet', score: 0, caseId: null, reasons: [] };
    expect(await statusOf(tab.id)).toMatchObject({ ...honest, host: 'bank.test' });
  });

  it('is closed alone by the key over it, as a page that nobody called a scam', async () => {
    const { closeTabOf, tab, id, isOpen, cases } = await slept(toBank);
    expect(await closeTabOf(tab.id, 'key')).toMatchObject({ level: 'quiet', state: 'closed' });
    expect(isOpen()).toBe(false);
    expect(await cases.read(id)).toMatchObject({ state: 'warned' });
  });

  it('does not go with another tab of the family', async () => {
    const { fake, tab, scamGroup, noteOpened } = await slept(toBank);
    const other = fake.addTab('http://scam.test/more', { incognito: true, windowId: 5 });
    await noteOpened(other.id, tab.id, Date.now() - 600_000);
    expect(await scamGroup(other.id)).toEqual([other.id]);
  });

  it('is not trusted by "this is a mistake", which was said of the scam', async () => {
    const { goBack, id, cases, whyLeftAlone, isOpen } = await slept(toBank);
    const known = await cases.read(id);
    expect(known && (await goBack(known))).toEqual({ ok: true });
    expect([await whyLeftAlone(BANK, Date.now()), isOpen()]).toEqual([null, true]);
    expect(await cases.read(id)).toMatchObject({ state: 'mistaken' });
  });

  it('can be trusted in the popup, and the case stays as it is', async () => {
    const { trustTab, tab, id, cases } = await slept(toBank);
    expect(await trustTab(tab.id, 'bank.test')).toMatchObject({ ok: true });
    expect(await cases.read(id)).toMatchObject({ state: 'warned' });
  });
});

describe('a scam in a private window, once the worker has slept', () => {
  it.each<[string, (tab: FakeTab, tell: Tell) => unknown]>([
    ['where it was judged', () => undefined],
    ['on another page of its site', (tab) => Object.assign(tab, { url: 'http://scam.test/other?2' })],
    ['on a second site that told of itself', (_tab, tell) => tell('http://second.test/', 'warn')],
    [
      'where it is loading yet',
      (tab) => Object.assign(tab, { url: 'http://third.test/', status: 'loading' }),
    ],
    ['on a page without a host', (tab) => Object.assign(tab, { url: 'about:blank' })],
  ])('is closed in one press: %s', async (_where, meanwhile) => {
    const { closeCase, id, isOpen } = await slept(meanwhile);
    expect(await closeCase(id, 'warning')).toMatchObject({ state: 'closed', closedBy: 'warning' });
    expect(isOpen()).toBe(false);
  });

  it('is closed in one press of the key, over the warning as over itself', async () => {
    for (const over of ['warning', 'tab'] as const) {
      const { closeTabOf, id, isOpen, ...tabs } = await slept();
      expect(await closeTabOf(tabs[over].id, 'key')).toMatchObject({ id, state: 'closed', closedBy: 'key' });
      expect(isOpen()).toBe(false);
    }
  });

  it('has its case still where it tells again and its warning was closed', async () => {
    const { fake, warning, tab, id, caseOf, tabStates, ...rest } = await slept();
    fake.tabList.delete(warning.id);
    const { newFrame } = await import('../../../../src/background/state/documents');
    const told = async (url: string) => {
      const state = await tabStates.read(String(tab.id));
      return (await caseOf({ ...state, frames: { 0: newFrame('d2', url) } }))?.id ?? null;
    };
    expect([await told('http://scam.test/again'), await told(BANK)]).toEqual([id, null]);
    expect(rest.isOpen()).toBe(true);
  });

  it('is the scam in the popup yet', async () => {
    const { statusOf, tab, id } = await slept();
    expect(await statusOf(tab.id)).toMatchObject({ state: 'warning', level: 'warn', caseId: id });
  });

  it('goes with another tab of its family', async () => {
    const { fake, tab, scamGroup, noteOpened } = await slept();
    const other = fake.addTab('http://scam.test/more', { incognito: true, windowId: 5 });
    await noteOpened(other.id, tab.id, Date.now() - 600_000);
    expect((await scamGroup(other.id)).sort()).toEqual([tab.id, other.id].sort());
  });

  it('leaves no address, title or word in any store', async () => {
    const { fake, id } = await slept((_tab, tell) => tell('http://second.test/secret', 'warn'));
    const written = JSON.stringify([...fake.stores.session, ...fake.stores.local]);
    expect(written).toContain(id);
    expect(['scam.test', 'second', 'secret', told.title].filter((word) => written.includes(word))).toEqual(
      [],
    );
  });
});

describe('what is done to a page of the private tab of a scam, once the worker has slept', () => {
  /** Orders that a frame gets which the page makes now. */
  async function ordersToFrame(worker: Awaited<ReturnType<typeof slept>>): Promise<unknown[]> {
    const { fake, tab, receiveFromContent } = worker;
    const orders: unknown[] = [];
    const sendMessage = (_tabId: number, { type }: { type: string }) =>
      Promise.resolve(void orders.push(type));
    Object.assign(fake.api.tabs, { sendMessage });
    const gate = { type: 'gate', doc: 'f', title: '', referrer: '', text: '' } as const;
    const where = { tabId: tab.id, frameId: 3, address: tab.url, tabAddress: tab.url, incognito: true };
    await receiveFromContent(gate as ContentEnvelope, where);
    await new Promise((done) => setTimeout(done, 50));
    return orders;
  }

  it('disarms a late frame of the scam', async () => {
    expect(await ordersToFrame(await slept())).toContain('defuse');
  });

  it('disarms none of another site', async () => {
    expect(await ordersToFrame(await slept(toBank))).not.toContain('defuse');
  });

  it.each([
    [undefined, false],
    [toBank, true],
  ])('knows whether it is on its way to another site: %s', async (meanwhile, is) => {
    const { isLeaving, cases, id } = await slept(meanwhile);
    const known = await cases.read(id);
    expect(known && (await isLeaving(known))).toBe(is);
  });
});
