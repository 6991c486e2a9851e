import { describe, expect, it } from 'vitest';
import { modulesFirst } from '../modules-first';
import { startWorker } from '../worker-parts';

const WARNING = 'chrome-extension://sangfroid/src/ui/warning/warning.html?case=case-1';

modulesFirst(async () => {
  await startWorker();
  await import('../../../../src/background/ui-requests');
});

const settle = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

/** The page is about to be closed by itself, over a browser that opens our page `opensIn` ms later. */
async function closing(opensIn: number) {
  const worker = await startWorker();
  const { fake, openCase, tell } = worker;
  const { answerUi } = await import('../../../../src/background/ui-requests');
  const { closeCase } = await import('../../../../src/background/close/close-case');
  const tab = fake.addTab('http://bakery.test/oven');
  const warning = fake.addTab(WARNING, { windowId: 2 });
  await openCase(tab.id, { pageTabId: warning.id });
  await tell(tab.id, { level: 'warn' }, tab.url);
  const { get } = fake.api.tabs;
  fake.api.tabs.get = (id) => settle(opensIn).then(() => get(id));
  const ended = closeCase('case-1', 'itself');
  return { ...worker, answerUi, tab, ended };
}

describe('a person who says that it is a mistake while the page is about to be closed', () => {
  it.each([0, 20, 60])('(%s ms later) keeps the page, and nothing holds it back', async (ms) => {
    const { fake, answerUi, tab, ended, cases, journal } = await closing(150);
    await settle(ms);
    await answerUi({ type: 'case-mistake', caseId: 'case-1' });
    expect(await ended).toMatchObject({ state: 'mistaken' });
    expect(fake.tabList.has(tab.id)).toBe(true);
    expect((await cases.read('case-1'))?.state).toBe('mistaken');
    await settle(500);
    expect(journal.ends.at(-1)).toMatchObject({ closedBy: 'mistake' });
    expect([fake.rules.size, fake.sessionRules.size]).toEqual([0, 0]);
  });

  it('has its page let through again also where they have gone on in its tab', async () => {
    const { fake, answerUi, tab, openCase, tell } = await closing(0).then(async (worker) => {
      await worker.ended;
      return worker;
    });
    const { closeCase } = await import('../../../../src/background/close/close-case');
    const next = fake.addTab('http://bread.test/', { status: 'complete' });
    await openCase(next.id, { id: 'case-2', address: 'http://bakery.test/shop' });
    await tell(next.id, { frames: {} });
    const { updateSessionRules } = fake.api.declarativeNetRequest;
    fake.api.declarativeNetRequest.updateSessionRules = (change) =>
      settle(100).then(() => updateSessionRules(change));
    const ended = closeCase('case-2', 'warning');
    await settle(20);
    await answerUi({ type: 'case-mistake', caseId: 'case-2' });
    expect(await ended).toMatchObject({ state: 'mistaken' });
    expect([fake.tabList.has(tab.id), fake.tabList.has(next.id)]).toEqual([false, true]);
    const held = [...fake.sessionRules.values()].map((rule) => JSON.stringify(rule));
    expect(held.filter((rule) => rule.includes('shop'))).toEqual([]);
  });

  it('keeps what they open from it right afterwards, too', async () => {
    const { fake, answerUi, tab, ended } = await closing(150);
    await settle(20);
    await answerUi({ type: 'case-mistake', caseId: 'case-1' });
    await ended;
    const { onOpened } = await import('../../../../src/background/judge/opened-tab');
    const recipe = fake.addTab('http://bakery.test/recipe');
    await onOpened(tab.id, recipe.id, recipe.url, Date.now());
    expect(fake.tabList.has(recipe.id)).toBe(true);
  });

  it.each([600, 1_500, 3_000])(
    '(%s ms later) keeps a page that the browser has not closed yet',
    async (ms) => {
      const { fake, answerUi, tab, ended, cases, journal } = await closing(0);
      fake.untouchable.add(tab.id); // "Leave site?" holds it up
      await settle(ms);
      expect(await answerUi({ type: 'case-mistake', caseId: 'case-1' })).toEqual({ ok: true });
      fake.untouchable.clear();
      expect(await ended).toMatchObject({ state: 'mistaken', closedAt: null });
      await settle(2_000);
      expect(fake.tabList.get(tab.id)?.url).toBe('http://bakery.test/oven');
      expect((await cases.read('case-1'))?.state).toBe('mistaken');
      expect(journal.ends.at(-1)).toMatchObject({ closedBy: 'mistake' });
      expect([fake.rules.size, fake.sessionRules.size]).toEqual([0, 0]);
    },
  );

  it('keeps a further window that is found only then, too', async () => {
    const { fake, answerUi, tab, ended, tell } = await closing(0);
    fake.untouchable.add(tab.id);
    const other = fake.addTab('http://shop.test/more', { active: false });
    const { get } = fake.api.tabs;
    fake.api.tabs.get = (id) => settle(id === other.id ? 900 : 0).then(() => get(id));
    await tell(other.id, { level: 'warn', caseId: 'case-1' }, other.url);
    await settle(600);
    await answerUi({ type: 'case-mistake', caseId: 'case-1' });
    await ended;
    expect(fake.tabList.has(other.id)).toBe(true);
  });
});
