// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { asContentMessage } from '../../../../src/messages/validate';
import { CLAIM_ATTRIBUTE, CLAIM_EVENT, HELLO_EVENT } from '../../../../src/messages/page-bridge';
import { TAKEN } from '../../../../src/messages/content-messages';
import type { ActName } from '../../../../src/detection/facts';
import { documentState, type DocumentState } from '../../../../src/content/document-state';
import { sweepTimers, useOwnTime } from '../own-time';

interface Sent {
  type: string;
  act?: string;
  detail?: string;
  referrer?: string;
  count?: number;
  doc: string;
}

const sent: Sent[] = [];
const listeners: ((order: unknown) => void)[] = [];
const runtime = {
  id: 'extension' as string | undefined,
  sendMessage: (message: Sent) => {
    sent.push(message);
    if (!isDetectorLost) documentState().onChange ??= () => undefined;
    return Promise.resolve(TAKEN);
  },
  onMessage: { addListener: (listener: (order: unknown) => void) => void listeners.push(listener) },
};
vi.stubGlobal('chrome', { runtime });
const { Gate } = await import('../../../../src/content/gate/gate');
const { shadows } = await import('../../../../src/content/gate/read-text');

let channel: Element;
const activation = { hasBeenActive: false };
const from = { referrer: '' };
Object.defineProperty(Document.prototype, 'referrer', { get: () => from.referrer });
Object.defineProperty(navigator, 'userActivation', { value: activation });

/** The states of all gates of this file, for they watch the same document. */
const states: DocumentState[] = [];

/** A gate over a page with these words, and the hook's end of its channel; the detector comes when it is asked for. */
function open(words: string): void {
  isDetectorLost = false;

  Reflect.deleteProperty(globalThis, Symbol.for('sf-frame'));
  document.body.textContent = words;
  addEventListener(HELLO_EVENT, (event) => (channel = (event as FocusEvent).relatedTarget as Element), {
    once: true,
  });
  new Gate();
  states.push(documentState());
}

let isDetectorLost = false;
const seconds = (count: number) => vi.advanceTimersByTimeAsync(count * 1_000);
const asked = (): number => sent.filter(({ type }) => type === 'gate').length;

function claim(act: ActName, { detail = '', asked = false } = {}): void {
  activation.hasBeenActive = asked;
  channel.setAttribute(CLAIM_ATTRIBUTE, JSON.stringify({ act, detail, count: 1 }));
  channel.dispatchEvent(new Event(CLAIM_EVENT));
}

const SCAM = 'Windows Defender: your computer is infected. Call support 1-888-555-0142';

beforeEach(() => {
  useOwnTime();
  sent.length = 0;
  listeners.length = 0;
  runtime.id = 'extension';
});

afterEach(() => {
  for (const state of states.splice(0)) state.obey?.('stand-down');
});

describe('the gate', () => {
  it('stays shut and silent on an ordinary page', async () => {
    open('The harbour is open again after the storm.');
    claim('history', { asked: true });
    await vi.advanceTimersByTimeAsync(5_000);
    expect(sent).toEqual([]);
  });

  it('opens once for telling words', async () => {
    open(SCAM);
    await vi.advanceTimersByTimeAsync(100);
    document.body.append(SCAM);
    await vi.advanceTimersByTimeAsync(20_000);
    expect(sent.map(({ type }) => type)).toEqual(['gate']);
  });

  it('lets go of the shadow roots it met, by whatever it was opened', async () => {
    const host = document.createElement('div');
    host.attachShadow({ mode: 'open' }).append('The harbour');
    const reopen = (words: string): void => {
      open(words);
      document.body.append(host);
    };
    reopen('Hello');
    await seconds(1);
    expect(shadows, 'met').toHaveLength(1);
    claim('alert', { detail: 'Call us' });
    expect(shadows, 'an act').toEqual([]);
    reopen(SCAM);
    await seconds(1);
    expect([asked(), shadows.length], 'words').toEqual([2, 0]);
  });

  it('asks again for a detector that does not come, ever later, until it comes or the site is trusted', async () => {
    open(SCAM);
    isDetectorLost = true;
    await seconds(16);
    expect(asked()).toBe(3);
    await seconds(600);
    expect(asked()).toBe(7);
    documentState().obey?.('stand-down');
    await seconds(3_600);
    expect(asked()).toBe(7);
    open(SCAM);
    await seconds(3_600);
    expect(asked()).toBe(8);
  });

  it('tells of a dialog at once, then opens, then tells what had seemed plain', () => {
    open('Hello');
    claim('fullscreen', { asked: true });
    expect(sent).toEqual([]);
    claim('alert', { detail: 'Call us' });
    expect(sent.map(({ type, act }) => `${type} ${act ?? ''}`.trim())).toEqual([
      'act alert',
      'gate',
      'act fullscreen',
    ]);
    expect(new Set(sent.map(({ doc }) => doc)).size).toBe(1);
  });

  it('opens where many words are taken apart by letters that nobody sees, not for a few', async () => {
    const apart = (words: number): void => {
      const lines = Array.from({ length: words }, () => {
        const line = document.createElement('p');
        const unseen = Object.assign(document.createElement('i'), { textContent: 'qxv' });
        line.append('Har', unseen, 'bour');
        return line;
      });
      document.body.append(...lines);
    };
    open('');
    apart(11);
    await vi.advanceTimersByTimeAsync(20_000);
    expect(sent).toEqual([]);
    apart(1);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(sent.map(({ type }) => type)).toEqual(['gate']);
  });

  it('opens for words that are painted on a canvas', () => {
    open('');
    claim('canvas-text', { detail: SCAM });
    expect(sent[0]).toMatchObject({ type: 'gate' });
  });

  it('opens for words that are painted after much else', () => {
    open('');
    for (let percent = 10; percent < 100; percent += 10)
      claim('canvas-text', { detail: `Loading the page: ${percent} %` });
    expect(sent).toEqual([]);
    claim('canvas-text', { detail: SCAM });
    expect(sent[0]).toMatchObject({ type: 'gate' });
    expect(documentState().actTexts).toHaveLength(5);
  });

  it('tells nothing more on a trusted site', async () => {
    open('Hello');
    documentState().obey?.('stand-down');
    claim('alert', { detail: SCAM });
    document.body.append(SCAM);
    await vi.advanceTimersByTimeAsync(20_000);
    expect(sent).toEqual([]);
  });

  it('opens when the background asks, listens from then on, and only to known orders', () => {
    open('Hello');
    expect(listeners).toEqual([]);
    documentState().obey?.('look-again');
    expect(sent[0]).toMatchObject({ type: 'gate' });
    for (const listener of listeners) listener({ type: 'explode' });
    claim('alert', { asked: true });
    expect(sent.at(-1)).toMatchObject({ type: 'act' });
    for (const listener of listeners) listener({ type: 'stand-down' });
    claim('confirm', { asked: true });
    expect(sent.at(-1)).toMatchObject({ act: 'alert' });
  });

  it('sees a scam that comes after the page has cleared all timers, again and again', async () => {
    open('Welcome');
    for (let second = 0; second < 30; second += 1) {
      document.body.append(document.createElement('p'));
      await vi.advanceTimersByTimeAsync(20);
      sweepTimers();
      await vi.advanceTimersByTimeAsync(980);
    }
    document.body.append(SCAM);
    await vi.advanceTimersByTimeAsync(31_000);
    expect(sent[0]).toMatchObject({ type: 'gate' });
  });

  it.each([
    ['invisible letters', '\u200b'.repeat(3_000)],
    ['spaces', ' '.repeat(3_000)],
    ['both in turn', ' \u200b\n\u2060'.repeat(800)],
    ['fillers that are no spaces', '\u2800\u3164'.repeat(1_500)],
    ['dots', '.'.repeat(3_000)],
  ])('finds the words of a dialog between %s', (_name, padding) => {
    for (const text of [padding + SCAM, SCAM + padding, padding + SCAM + padding]) {
      open('Hello');
      claim('alert', { detail: text });
      expect(sent.find(({ type }) => type === 'act')?.detail).toContain(SCAM);
      expect(documentState().actTexts[0]).toContain(SCAM);
      sent.length = 0;
    }
  });

  it('tells beginning and end of a long dialog', () => {
    open('Hello');
    claim('alert', { detail: `First. ${'More and more words. '.repeat(400)} ${SCAM}` });
    expect(sent[0]?.detail).toHaveLength(1_000);
    expect(sent[0]?.detail).toMatch(/^First\. .*1-888-555-0142$/s);
  });

  it('cuts a referrer that the worker would refuse', () => {
    from.referrer = `https://one.example/${'x'.repeat(4_030)}`;
    open('Hello');
    claim('alert', { detail: SCAM });
    expect(asContentMessage(sent.find(({ type }) => type === 'gate'))).not.toBeNull();
    from.referrer = '';
  });

  it('keeps still once the extension was reloaded under the page', async () => {
    open(SCAM);
    runtime.id = undefined;
    claim('alert', { detail: SCAM });
    await vi.advanceTimersByTimeAsync(20_000);
    expect(sent).toEqual([]);
  });
});
