import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { FrameFacts } from '../../../src/detection/facts';
import type { ContentMessage } from '../../../src/messages/content-messages';
import { CONTENT_MESSAGES } from '../../property/messages';
import { gate } from './scam-words';
import { startWorker } from './worker-parts';

const SCAM = 'http://scam.test/';
const BANK = 'http://bank.test/';
const ALERT: ContentMessage = {
  type: 'act', act: 'alert', at: 5, unasked: true, count: 1, title: 'Security alert',
  detail: 'Your computer is infected. Do not restart. Call Microsoft support now: 1-888-555-0142.',
}; // prettier-ignore
const told = CONTENT_MESSAGES.flatMap((one) => (one.type === 'facts' ? [one.facts] : []))[0] as FrameFacts;

const settle = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

beforeEach(() => void vi.useFakeTimers().setTimerTickMode('nextTimerAsync'));
afterEach(() => vi.useRealTimers());

/** A tab whose documents tell one after the other, over a disk and a browser that take their time for the first. */
async function openTab() {
  const { fake, tabStates } = await startWorker();
  const { receiveFromContent } = await import('../../../src/background/content-inbox');
  const { currentSettings } = await import('../../../src/background/session/current-settings');
  const tab = fake.addTab(SCAM);
  const hear = (message: ContentMessage, doc: string, address: string, frameId = 0) =>
    receiveFromContent(
      { ...message, doc },
      { tabId: tab.id, frameId, address, tabAddress: tab.url, incognito: false },
    );
  /** The call is answered late from now on. */
  const lateDisk = (): void => {
    const { get } = fake.api.storage.local;
    fake.api.storage.local.get = (key) => settle(300).then(() => get(key));
  };
  const lateZoom = (): void => {
    const { getZoom } = fake.api.tabs;
    fake.api.tabs.getZoom = () => settle(300).then(getZoom);
  };
  const lateFrames = (): void => {
    const listed = [0, 4].map((frameId) => ({ frameId, parentFrameId: frameId === 0 ? -1 : 0 }));
    fake.api.webNavigation.getAllFrames = () => settle(150).then(() => listed);
  };
  await currentSettings();
  return { fake, tab, tabStates, hear, lateDisk, lateZoom, lateFrames };
}

/** A scam with a frame, whose box is being judged: the browser takes its time to tell which frames there are. */
async function openSlowlyJudged() {
  const parts = await openTab();
  await parts.hear(gate('Call now'), 'inner', SCAM, 4);
  await parts.hear(gate('Call now'), 'scam', SCAM);
  await parts.hear(gate('Call now'), 'inner', SCAM, 4);
  parts.lateFrames();
  const first = parts.hear(ALERT, 'scam', SCAM);
  await settle(60);
  return { ...parts, first };
}

describe('a page that had gone when its report was through', () => {
  it('leaves nothing of what it did to the page after it', async () => {
    const { fake, tab, tabStates, hear, lateDisk } = await openTab();
    lateDisk();
    const first = hear(ALERT, 'scam', SCAM);
    await settle(50);
    tab.url = BANK;
    await hear({ type: 'beat', visible: false }, 'bank', BANK);
    await first;
    const { frames, dialogAt } = await tabStates.read(String(tab.id));
    expect(frames[0]).toMatchObject({ doc: 'bank', address: BANK, acts: {}, dialogs: [], title: '' });
    expect(dialogAt).toBeNull();
    expect(fake.ownPages()).toEqual([]);
  });

  it('does not have the detector brought into the page after it', async () => {
    const { tab, tabStates, hear, lateDisk } = await openTab();
    lateDisk();
    const first = hear({ type: 'gate', title: 'Alert', referrer: SCAM, text: 'Call now' }, 'scam', SCAM);
    await settle(50);
    tab.url = BANK;
    await hear({ type: 'beat', visible: false }, 'bank', BANK);
    await first;
    const { frames } = await tabStates.read(String(tab.id));
    expect(frames[0]).toMatchObject({ doc: 'bank', title: '', referrer: '', text: '', injected: false });
  });

  it('in a frame leaves its words to nobody either', async () => {
    const { tab, tabStates, hear, lateZoom } = await openTab();
    lateZoom();
    const first = hear({ type: 'facts', facts: { ...told, top: false, area: 0.5 } }, 'advert', SCAM, 4);
    await settle(50);
    await hear({ type: 'gate', title: '', referrer: '', text: '' }, 'next', BANK, 4);
    await first;
    expect((await tabStates.read(String(tab.id))).frames[4]).toMatchObject({ doc: 'next', facts: null });
  });

  it('does not have the page after it warned of, however long its frames were asked after', async () => {
    const { fake, tab, tabStates, hear, first } = await openSlowlyJudged();
    tab.url = BANK;
    await hear(gate('Fraud'), 'bank', BANK);
    await first;
    expect(await tabStates.read(String(tab.id))).toMatchObject({ level: 'quiet', caseId: null });
    expect(fake.ownPages()).toEqual([]);
  });

  it('is warned of all the same where it has only loaded itself again', async () => {
    const { fake, tab, tabStates, hear, first } = await openSlowlyJudged();
    await hear(gate('Call now'), 'scam again', SCAM);
    await first;
    expect((await tabStates.read(String(tab.id))).caseId).not.toBeNull();
    expect(fake.ownPages()).toHaveLength(1);
  });
});
