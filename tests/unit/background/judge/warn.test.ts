import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Case } from '../../../../src/messages/ui-messages';
import { startWorker } from '../worker-parts';

beforeEach(() => void vi.useFakeTimers().setTimerTickMode('nextTimerAsync'));
afterEach(() => vi.useRealTimers());

const settle = (): Promise<void> => new Promise((done) => setTimeout(done, 5_000));

/** A scam that was noticed half a second ago, in the fifth tab of the second window. */
async function noticed(change: Partial<Case> = {}) {
  const worker = await startWorker();
  const { fake, openCase } = worker;
  const { warn } = await import('../../../../src/background/judge/warn');
  const page = fake.addTab('http://scam.test/', { windowId: 2, index: 4 });
  const known = await openCase(page.id, { windowId: 2, noticedAt: Date.now() - 500, ...change });
  const create = vi.spyOn(fake.api.tabs, 'create');
  const said = vi.spyOn(fake.api.action, 'setTitle') as unknown as { mock: { calls: [object][] } };
  return { ...worker, page, known, create, said, warn };
}

describe('a warning', () => {
  it('stands right beside its page, and in another window at the end', async () => {
    const { known, create, warn } = await noticed();
    await warn(known, { index: 4 });
    expect(create).toHaveBeenLastCalledWith(expect.objectContaining({ windowId: 2, index: 5, active: true }));
    await warn(known, { index: 4, home: Promise.resolve({ windowId: 1 }) });
    await warn(known);
    const [, elsewhere, unknown] = create.mock.calls.map(([made]) => made);
    expect(elsewhere).toMatchObject({ windowId: 1 });
    expect([elsewhere, unknown].filter((made) => made && 'index' in made)).toEqual([]);
  });

  it('is known to its case, with the time that it took', async () => {
    const { fake, known, cases, warn } = await noticed();
    await warn(known);
    const now = await cases.read(known.id);
    expect(fake.tabList.get(now?.pageTabId ?? 0)?.url).toContain('/warning/');
    expect(now?.timing.closedMs).toBeNull();
    expect(now?.timing.warnedMs).toBeGreaterThanOrEqual(500);
    expect(now?.timing.warnedMs).toBeLessThan(5_000);
  });

  it.each([
    ['a scam', false, 'toolbarWarning'],
    ['a number put into an honest site', true, 'toolbarInjected'],
  ])('has its page silenced, and the button say what it is: %s', async (_what, injectedIntoHonestSite, title) => {
    const { page, known, said, warn } = await noticed({ injectedIntoHonestSite });
    await warn(known);
    await settle();
    expect(page).toMatchObject({ muted: true });
    expect(said.mock.calls.flat()).toEqual([{ tabId: page.id, title }]);
  }); // prettier-ignore

  it('that cannot open leaves an older one of the page where it is', async () => {
    const { fake, page, known, cases, warn } = await noticed({ pageTabId: 77 });
    const older = fake.addTab(
      `chrome-extension://sangfroid/src/ui/warning/warning.html?case=lost&tab=${page.id}`,
    );
    fake.faults.set('tabs.create', 'reject').set('windows.create', 'reject');
    await warn(known);
    await settle();
    expect((await cases.read(known.id))?.pageTabId).toBeNull();
    expect(fake.tabList.has(older.id)).toBe(true);
    fake.faults.clear();
    await warn(known);
    await settle();
    expect(fake.tabList.has(older.id)).toBe(false);
  });

  it('remembers nothing of where a tab was going that the case is not about any more', async () => {
    const wasLeaving = async (tabId?: number) => {
      const { fake, page, known, cases, warn } = await noticed();
      Object.assign(page, { url: 'http://mail.test/' });
      const { get } = fake.api.tabs;
      fake.api.tabs.get = async (id) => {
        await new Promise((done) => setTimeout(done, 300));
        return get(id);
      };
      await warn(known);
      await cases.update(known.id, (now) => now && { ...now, tabId: tabId ?? now.tabId });
      await settle();
      return (await cases.read(known.id))?.wasLeaving;
    };
    expect(await wasLeaving()).toBe(true);
    expect(await wasLeaving(99)).toBeUndefined();
  });
});
