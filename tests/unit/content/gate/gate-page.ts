import { afterEach, beforeEach, vi } from 'vitest';
import type { ActName } from '../../../../src/detection/facts';
import { documentState, type DocumentState } from '../../../../src/content/document-state';
import { TAKEN, type ContentOrder } from '../../../../src/messages/content-messages';
import { CLAIM_ATTRIBUTE, CLAIM_EVENT, HELLO_EVENT } from '../../../../src/messages/page-bridge';
import { useOwnTime } from '../own-time';

interface Sent {
  type: string;
  act?: string;
  detail?: string;
  text?: string;
  unasked?: boolean;
  count?: number;
  at?: number;
  doc: string;
}
/** What the worker is sent, and what listens for its orders. */
export const sent: Sent[] = [];
export const listeners: unknown[] = [];
/** What the hook hears, and what the detector is told. */
export const heard: string[] = [];
export const told: string[] = [];
const runtime = {
  id: 'extension',
  sendMessage: (message: Sent) => (sent.push(message), Promise.resolve(TAKEN)),
  onMessage: { addListener: (listener: unknown) => void listeners.push(listener) },
};
vi.stubGlobal('chrome', { runtime });
const { Gate } = await import('../../../../src/content/gate/gate');

export const SCAM = 'Windows Defender: your computer is infected. Call support 1-888-555-0142';

let channel: Element;
const activation = { hasBeenActive: false };
Object.defineProperty(navigator, 'userActivation', { value: activation, configurable: true });
const states: DocumentState[] = [];
/** All that listens on the window, by event: what a real key or click would come to. */
const listening = new Map<string, (event: unknown) => void>();

/** A gate over a page with these words, with a detector, and the hook's end of its channel. */
export function open(words: string): void {
  vi.mocked(window.addEventListener).mockRestore?.();
  Reflect.deleteProperty(globalThis, Symbol.for('sf-frame'));
  document.body.textContent = words;
  const hello = (event: Event): void => void (channel = (event as FocusEvent).relatedTarget as Element);
  addEventListener(HELLO_EVENT, hello, { once: true });
  // Until the test ends: some listeners come with the first order.
  vi.spyOn(window, 'addEventListener').mockImplementation((type, listener) => {
    listening.set(type, listener as (event: unknown) => void);
  });
  new Gate();
  for (const order of ['defuse', 'stand-down']) channel.addEventListener(order, () => heard.push(order));
  documentState().onChange = (why) => told.push(why);
  states.push(documentState());
}

export const obey = (order: ContentOrder['type']): void => documentState().obey?.(order);
export const gates = (): Sent[] => sent.filter(({ type }) => type === 'gate');
export const acts = (): Sent[] => sent.filter(({ type }) => type === 'act');

/** What the hook tells. @param asked the person has clicked before */
export function claim(act: ActName, { detail = '', asked = false, count = 1 } = {}): void {
  activation.hasBeenActive = asked;
  channel.setAttribute(CLAIM_ATTRIBUTE, JSON.stringify({ act, detail, count }));
  channel.dispatchEvent(new Event(CLAIM_EVENT));
}

/** A key or click as the browser itself sends it: no script can make one. @returns whether the page gets to see it */
export function real(type: string, more: object = {}): boolean {
  const stopImmediatePropagation = vi.fn();
  const event = { type, isTrusted: true, defaultPrevented: false, stopImmediatePropagation, ...more };
  listening.get(type)?.(event);
  return stopImmediatePropagation.mock.calls.length === 0;
}

/** To be called once in a file of tests: each has a clock of its own, and no gate of the one before. */
export function eachWithItsOwnGates(): void {
  beforeEach(() => {
    useOwnTime();
    sent.length = listeners.length = heard.length = told.length = 0;
  });
  afterEach(() => {
    for (const state of states.splice(0)) state.obey?.('stand-down');
    vi.mocked(window.addEventListener).mockRestore?.();
  });
}
