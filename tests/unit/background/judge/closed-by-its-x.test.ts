import { describe, expect, it, vi } from 'vitest';
import { modulesFirst } from '../modules-first';
import { verdict } from '../verdicts';
import { startWorker } from '../worker-parts';

const SCAM = 'http://scam.test/';
const settle = (ms = 1_500): Promise<void> => new Promise((done) => setTimeout(done, ms));

modulesFirst(async () => {
  await startWorker();
  await import('../../../../src/background/content-inbox');
  await import('../../../../src/background/resume');
});

/** A scam's first document was warned of, and the person has closed the warning by its X. */
async function closed(incognito = false) {
  const worker = await startWorker();
  const { fake, tell, newFrame } = worker;
  const { respond } = await import('../../../../src/background/judge/respond');
  const { receiveFromContent } = await import('../../../../src/background/content-inbox');
  const { noteOpened } = await import('../../../../src/background/family/opened-tabs');
  const scam = fake.addTab(SCAM, { incognito, windowId: incognito ? 2 : 1 });
  /** A document that is judged a scam; `documents`: when those of its host came. */
  const show = async (doc: string, documents: number[] = [Date.now()], tab = scam) => {
    await tell(tab.id, { level: 'warn', incognito, frames: { 0: newFrame(doc, tab.url) }, documents });
    await respond(tab.id, verdict('warn'));
    await settle();
  }; // prettier-ignore
  const beat = async (doc: string) => {
    const sender = { tabId: scam.id, frameId: 0, address: scam.url, tabAddress: scam.url, incognito };
    await receiveFromContent({ doc, type: 'beat', visible: true }, sender);
    await settle();
  };
  /** Windows without a tab strip, judged at once. */
  const opens = async (count: number) => {
    const made = Array.from({ length: count }, (_, at) => fake.addTab(`${SCAM}${at}`, { windowId: 10 + at }));
    for (const { id, windowId, url } of made) {
      fake.popupWindows.add(windowId);
      await noteOpened(scam.id, id, Date.now());
      await tell(id, { level: 'warn', frames: { 0: newFrame(`window-${id}`, url) } });
    }
    await Promise.all(made.map(({ id }) => respond(id, verdict('warn'))));
    await settle();
  };
  const warnings = () => [...fake.tabList.values()].filter(({ url }) => url.includes('/warning/'));
  const close = () => {
    for (const { id } of warnings()) fake.tabList.delete(id);
    scam.active = true;
  };
  await show('first');
  expect(warnings()).toHaveLength(1);
  return { ...worker, scam, show, beat, opens, warnings, close };
}

describe('a warning that was closed by its X', () => {
  it.each([false, true])('comes again over a new document of the scam; private window: %s', async (incognito) => {
    const { show, warnings, close, cases } = await closed(incognito);
    close();
    await show('second');
    expect(warnings()).toHaveLength(1);
    const [only, ...others] = await cases.ids();
    expect(others, 'one scam is one case').toEqual([]);
    expect(await cases.read(only ?? '')).toMatchObject({ pageTabId: warnings()[0]?.id });
  }); // prettier-ignore

  it('does not over the same document, however often that tells', async () => {
    const { show, beat, warnings, close } = await closed();
    close();
    await show('first');
    await beat('first');
    expect(warnings()).toEqual([]);
  });

  it('does not over a document that had come behind it', async () => {
    const { show, warnings, close } = await closed();
    await show('second');
    close();
    await show('second');
    expect(warnings()).toEqual([]);
  });

  it('waits for a new document to come into view', async () => {
    const { fake, scam, show, beat, warnings, close } = await closed();
    close();
    const mail = fake.addTab('http://mail.test/');
    await show('second');
    expect([warnings(), mail.active]).toEqual([[], true]);
    await fake.api.tabs.update(scam.id, { active: true });
    await beat('second');
    expect(warnings()).toHaveLength(1);
  });

  it('does not over an honest document of the same site', async () => {
    const { tell, newFrame, beat, scam, warnings, close } = await closed();
    close();
    await tell(scam.id, { level: 'quiet', frames: { 0: newFrame('honest', SCAM) } });
    await beat('honest');
    expect(warnings()).toEqual([]);
  });

  it.each([
    ['loads itself in a loop', [2_000, 1_000, 0], 0],
    ['came three times in five minutes before', [240_000, 120_000, 60_000, 0], 0],
    ['came twice in five minutes before', [3_600_000, 120_000, 60_000, 0], 1],
  ])('over a page that %s', async (_what, ago, count) => {
    const { show, warnings, close } = await closed();
    close();
    const documents = ago.map((ms) => Date.now() - ms);
    await show('second', documents);
    expect(warnings()).toHaveLength(count);
    if (count === 0) await show('second'); // the loop is over: the wish was for this one as well
    expect(warnings()).toHaveLength(count);
  });

  it('stands as one again where the scam opens windows, and not for each of them', async () => {
    const { fake, opens, warnings, close } = await closed();
    close();
    const create = vi.spyOn(fake.api.tabs, 'create');
    await opens(4);
    expect([warnings().length, create.mock.calls.length]).toEqual([1, 1]);
  });

  it('is not taken for closed by a browser that is too busy to tell of it', async () => {
    const { fake, show, opens, warnings } = await closed();
    const { get } = fake.api.tabs;
    const [warning] = warnings();
    fake.api.tabs.get = (id) => (id === warning?.id ? new Promise(() => undefined) : get(id));
    fake.faults.set('tabs.update', 'hang');
    await show('second');
    await opens(2);
    await settle(5_000);
    expect(warnings()).toEqual([warning]);
  });
});

describe('the next worker', () => {
  it.each([
    ['warns of a new document that told the one before', 'second', 1],
    ['leaves the old one without a warning', 'first', 0],
  ])('%s', async (_what, doc, count) => {
    const { fake, scam, tell, newFrame, warnings, close } = await closed();
    close();
    const dialogs = ['Your computer is infected. Call Microsoft support now: 1-888-555-0142.'];
    const alert = { count: 2, unasked: 2, firstAt: 1, lastAt: 9 };
    const frame = { ...newFrame(doc, SCAM), acts: { alert }, dialogs: [...dialogs, 'Do not restart.'] };
    await tell(scam.id, { level: 'warn', frames: { 0: frame } });
    await settle();
    vi.resetModules();
    const { resume } = await import('../../../../src/background/resume');
    const { saveSettings } = await import('../../../../src/storage/settings-store');
    await saveSettings({ closeByItself: false });
    await resume();
    await settle();
    expect(fake.tabList.has(scam.id)).toBe(true);
    expect(warnings()).toHaveLength(count);
  });
});
