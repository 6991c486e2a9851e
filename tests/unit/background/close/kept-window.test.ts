import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { FakeBrowser, type FakeTab } from '../fake-browser';
import { verdict } from '../verdicts';

/** The window in which the scam stands alone. */
const HOME = 1;

let fake: FakeBrowser;
let scam: FakeTab;
/** Windows that lost their last tab. */
let lost: number[] = [];

async function start() {
  vi.resetModules();
  fake = new FakeBrowser();
  lost = [];
  vi.doMock('../../../../src/browser/api', () => ({ browser: fake.api }));
  const { remove } = fake.api.tabs;
  fake.api.tabs.remove = async (id: number) => {
    const windowId = fake.tabList.get(id)?.windowId;
    await remove(id);
    if (windowId !== undefined && tabsIn(windowId).length === 0) lost.push(windowId);
  };
  scam = fake.addTab('http://scam.test/');
  return {
    respond: (await import('../../../../src/background/judge/respond')).respond,
    closeCase: (await import('../../../../src/background/close/close-case')).closeCase,
    cases: (await import('../../../../src/background/state/cases')).cases,
    tabStates: (await import('../../../../src/background/state/tab-state')).tabStates,
  };
}

const tabsIn = (windowId: number): FakeTab[] =>
  [...fake.tabList.values()].filter((tab) => tab.windowId === windowId);

/** The browser is so busy with the page that a new tab in its window is not told of in time, where it comes at all. */
function flood(comes: boolean): () => void {
  const { create } = fake.api.tabs;
  fake.api.tabs.create = (made) => {
    if (made.windowId !== HOME) return create(made);
    if (comes) setTimeout(() => fake.addTab(made.url, { windowId: HOME }), 3_000);
    return new Promise(() => undefined);
  };
  return () => void (fake.api.tabs.create = create);
}

/** Warns of the scam while the flood lasts. @returns the case's number */
async function warnInFlood(comes: boolean) {
  const parts = await start();
  const end = flood(comes);
  await parts.respond(scam.id, verdict('warn'));
  end();
  const { caseId } = await parts.tabStates.read(String(scam.id));
  const known = caseId === null ? null : await parts.cases.read(caseId);
  if (caseId === null || known === null) expect.unreachable();
  return { ...parts, caseId, pageTabId: known.pageTabId ?? expect.unreachable() };
}

/** The clock leaps to whatever is waited for next. */
beforeEach(() => void vi.useFakeTimers().setTimerTickMode('nextTimerAsync'));
afterEach(() => vi.useRealTimers());

describe('a window in which the scam stands alone, its warning in another one', () => {
  it('is kept: the warning comes into it before the page goes', async () => {
    const { closeCase, caseId, pageTabId } = await warnInFlood(false);
    expect(fake.tabList.get(pageTabId)?.windowId).not.toBe(HOME);
    expect((await closeCase(caseId, 'warning'))?.state).toBe('closed');
    expect(lost).not.toContain(HOME);
    expect(tabsIn(HOME)).toMatchObject([{ id: pageTabId, active: true }]);
  });

  it('is kept where the first warning came late, and is the one that goes', async () => {
    const { closeCase, caseId, pageTabId } = await warnInFlood(true);
    expect((await closeCase(caseId, 'itself'))?.state).toBe('closed');
    expect(lost).not.toContain(HOME);
    expect(tabsIn(HOME).map(({ id }) => id)).toContain(pageTabId);
  });

  it('is kept by the guide where the warning cannot be moved', async () => {
    const { closeCase, caseId } = await warnInFlood(false);
    fake.faults.set('tabs.move', 'reject');
    expect((await closeCase(caseId, 'warning'))?.state).toBe('closed');
    expect(lost).not.toContain(HOME);
    expect(tabsIn(HOME).map(({ url }) => url)).toEqual([expect.stringContaining('guide.html?case=')]);
  });

  it('stays as it is where another tab of the person stands there, or the browser has no window for us', async () => {
    for (const beside of ['tab', 'popup'] as const) {
      const { closeCase, caseId, pageTabId } = await warnInFlood(false);
      if (beside === 'tab') fake.addTab('https://news.test/', { active: false });
      else fake.popupWindows.add(HOME);
      const { windowId } = fake.tabList.get(pageTabId) ?? expect.unreachable();
      await closeCase(caseId, 'warning');
      expect(fake.tabList.get(pageTabId)?.windowId, beside).toBe(windowId);
      expect(fake.ownPages(), beside).toHaveLength(1);
    }
  });

  it('is kept where the browser does not say what stands in it', async () => {
    const { closeCase, caseId, pageTabId } = await warnInFlood(false);
    const { query } = fake.api.tabs;
    fake.api.tabs.query = (asked) =>
      asked.windowId === HOME && !asked.active ? new Promise(() => undefined) : query(asked);
    expect((await closeCase(caseId, 'warning'))?.state).toBe('closed');
    expect(lost).not.toContain(HOME);
    expect(tabsIn(HOME).map(({ id }) => id)).toEqual([pageTabId]);
  });

  it('gets nothing once the person has closed it', async () => {
    const { closeCase, caseId, pageTabId } = await warnInFlood(false);
    fake.tabList.delete(scam.id);
    const { windowId } = fake.tabList.get(pageTabId) ?? expect.unreachable();
    await closeCase(caseId, 'warning');
    expect(fake.tabList.get(pageTabId)?.windowId).toBe(windowId);
    expect(fake.ownPages()).toHaveLength(1);
  });

  it('is not kept by a warning in front that an other one is about to take the place of', async () => {
    const { closeCase, caseId, pageTabId } = await warnInFlood(false);
    const late = fake.addTab(fake.tabList.get(pageTabId)?.url ?? '', { windowId: HOME });
    const closing = closeCase(caseId, 'warning');
    setTimeout(() => void fake.api.tabs.remove(late.id), 2);
    await closing;
    expect(lost).not.toContain(HOME);
  });
});

it('a warning of the page that stands in front is not put there once more', async () => {
  const { respond, closeCase, tabStates } = await start();
  await respond(scam.id, verdict('warn'));
  const focus = vi.spyOn(fake.api.windows, 'update');
  const { caseId } = await tabStates.read(String(scam.id));
  await closeCase(caseId ?? expect.unreachable(), 'warning');
  expect(fake.ownPages()).toHaveLength(1);
  expect(focus).not.toHaveBeenCalled();
});

describe('a scam that closes by itself behind a page of ours that says nothing of it', () => {
  const OURS = 'chrome-extension://sangfroid/src/ui';

  it.each([
    'options/options.html',
    'journal/journal.html',
    'guide/guide.html',
    'guide/guide.html?case=another',
  ])('is told of by the guide: %s', async (page) => {
    const { respond, tabStates } = await start();
    const front = fake.addTab(`${OURS}/${page}`);
    await respond(scam.id, verdict('act'));
    const { caseId } = await tabStates.read(String(scam.id));
    expect(caseId, 'it has gone').toBeNull();
    expect(fake.tabList.has(scam.id)).toBe(false);
    const [guide, ...others] = tabsIn(HOME).filter(({ id }) => id !== front.id);
    expect(guide).toMatchObject({ active: true, url: expect.stringMatching(/guide\.html\?case=/) });
    expect(others).toEqual([]);
  });

  it('is not told of twice where the guide or the warning about it stands in front', async () => {
    for (const page of ['guide', 'warning']) {
      const { respond, closeCase, tabStates } = await start();
      await respond(scam.id, verdict('warn'));
      const { caseId } = await tabStates.read(String(scam.id));
      const front = fake.addTab(`${OURS}/${page}/${page}.html?case=${caseId ?? ''}`);
      const { length } = fake.ownPages();
      await closeCase(caseId ?? expect.unreachable(), 'itself');
      expect(fake.tabList.get(front.id), page).toMatchObject({ active: true });
      expect(fake.ownPages(), page).toHaveLength(length);
    }
  });
});
