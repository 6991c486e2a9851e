import {
  TAKEN,
  type ContentEnvelope,
  type ContentMessage,
  CONTENT_ORDERS,
  type ContentOrder,
} from '../messages/content-messages';
import { later } from './later';

/** The few calls of the extension API used in pages; the polyfill would be larger than the whole gate. */
interface PageRuntime {
  id?: string;
  sendMessage(message: ContentEnvelope): Promise<unknown> | undefined;
  onMessage: { addListener(listener: (order: unknown) => void): void };
}

/**
 * Present in the isolated world of both browsers; missing where the script runs outside an extension (tests). Asked
 * for only when there is something to say: the first touch costs a page half a ms in Chromium.
 */
const runtime = (): PageRuntime | undefined =>
  (globalThis as { chrome?: { runtime?: PageRuntime } }).chrome?.runtime;

/** False once the extension was reloaded or removed under this page; then everything here keeps still. */
export function alive(): boolean {
  return !!runtime()?.id;
}

/**
 * A worker that ended with the message in its hands answers with an error, in Chromium also with nothing at all
 * (docs/browser-facts.md). Waits (ms) before telling it again; the first two are none, because in Firefox no timer runs
 * while the page's own dialog is open; the last ones are for a busy machine, where a worker takes its time to end.
 */
const AGAIN_MS = [0, 0, 30, 300, 1_000, 3_000];

/**
 * Sends to the background at once (the message leaves before the caller returns), and again until a worker says that it
 * has taken it in. Never throws, never rejects. @param tries how often it was sent before
 */
export function send(doc: string, message: ContentMessage, tries = 0): void {
  if (!alive()) return;
  const again = (): void => {
    const wait = AGAIN_MS[tries];
    if (wait === 0) send(doc, message, tries + 1);
    else if (wait !== undefined) later(() => send(doc, message, tries + 1), wait);
  };
  try {
    runtime()
      ?.sendMessage({ ...message, doc })
      ?.then((taken) => taken === TAKEN || again(), again);
  } catch {
    // The extension was reloaded under this page: nobody listens any more.
  }
}

/** Calls `listener` with every known order from the background; anything else is ignored. */
export function onOrder(listener: (order: ContentOrder['type']) => void): void {
  runtime()?.onMessage.addListener((order) => {
    const type = (order as { type?: unknown } | null | undefined)?.type; // of whatever else came this is undefined
    const known = CONTENT_ORDERS.find((one) => one === type);
    if (known) listener(known);
  });
}
