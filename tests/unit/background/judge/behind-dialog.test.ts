import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ContentMessage } from '../../../../src/messages/content-messages';
import { gate, WORDS } from '../scam-words';
import { startWorker } from '../worker-parts';

const PAGE = 'http://scam.test/';

// Each worker reads all rules anew.
vi.setConfig({ testTimeout: 20_000 });
beforeEach(() => void vi.useFakeTimers().setTimerTickMode('nextTimerAsync'));
afterEach(() => vi.useRealTimers());

const dialog = (act: 'alert' | 'fullscreen' = 'alert'): ContentMessage => {
  return { type: 'act', act, detail: 'Attention', at: 5, unasked: true, count: 1, title: '' };
};

/** What a frame of the page says, 0 for the page itself. */
type Said = [frameId: number, message: ContentMessage];

/** Levels of the cases that are open once the page has said all this, nothing else having come from it. */
const said = (...messages: ContentMessage[]): Promise<string[]> =>
  saidInFrames(...messages.map((one): Said => [0, one]));

async function saidInFrames(...messages: Said[]): Promise<string[]> {
  const { fake, cases } = await startWorker();
  const { receiveFromContent } = await import('../../../../src/background/content-inbox');
  const tab = fake.addTab(PAGE);
  const sender = { tabId: tab.id, address: PAGE, tabAddress: PAGE, incognito: false };
  const hear = ([frameId, one]: Said) => receiveFromContent({ ...one, doc: 'page' }, { ...sender, frameId });
  await Promise.all(messages.map(hear));
  const known = await Promise.all((await cases.ids()).map((id) => cases.read(id)));
  return known.map((one) => one?.level ?? '');
}

describe('a page behind its own dialog, before the detector came', () => {
  it('is judged by the words it had shown', async () => {
    expect(await said(gate(WORDS), dialog())).toEqual(['warn']);
  });

  it('is judged by them, too, where the dialog is what opened the gate', async () => {
    expect(await said(dialog(), gate(WORDS))).toEqual(['warn']);
  });

  const first = dialog('fullscreen');
  it.each<[string, Said[]]>([
    [
      'after the words',
      [
        [0, gate(WORDS)],
        [7, dialog()],
      ],
    ],
    [
      'before them',
      [
        [0, first],
        [7, dialog()],
        [0, gate(WORDS)],
      ],
    ],
  ])('is judged by them, too, where a frame in it opens the dialog, %s', async (_when, messages) => {
    expect(await saidInFrames(...messages)).toEqual(['warn']);
  });

  it('is left alone where it said nothing that is a scam’s', async () => {
    expect(await said(gate('Call us: +1 888 555 0100. Our shop is open.'), dialog())).toEqual([]);
  });
});

it('a page without a dialog waits for the detector, which sees more than the words', async () => {
  expect(await said(gate(WORDS))).toEqual([]);
  expect(await said(gate(WORDS), dialog('fullscreen'))).toEqual([]);
});
