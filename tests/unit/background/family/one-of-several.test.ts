import { describe, expect, it, vi } from 'vitest';
import { modulesFirst } from '../modules-first';
import { startWorker } from '../worker-parts';

const WARNING = 'chrome-extension://sangfroid/src/ui/warning/warning.html?case=case-1';

modulesFirst(async () => {
  await startWorker();
  await import('../../../../src/background/ui-requests');
});

/** A scam with two windows of its own, all of one case, behind its warning. */
async function swarm() {
  const { fake, tell, openCase, tabStates, cases } = await startWorker();
  const { answerUi } = await import('../../../../src/background/ui-requests');
  const page = fake.addTab('http://scam.test/');
  const windows = [fake.addTab('http://scam.test/one'), fake.addTab('http://scam.test/two')];
  await openCase(page.id, { pageTabId: fake.addTab(WARNING).id });
  const opened = windows.map(({ id }) => ({ tabId: id, at: Date.now(), from: 'scam.test', popup: true }));
  await tell(page.id, { level: 'warn', opened }, page.url);
  for (const { id, url } of windows)
    await tell(id, { level: 'warn', openedBy: page.id, caseId: 'case-1' }, url);
  await vi.waitFor(async () => expect(await tabStates.ids()).toHaveLength(3));
  const ask = () => answerUi({ type: 'case-get', caseId: 'case-1' });
  const press = () => answerUi({ type: 'case-close', caseId: 'case-1' });
  return { fake, page, windows, cases, ask, press };
}

describe('a warning about a page with windows of its own, of which the person closes the page by hand', () => {
  it('goes on to warn of the windows, and its button closes them', async () => {
    const { fake, page, windows, ask, press } = await swarm();
    fake.tabList.delete(page.id);
    expect(await ask()).toMatchObject({ state: 'warned' });
    expect(await press()).toMatchObject({ ok: true });
    expect(windows.filter(({ id }) => fake.tabList.has(id))).toEqual([]);
    expect(await ask()).toMatchObject({ state: 'closed', closedBy: 'warning' });
  });

  it('ends with the last of them, or where that shows an honest page by now', async () => {
    const { fake, page, windows, ask } = await swarm();
    const [one, two] = windows;
    fake.tabList.delete(page.id);
    fake.tabList.delete(one?.id ?? 0);
    expect(await ask()).toMatchObject({ state: 'warned', tabId: two?.id });
    Object.assign(two ?? {}, { url: 'http://mail.test/' });
    expect(await ask()).toMatchObject({ state: 'warned' });
    fake.tabList.delete(two?.id ?? 0);
    expect(await ask()).toMatchObject({ state: 'closed', closedBy: null });
  });

  it('knows of no window that it was leaving: that was its first tab', async () => {
    const { fake, page, windows, cases, ask } = await swarm();
    await cases.update('case-1', (known) => known && { ...known, wasLeaving: true });
    fake.tabList.delete(page.id);
    const now = await ask();
    expect([now?.tabId, now?.wasLeaving]).toEqual([windows[0]?.id, undefined]);
  });

  it('does not end while the browser does not tell of the windows, and does once they are known to be gone', async () => {
    const { fake, page, windows, cases, ask } = await swarm();
    fake.tabList.delete(page.id);
    const { get } = fake.api.tabs;
    const silent = (id: number) => windows.some((one) => one.id === id);
    fake.api.tabs.get = (id) => (silent(id) ? new Promise(() => undefined) : get(id));
    await ask();
    await new Promise((done) => setTimeout(done, 5_000));
    expect(await cases.read('case-1')).toMatchObject({ state: 'warned' });
    fake.api.tabs.get = get;
    for (const { id } of windows) fake.tabList.delete(id);
    expect(await ask()).toMatchObject({ state: 'closed', closedBy: null });
  });

  it('stays as its button has ended it, where the browser tells late of its tab', async () => {
    const { fake, page, windows, cases, ask } = await swarm();
    for (const { id } of [page, ...windows]) fake.tabList.delete(id);
    const { get } = fake.api.tabs;
    let tellLate = (): void => undefined;
    const late = new Promise<void>((done) => (tellLate = done));
    fake.api.tabs.get = (id) => late.then(() => get(id));
    await ask();
    await cases.update('case-1', (known) => known && { ...known, state: 'closing', closedBy: 'warning' });
    tellLate();
    await new Promise((done) => setTimeout(done, 5_000));
    expect(await cases.read('case-1')).toMatchObject({ state: 'closing', closedBy: 'warning' });
  });

  it('ends at once where another window shows an honest page by now', async () => {
    const { fake, page, windows, ask } = await swarm();
    fake.tabList.delete(page.id);
    for (const window of windows) window.url = 'http://mail.test/';
    expect(await ask()).toMatchObject({ state: 'closed', closedBy: null });
  });
});

describe('a scam that could not be closed', () => {
  it('counts as closed once the person has closed its tab', async () => {
    const { fake, openCase } = await startWorker();
    const { answerUi } = await import('../../../../src/background/ui-requests');
    const page = fake.addTab('http://scam.test/');
    await openCase(page.id, { state: 'stuck' });
    const ask = () => answerUi({ type: 'case-get', caseId: 'case-1' });
    expect(await ask()).toMatchObject({ state: 'stuck' });
    fake.tabList.delete(page.id);
    expect(await ask()).toMatchObject({ state: 'closed' });
  });

  it('was not closed by us once the person has closed its tab', async () => {
    const { fake, openCase } = await startWorker();
    const { answerUi } = await import('../../../../src/background/ui-requests');
    const page = fake.addTab('http://scam.test/');
    await openCase(page.id, { state: 'stuck', closedBy: 'itself' });
    fake.tabList.delete(page.id);
    const now = await answerUi({ type: 'case-get', caseId: 'case-1' });
    expect(now).toMatchObject({ state: 'closed', closedBy: null });
  });
});
