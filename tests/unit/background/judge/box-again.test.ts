import { expect, it, vi } from 'vitest';
import { emptyLooks } from '../../../../src/detection/frames/empty-facts';
import type { ActName } from '../../../../src/detection/facts';
import { loadRules } from '../../../../src/detection/phrases/rules';
import { factsOfUnreadFrame } from '../../../../src/detection/frames/unread-frame';
import type { ContentMessage } from '../../../../src/messages/content-messages';
import { modulesFirst } from '../modules-first';
import { WORDS } from '../scam-words';
import { startWorker } from '../worker-parts';

// Each worker reads all rules anew.
vi.setConfig({ testTimeout: 60_000 });
modulesFirst(async () => {
  await startWorker();
  await import('../../../../src/background/content-inbox');
});

const PAGE = 'http://scam.test/';
const OPENED_AT = 1_300;

/** A page and the window it opened, each with its box. All that may differ from a loop over the window's `alert`. */
const LOOP = {
  window: `${PAGE}again`,
  /** When the page showed its box, ms of its document. */
  firstAt: OPENED_AT + 400,
  /** What the window shows, and when, ms of its own document. */
  again: WORDS,
  act: 'alert' as ActName,
  againAt: 900,
  unasked: true,
  /** What the page says beside the box. */
  text: WORDS,
  /** Another window was opened after this one. */
  another: false,
  /** How long before it is judged the window was opened, ms. */
  age: 1_500,
};

/** The level of the window, once page and window have told all that; 'closed' where it is there no more. */
async function whatBecomes(change: Partial<typeof LOOP> = {}): Promise<string> {
  const it = { ...LOOP, ...change };
  const { fake, tabStates } = await startWorker();
  const { receiveFromContent } = await import('../../../../src/background/content-inbox');
  const { noteOpened } = await import('../../../../src/background/family/opened-tabs');
  const [page, opened] = [fake.addTab(PAGE), fake.addTab(it.window)];
  await noteOpened(page.id, opened.id, Date.now() - it.age);
  if (it.another) await noteOpened(page.id, fake.addTab(it.window).id, Date.now());
  const hear = (tabId: number, address: string, one: ContentMessage) => {
    const sender = { tabId, frameId: 0, address, tabAddress: address, incognito: false };
    return receiveFromContent({ ...one, doc: String(tabId) }, sender);
  };
  await hear(page.id, PAGE, act('open-window', '', OPENED_AT, false));
  await hear(page.id, PAGE, act('alert', WORDS, it.firstAt, false));
  await hear(page.id, PAGE, seen(PAGE, it.text));
  await hear(opened.id, it.window, act(it.act, it.again, it.againAt, it.unasked));
  await hear(opened.id, it.window, seen(it.window, 'Please wait.'));
  return fake.tabList.has(opened.id) ? (await tabStates.read(String(opened.id))).level : 'closed';
}

const act = (name: ActName, detail: string, at: number, unasked: boolean): ContentMessage => {
  return { type: 'act', act: name, detail, at, unasked, count: 1, title: '' };
};

function seen(address: string, text: string): ContentMessage {
  const claims = { top: true, address, title: '', acts: {}, actTexts: [], text, area: 1 };
  const looks = { ...emptyLooks(), viewportWidth: 900, viewportHeight: 700 };
  return { type: 'facts', facts: { ...factsOfUnreadFrame(claims, loadRules()), looks } };
}

it('a box in a window just opened, and the same one again once its page has come, are a loop', async () => {
  expect(await whatBecomes()).toBe('closed');
});

it.each<[string, Partial<typeof LOOP>]>([
  ['the window says something else', { again: `${WORDS} Error 42.` }],
  ['it is a box of another kind', { act: 'confirm' }],
  ['it is of another site', { window: 'http://shop.test/' }],
  ['the person has clicked or typed in it', { unasked: false }],
  ['its page had been there for a while', { againAt: 10_001 }],
  ['the page opened it long before its own box', { firstAt: OPENED_AT + 10_001 }],
  ['the page had asked before it opened the window', { firstAt: OPENED_AT - 1 }],
  ['it has been open for a while', { age: 30_000 }],
  ['it is not the newest', { another: true }],
])('two boxes are none where %s', async (_why, change) => {
  expect(await whatBecomes(change)).toBe('warn');
});

it('nor is the box of a window where the page that opened it is not suspicious', async () => {
  const { withBoxBefore } = await import('../../../../src/background/state/box-again');
  const { newFrame } = await import('../../../../src/background/state/documents');
  const { tabStates } = await import('../../../../src/background/state/tab-state');
  const tally = { count: 1, unasked: 1, firstAt: 5, lastAt: 5 };
  const top = { ...newFrame('d', PAGE), acts: { alert: tally, 'open-window': tally }, dialogs: [WORDS] };
  const state = { ...(await tabStates.read('7')), frames: { 0: top }, opened: [{ tabId: 8, at: 0 }] };
  const countFor = (level: 'quiet' | 'warn') =>
    withBoxBefore(8, state, { ...state, level }, 0).frames[0]?.acts.alert?.count;
  expect([countFor('warn'), countFor('quiet')]).toEqual([2, 1]);
});
