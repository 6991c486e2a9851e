import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { factsOfUnreadFrame } from '../../../../src/detection/frames/unread-frame';
import { loadRules } from '../../../../src/detection/phrases/rules';
import type { ContentMessage } from '../../../../src/messages/content-messages';
import type { FakeBrowser } from '../fake-browser';
import { startWorker } from '../worker-parts';

beforeEach(() => void vi.useFakeTimers().setTimerTickMode('nextTimerAsync'));
afterEach(() => vi.useRealTimers());

const settle = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));
const PAGE = 'http://bakery.test/oven';
const WORDS =
  'Windows Defender alert: your computer is infected with a virus. Do not restart or shut down. ' +
  'Call Microsoft support now: 1-888-555-0142. Your data is being stolen.';

/** Facts of a page that is warned of. */
function alarming() {
  const claims = {
    top: true,
    address: PAGE,
    title: 'Security alert',
    acts: {},
    actTexts: [],
    text: WORDS,
    area: 1,
  };
  const facts = factsOfUnreadFrame(claims, loadRules());
  const looks = {
    viewportWidth: 1_280,
    viewportHeight: 700,
    layerCover: 0.8,
    layerDepth: 1,
    threatFontPx: 30,
  };
  return { ...facts, looks: { ...facts.looks, ...looks } };
}

const isWarned = (fake: FakeBrowser): boolean => fake.ownPages().some((url) => url.includes('/warning/'));
const closeOurs = (fake: FakeBrowser): void => {
  for (const { id, url } of [...fake.tabList.values()])
    if (url.startsWith('chrome-extension:')) fake.tabList.delete(id);
};

/** A page is warned of, and the person says that it is none: on the warning, or in the popup. */
async function saidToBeHonest(how: 'case-mistake' | 'tab-trust') {
  const worker = await startWorker();
  const { fake, tabStates } = worker;
  const { receiveFromContent } = await import('../../../../src/background/content-inbox');
  const { answerUi } = await import('../../../../src/background/ui-requests');
  const tab = fake.addTab(PAGE);
  const hear = (message: ContentMessage) =>
    receiveFromContent(
      { doc: 'd', ...message },
      { tabId: tab.id, frameId: 0, address: PAGE, tabAddress: PAGE, incognito: false },
    );
  await hear({ type: 'gate', title: '', referrer: '', text: '' });
  await hear({ type: 'facts', facts: alarming() });
  await settle(1_500);
  expect(isWarned(fake)).toBe(true);
  const { caseId } = await tabStates.read(String(tab.id));
  if (how === 'case-mistake') await answerUi({ type: how, caseId: caseId ?? '' });
  else await answerUi({ type: how, tabId: tab.id, host: 'bakery.test' });
  await settle(500);
  closeOurs(fake);
  return { ...worker, tab };
}

/** The worker ends, and the next event starts another one over the same browser. */
async function nextWorker(fake: FakeBrowser): Promise<void> {
  vi.resetModules();
  vi.doMock('../../../../src/browser/api', () => ({ browser: fake.api }));
  const { resume } = await import('../../../../src/background/resume');
  await resume();
  await settle(1_500);
}

describe('a page of which a person has said that it is honest', () => {
  it.each(['case-mistake', 'tab-trust'] as const)('is let be by the next worker (%s)', async (how) => {
    const { fake, tab } = await saidToBeHonest(how);
    await nextWorker(fake);
    expect(isWarned(fake)).toBe(false);
    expect(fake.tabList.has(tab.id)).toBe(true);
  });

  it('has nothing said of the page to which its tab went on', async () => {
    const { fake, tab } = await saidToBeHonest('case-mistake');
    tab.url = 'http://garden.test/';
    await nextWorker(fake);
    expect(isWarned(fake)).toBe(false);
  });

  it('is not judged again for the windows that it opens', async () => {
    const { fake, tab } = await saidToBeHonest('case-mistake');
    const { judgeTab } = await import('../../../../src/background/judge/judge-tab');
    await judgeTab(tab.id);
    await settle(1_500);
    expect(isWarned(fake)).toBe(false);
  });

  it('is not warned of by a verdict that was under way', async () => {
    const { fake, tab, tell } = await saidToBeHonest('case-mistake');
    const { respond } = await import('../../../../src/background/judge/respond');
    await tell(tab.id, { level: 'warn' }, PAGE);
    await respond(tab.id, {
      level: 'warn', score: 0.9, logOdds: 3, reasons: [], phones: [], codes: [], injectedIntoHonestSite: false,
    }); // prettier-ignore
    expect(isWarned(fake)).toBe(false);
  });
});

it('the page that a person has gone on to is not meant by "this is a mistake" about the one before', async () => {
  const { fake, openCase, tell, tabStates } = await startWorker();
  const { answerUi } = await import('../../../../src/background/ui-requests');
  const tab = fake.addTab(PAGE, { active: false });
  await openCase(tab.id);
  tab.url = 'http://next.test/';
  await tell(tab.id, { level: 'warn' }, tab.url);
  const sent = vi.spyOn(fake.api.tabs, 'sendMessage');
  expect(await answerUi({ type: 'case-mistake', caseId: 'case-1' })).toEqual({ ok: true });
  expect(sent).not.toHaveBeenCalled();
  expect(await tabStates.read(String(tab.id))).toMatchObject({
    level: 'warn',
    caseId: null,
    frames: { 0: { address: 'http://next.test/' } },
  });
});

it('the other tabs of the same case are heard again, and no page in them is disarmed', async () => {
  const { fake, openCase, tell, tabStates } = await startWorker();
  const { answerUi } = await import('../../../../src/background/ui-requests');
  const tab = fake.addTab(PAGE);
  const other = fake.addTab('http://bakery.test/window', { active: false });
  await openCase(tab.id);
  await tell(other.id, { caseId: 'case-1' }, other.url);
  await answerUi({ type: 'case-mistake', caseId: 'case-1' });
  expect((await tabStates.read(String(other.id))).caseId).toBeNull();
  expect(other).toMatchObject({ muted: false });
});

describe('housekeeping with a store that is late or fails', () => {
  it.each([
    ['late', 3_650],
    ['failing', null],
  ])('%s: entries go by what was set, or not at all', async (how, days) => {
    const { fake } = await startWorker();
    const expire = vi.fn((days: number) => Promise.resolve(days));
    vi.doMock('../../../../src/storage/incident-times', () => ({ expire }));
    fake.stores.local.set('settings', { version: 1, keepDays: 3_650 });
    const { get } = fake.api.storage.local;
    fake.api.storage.local.get = async (keys: Parameters<typeof get>[0]) => {
      await settle(900);
      if (how === 'failing') throw new Error('The store cannot be read.');
      return get(keys);
    };
    const { housekeeping } = await import('../../../../src/background/housekeeping');
    await housekeeping();
    expect(expire.mock.calls.map(([kept]) => kept)).toEqual(days === null ? [] : [days]);
  });
});
