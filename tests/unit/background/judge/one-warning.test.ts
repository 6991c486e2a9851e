import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Verdict } from '../../../../src/detection/verdict';
import { doneWithin } from '../clock-by-hand';
import { startWorker } from '../worker-parts';

const WARN: Verdict = {
  level: 'warn', score: 0.9, logOdds: 3, reasons: [], phones: [], codes: [], injectedIntoHonestSite: false,
}; // prettier-ignore

beforeEach(() => void vi.useFakeTimers().setTimerTickMode('nextTimerAsync'));
afterEach(() => vi.useRealTimers());

/** An honest window in front of all others, and a page in a window of its own that opened one without a tab strip. */
async function scamWithWindow() {
  const worker = await startWorker();
  const { fake } = worker;
  const { noteOpened } = await import('../../../../src/background/family/opened-tabs');
  const { homeOf } = await import('../../../../src/background/display/home-window');
  const { respond } = await import('../../../../src/background/judge/respond');
  const { closeCase } = await import('../../../../src/background/close/close-case');
  fake.addTab('http://bread.test/', { windowId: 1 });
  const page = fake.addTab('http://scam.test/', { windowId: 2 });
  const popup = fake.addTab('http://scam.test/again', { windowId: 3 });
  fake.popupWindows.add(3);
  await noteOpened(page.id, popup.id, 1);
  for (const tab of [page, popup]) await worker.tell(tab.id, { level: 'warn' }, tab.url);
  const ours = () => [...fake.tabList.values()].filter(({ url }) => url.startsWith('chrome-extension:'));
  const caseIdOf = async (id: number) => (await worker.tabStates.read(String(id))).caseId ?? '';
  return { ...worker, page, popup, respond, closeCase, homeOf, ours, caseIdOf };
}

describe('a page and the window it opened, both judged', () => {
  it('are one case with one warning, in the window of the page', async () => {
    const { page, popup, respond, ours, caseIdOf } = await scamWithWindow();
    await respond(popup.id, WARN);
    await respond(page.id, WARN);
    expect(ours().map(({ windowId }) => windowId)).toEqual([2]);
    expect(await caseIdOf(page.id)).toBe(await caseIdOf(popup.id));
  });

  it('the warning comes in front again when another window of the case came before it', async () => {
    const { fake, page, popup, respond, ours } = await scamWithWindow();
    await respond(page.id, WARN);
    const focus = vi.spyOn(fake.api.windows, 'update');
    await respond(popup.id, WARN);
    await vi.waitFor(() => expect(focus).toHaveBeenCalledWith(2, { focused: true }));
    expect(ours().map(({ active }) => active)).toEqual([true]);
  });

  it('are one case too where the page is judged first', async () => {
    const { page, popup, respond, ours, caseIdOf } = await scamWithWindow();
    await respond(page.id, WARN);
    await respond(popup.id, WARN);
    expect(ours()).toHaveLength(1);
    expect(await caseIdOf(page.id)).toBe(await caseIdOf(popup.id));
  });

  it('the case is about the page: it is not over when the window is closed by hand', async () => {
    const { page, popup, respond, cases, caseIdOf } = await scamWithWindow();
    await respond(popup.id, WARN);
    await respond(page.id, WARN);
    expect(await cases.read(await caseIdOf(page.id))).toMatchObject({ tabId: page.id, windowId: 2 });
  });

  it('go together, and the guide keeps the window of the page', async () => {
    const { fake, page, popup, respond, closeCase, ours, caseIdOf } = await scamWithWindow();
    await respond(popup.id, WARN);
    for (const { id } of ours()) fake.tabList.delete(id); // the person closed the warning
    await closeCase(await caseIdOf(popup.id), 'key');
    expect([page, popup].filter(({ id }) => fake.tabList.has(id))).toEqual([]);
    expect(ours().map(({ windowId }) => windowId)).toEqual([2]);
  });
});

describe('a page that is warned of and then traps', () => {
  it('is closed while the journal is still being written', async () => {
    const { fake, page, respond, caseIdOf, cases, journalHangs } = await scamWithWindow();
    journalHangs();
    const soon = (): Promise<void> => new Promise((done) => setTimeout(done, 5));
    let warned: Promise<void> | undefined;
    await doneWithin(900, async () => {
      warned = respond(page.id, WARN);
      while (!fake.calls.includes('tabs.create')) await soon();
      void respond(page.id, { ...WARN, level: 'act' });
      const caseId = await caseIdOf(page.id);
      while ((await cases.read(caseId))?.state !== 'closed') await soon();
    });
    await warned;
  });
});

describe('windows of one page', () => {
  const twoWindows = async () => {
    const worker = await scamWithWindow();
    const { noteOpened } = await import('../../../../src/background/family/opened-tabs');
    const second = worker.fake.addTab('http://scam.test/again?2', { windowId: 4 });
    worker.fake.popupWindows.add(4);
    await noteOpened(worker.page.id, second.id, 2);
    await worker.tell(second.id, { level: 'warn' }, second.url);
    return { ...worker, second };
  };

  it('judged at the same moment are one case with one warning, before the page itself is judged', async () => {
    const { popup, second, respond, ours, caseIdOf } = await twoWindows();
    await Promise.all([respond(popup.id, WARN), respond(second.id, WARN)]);
    expect(ours().map(({ windowId }) => windowId)).toEqual([2]);
    expect(await caseIdOf(second.id)).toBe(await caseIdOf(popup.id));
  });

  it('have each a case of their own where an honest page of another site opened them', async () => {
    const { fake, tell, page, popup, second, respond, ours, caseIdOf } = await twoWindows();
    Object.assign(fake.tabList.get(page.id) ?? {}, { url: 'http://search.test/' });
    await tell(page.id, { level: 'quiet' });
    await Promise.all([respond(popup.id, WARN), respond(second.id, WARN)]);
    expect(ours()).toHaveLength(2);
    expect(await caseIdOf(second.id)).not.toBe(await caseIdOf(popup.id));
  });
});

describe('the window for our page', () => {
  it('is that of the tab itself where it is a normal one, or where nothing better is known', async () => {
    const { fake, page, popup, homeOf } = await scamWithWindow();
    expect(await homeOf(page.id, 2)).toMatchObject({ windowId: 2 });
    expect(await homeOf(popup.id, 3)).toMatchObject({ windowId: 2 });
    fake.tabList.delete(page.id);
    expect(await homeOf(popup.id, 3)).toMatchObject({ windowId: 3 });
    fake.faults.set('windows.get', 'hang');
    expect(await homeOf(popup.id, 3)).toMatchObject({ windowId: 3 });
  });
});

describe('a warning that a stopped worker had opened and forgotten', () => {
  it('goes when the next worker warns of the same tab; those of other tabs stay', async () => {
    const { fake, page, popup, respond, ours } = await scamWithWindow();
    const warningOf = (tabId: number) =>
      fake.addTab(`chrome-extension://sangfroid/src/ui/warning/warning.html?case=lost-${tabId}&tab=${tabId}`);
    const stale = warningOf(page.id);
    const other = warningOf(popup.id + 100);
    await respond(page.id, WARN);
    await vi.waitFor(() => expect(ours().map(({ id }) => id)).not.toContain(stale.id));
    expect(ours().map(({ id }) => id)).toContain(other.id);
    expect(ours()).toHaveLength(2);
  });
});

it('of two warnings of one page that come at once the newer one stays', async () => {
  const { fake } = await startWorker();
  const { closeStaleWarnings } = await import('../../../../src/background/display/stale-warnings');
  const urls = ['a', 'b'].map(
    (id) => `chrome-extension://sangfroid/src/ui/warning/warning.html?case=${id}&tab=7`,
  );
  const ids = urls.map((url) => fake.addTab(url).id);
  await Promise.all(ids.map((id) => closeStaleWarnings(7, id)));
  expect(fake.ownPages()).toEqual([urls[1]]);
});
