import { browser, type Runtime } from '../browser/api';

/** What Chromium tells of a sender beside what the polyfill's types know. */
type Sender = Runtime.MessageSender & { documentLifecycle?: string; documentId?: string };

/**
 * Whether a report comes from a page that Chromium has only made ready behind the one in front (speculation rules).
 * It arrives under the tab of the page in front and must not be taken for a part of that one.
 */
export function isNotYetShown(sender: Sender): boolean {
  return sender.documentLifecycle === 'prerender';
}

/**
 * Whether a report comes from a page that another one has taken the place of. Chromium tells the former top document as
 * a frame inside the tab (measured, docs/browser-facts.md), so its words would be taken for a part of the page that stands
 * there now. One that comes back out of the history looks again (gate.ts).
 */
export function isLeft({ documentLifecycle }: Sender): boolean {
  return documentLifecycle === 'pending_deletion' || documentLifecycle === 'cached';
}

/**
 * Hands a report back to its page, which tells it anew the moment it is shown: it may never be, and says each thing
 * only once. Never rejects.
 */
export async function keepUntilShown(report: unknown, { tab, documentId }: Sender): Promise<void> {
  if (tab?.id === undefined || documentId === undefined) return;
  const target = { tabId: tab.id, documentIds: [documentId] };
  const handBack = browser.scripting.executeScript({
    target,
    func: tellWhenShown,
    args: [report],
    injectImmediately: true,
  });
  await handBack.catch(() => undefined); // it was dropped unseen
}

/** Runs in the page, beside our content script, and can use nothing from outside itself. */
function tellWhenShown(report: unknown): void {
  const { runtime } = (globalThis as unknown as { chrome: { runtime: Runtime.Static } }).chrome;
  const tell = (): void => void runtime.sendMessage(report).catch(() => undefined);
  const { prerendering } = document as { prerendering?: boolean };
  // On the way down to the document: before a listener of the page there can jam it.
  if (prerendering === true) addEventListener('prerenderingchange', tell, { once: true, capture: true });
  else tell();
}
