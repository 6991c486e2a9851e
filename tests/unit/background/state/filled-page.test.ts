import { describe, expect, it } from 'vitest';
import { factsOfUnreadFrame } from '../../../../src/detection/frames/unread-frame';
import { loadRules } from '../../../../src/detection/phrases/rules';
import type { ContentMessage } from '../../../../src/messages/content-messages';
import { modulesFirst } from '../modules-first';
import { startWorker } from '../worker-parts';

modulesFirst(async () => {
  await startWorker();
  await import('../../../../src/background/content-inbox');
  await import('../../../../src/background/ui-requests');
});

const settle = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));
const TRAINING = 'http://training.test';
const SETTINGS = { version: 1, trustedSites: [{ host: 'training.test', since: 1, why: 'options' }] };
const WORDS =
  'Windows Defender alert: your computer is infected with a virus. Do not restart or shut down. ' +
  'Call Microsoft support now: 1-888-555-0142. Your data is being stolen.';

/** Facts of a page that is warned of. */
function alarming() {
  const claims = {
    top: true,
    address: 'about:blank',
    title: 'Alert',
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

/** A worker, and windows that a page opens and fills. */
async function start() {
  const worker = await startWorker();
  const { fake } = worker;
  const { contentSender, receiveFromContent } = await import('../../../../src/background/content-inbox');
  const trust = await import('../../../../src/background/state/trust');
  const { answerUi } = await import('../../../../src/background/ui-requests');

  /** Such a window shows an alert. @param url what Firefox tells of the tab: nothing */
  async function filled(origin: string, url = 'about:blank', doc = 'd') {
    const tab = fake.addTab(url);
    const hear = (message: ContentMessage) => {
      const sender = { id: 'sangfroid', url: 'about:blank', origin, frameId: 0, tab };
      const from = contentSender(sender as never); // a tab of the fake browser
      return from === null ? Promise.resolve() : receiveFromContent({ doc, ...message }, from);
    };
    await hear({ type: 'gate', title: '', referrer: '', text: '' });
    await hear({ type: 'facts', facts: alarming() });
    await settle(1_500);
    return tab;
  }
  const warnings = (): number => fake.ownPages().filter((url) => url.includes('/warning/')).length;
  return { ...worker, ...trust, filled, warnings, contentSender, answerUi };
}

describe('a page that a site makes itself (blob:)', () => {
  it.each(['trusted', 'paused'])('is left alone as the site is: %s', async (how) => {
    const { fake, whyLeftAlone, startPause } = await start();
    const now = Date.now();
    if (how === 'trusted') fake.stores.local.set('settings', SETTINGS);
    else await startPause('site', { address: TRAINING, now });
    expect((await whyLeftAlone(`blob:${TRAINING}/1b9c`, now))?.why).toBe(how);
    for (const other of ['http://scam.test/1b9c', 'null/1b9c', 'http://scam.test/http://training.test/'])
      expect(await whyLeftAlone(`blob:${other}`, now)).toBeNull();
  });

  it('is not taken for that of another site, which the tab shows by now', async () => {
    const { contentSender, fake } = await start();
    const tab = fake.addTab(`blob:${TRAINING}/2`);
    const told = contentSender({ url: 'blob:http://scam.test/1', frameId: 0, tab } as never);
    expect(told?.tabAddress).toBe('blob:http://scam.test/1');
  });
});

describe('a window that a site fills (about:blank)', () => {
  it.each(['about:blank', ''])('is not warned of where the site is trusted (tab: "%s")', async (url) => {
    const { fake, filled, warnings } = await start();
    fake.stores.local.set('settings', SETTINGS);
    await filled(TRAINING, url);
    expect(warnings()).toBe(0);
  });

  it.each(['http://advert.test', 'null'])(
    'is warned of though a trusted page’s tab opened it: %s',
    async (origin) => {
      const { fake, filled, warnings, tell } = await start();
      fake.stores.local.set('settings', SETTINGS);
      const lesson = fake.addTab(`${TRAINING}/lesson`);
      const opened = [{ tabId: lesson.id + 1, at: Date.now(), from: 'training.test', first: '' }];
      await tell(lesson.id, { opened });
      await tell(lesson.id + 1, { openedBy: lesson.id });
      await filled(origin);
      expect(warnings()).toBe(1);
    },
  );

  it('is let be by a verdict of before, once its site is trusted', async () => {
    const { fake, filled, tabStates, cases } = await start();
    const tab = await filled(TRAINING);
    const { caseId } = await tabStates.read(String(tab.id));
    for (const one of [...fake.tabList.values()]) if (one.id !== tab.id) fake.tabList.delete(one.id);
    await cases.drop(caseId ?? '');
    const { forgetSettings } = await import('../../../../src/background/session/current-settings');
    fake.stores.local.set('settings', SETTINGS);
    forgetSettings();
    const { judgeTab } = await import('../../../../src/background/judge/judge-tab');
    expect((await judgeTab(tab.id)).level).not.toBe('quiet');
    await settle(1_500);
    expect(fake.ownPages()).toEqual([]);
  });

  it('and was called a mistake leaves what this site fills alone, and neither the site nor others', async () => {
    const { filled, warnings, tabStates, answerUi, whyLeftAlone } = await start();
    const tab = await filled(TRAINING);
    expect(warnings()).toBe(1);
    const { caseId } = await tabStates.read(String(tab.id));
    expect(await answerUi({ type: 'case-mistake', caseId: caseId ?? '' })).toEqual({ ok: true });
    const before = warnings();
    await filled(TRAINING, 'about:blank', 'e');
    expect(warnings()).toBe(before);
    expect(await whyLeftAlone(`${TRAINING}/`, Date.now())).toBeNull();
    await filled('http://scam.test', 'about:blank', 'f');
    expect(warnings()).toBe(before + 1);
  });
});
