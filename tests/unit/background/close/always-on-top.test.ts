import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Verdict } from '../../../../src/detection/verdict';
import { startWorker } from '../worker-parts';

const WARN: Verdict = {
  level: 'warn', score: 0.9, logOdds: 3, reasons: [], phones: [], codes: [], injectedIntoHonestSite: false,
}; // prettier-ignore

beforeEach(() => void vi.useFakeTimers().setTimerTickMode('nextTimerAsync'));
afterEach(() => vi.useRealTimers());

/** What a script in a page is asked to do, by what it is written like. */
interface Script {
  target: { tabId: number };
  func: () => unknown;
}

/** A page with a window on top that has told something. @param onTop whether the browser says that it is one */
async function pageWithWindow({ onTop = true, opener = true, url = 'about:blank' } = {}) {
  const worker = await startWorker();
  const { fake, tell } = worker;
  const { respond } = await import('../../../../src/background/judge/respond');
  const { pageOf } = await import('../../../../src/background/close/always-on-top');
  const { closeTabOf } = await import('../../../../src/background/close/close-any');
  const page = fake.addTab('http://scam.test/in?a=1', { title: 'Player' });
  const above = fake.addTab(url, { windowId: 9, ...(opener && { openerTabId: page.id }) });
  await tell(above.id, { level: 'warn' }, url);
  const left: number[] = [];
  fake.api.scripting.executeScript = (({ target: { tabId }, func }: Script) => {
    if (func.name === 'closeWhatIsOnTop') left.push(tabId);
    const asked = String(func).includes('picture-in-picture');
    return Promise.resolve(asked ? [{ result: onTop && tabId === above.id }] : []);
  }) as unknown as typeof fake.api.scripting.executeScript;
  const isThere = (id: number) => fake.tabList.has(id);
  const caseOf = async (id: number) => {
    const { caseId } = await worker.tabStates.read(String(id));
    return caseId === null ? null : worker.cases.read(caseId);
  };
  return { ...worker, page, above, left, respond, pageOf, closeTabOf, isThere, caseOf };
}

describe('a window that a scam keeps above all others', () => {
  it('is closed, and the warning is about its page', async () => {
    const { page, above, left, fake, respond, isThere, caseOf } = await pageWithWindow();
    await respond(above.id, WARN);
    expect(await caseOf(page.id)).toMatchObject({
      state: 'warned', tabId: page.id, windowId: 1, address: page.url, host: 'scam.test', title: 'Player',
    }); // prettier-ignore
    expect([isThere(page.id), isThere(above.id)]).toEqual([true, false]);
    expect(fake.ownPages()).toEqual([expect.stringContaining(`tab=${page.id}`)]);
    expect(left).toEqual([page.id]);
  });

  it('is what is pictured, and its words are the evidence', async () => {
    const { above, fake, respond, tabStates, journal } = await pageWithWindow();
    const shot = vi.spyOn(fake.api.tabs, 'captureVisibleTab');
    await tabStates.update(String(above.id), (state) => {
      const [top] = Object.values(state.frames);
      return top ? { ...state, frames: { 0: { ...top, dialogs: ['Your machine is locked'] } } } : state;
    });
    await respond(above.id, WARN);
    expect(shot.mock.calls).toEqual([[9, expect.anything()]]);
    expect(journal.added).toEqual([expect.objectContaining({ excerpt: 'Your machine is locked' })]);
  });

  it('goes with its page where that traps the person', async () => {
    const { page, above, respond, isThere } = await pageWithWindow();
    await respond(above.id, { ...WARN, level: 'act' });
    expect([isThere(page.id), isThere(above.id)]).toEqual([false, false]);
  });

  it('that comes after the warning is closed, too, and there is no second one', async () => {
    const { page, above, respond, fake, tell, isThere } = await pageWithWindow();
    await tell(page.id, { level: 'warn' }, page.url);
    await respond(page.id, WARN);
    await respond(above.id, WARN);
    expect(fake.ownPages()).toHaveLength(1);
    expect([isThere(page.id), isThere(above.id)]).toEqual([true, false]);
  });

  it('is not taken for dealt with before it has gone: the next worker passes over tabs of a case', async () => {
    const { page, above, respond, fake, tabStates, isThere, caseOf } = await pageWithWindow();
    fake.untouchable.add(above.id);
    await respond(above.id, WARN);
    expect(isThere(above.id)).toBe(true);
    expect(await tabStates.read(String(above.id))).toMatchObject({ caseId: null, level: 'warn' });
    expect(await caseOf(page.id)).not.toBeNull();
  });

  it('is not laid to the site that the tab showed before', async () => {
    const { page, above, respond, tell, caseOf, fake } = await pageWithWindow();
    await tell(page.id, {}, 'http://bakery.test/');
    await respond(above.id, WARN);
    expect(await caseOf(page.id)).toMatchObject({ address: page.url, host: 'scam.test', title: 'Player' });
    expect(fake.ownPages()).toHaveLength(1);
  });

  it('stays where its page is trusted', async () => {
    const { page, above, respond, fake, isThere } = await pageWithWindow();
    const { trustSite } = await import('../../../../src/background/state/trust');
    await trustSite(page.url, 'options');
    await respond(above.id, WARN);
    expect(fake.ownPages()).toEqual([]);
    expect([isThere(page.id), isThere(above.id)]).toEqual([true, true]);
  });

  it('is known where the browser tells late who opened it', async () => {
    const { page, above, respond, caseOf } = await pageWithWindow({ opener: false });
    const { noteOpened } = await import('../../../../src/background/family/opened-tabs');
    const answering = respond(above.id, WARN);
    await new Promise((done) => setTimeout(done, 300));
    await noteOpened(page.id, above.id, Date.now());
    await answering;
    expect(await caseOf(page.id)).toMatchObject({ state: 'warned', tabId: page.id });
  });

  it('is not waited about for longer where the clock is put back meanwhile', async () => {
    const { above, respond } = await pageWithWindow({ opener: false });
    const from = performance.now();
    setTimeout(() => vi.setSystemTime(Date.now() - 60_000), 100);
    await respond(above.id, WARN);
    expect(performance.now() - from).toBeLessThan(10_000);
  });

  it('goes with its page by the keys, whether or not it told anything', async () => {
    const { page, above, tabStates, closeTabOf, isThere, caseOf } = await pageWithWindow();
    await tabStates.drop(String(above.id));
    await closeTabOf(above.id, 'key');
    expect(await caseOf(above.id)).toBeNull();
    expect(isThere(page.id)).toBe(false);
  });
});

describe('no window on top', () => {
  it.each([
    ['one that the browser says is none', { onTop: false }],
    ['one that nobody is known to have opened', { opener: false }],
    ['a page with an address of its own', { url: 'http://scam.test/again' }],
  ])('%s is a page by itself', async (_which, how) => {
    const { above, pageOf } = await pageWithWindow(how);
    expect(await pageOf(above.id)).toMatchObject({ tabId: above.id, onTop: null });
  });

  it('nor one whose page has gone', async () => {
    const { page, above, pageOf, fake } = await pageWithWindow();
    fake.tabList.delete(page.id);
    expect(await pageOf(above.id)).toMatchObject({ tabId: above.id, onTop: null });
  });

  it('nor where the page never answers', async () => {
    const { above, pageOf, fake } = await pageWithWindow();
    fake.api.scripting.executeScript = () => new Promise(() => undefined);
    expect(await pageOf(above.id)).toMatchObject({ tabId: above.id, onTop: null });
  });
});
