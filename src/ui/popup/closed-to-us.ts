import { within } from '../../async/within';
import { browser } from '../../browser/api';

/** A page that has not let us in by now (ms) is one that does not answer, and the worker says so. */
const LOOK_LIMIT_MS = 1_000;

interface ChromeDom {
  chrome?: { dom?: { openOrClosedShadowRoot?: (element: HTMLElement) => ShadowRoot | null } };
}

/** Runs in the page, and can use nothing from outside itself. Is all of it a file in the browser's viewer for PDF? */
function isPdfViewer(): boolean {
  const { body, contentType } = document;
  if (contentType === 'application/pdf') return true;
  if (body === null) return false;
  const { dom } = (globalThis as ChromeDom).chrome ?? {}; // only Chromium has it, and no type of ours
  const only = body.childElementCount === 1 ? body.firstElementChild : null;
  const hidden = dom?.openOrClosedShadowRoot?.(body)?.querySelector('iframe[type="application/pdf"]');
  return only?.matches('embed[type="application/pdf"]') === true || Boolean(hidden);
}

async function look(tabId: number): Promise<boolean | null> {
  try {
    const target = { tabId };
    const [seen] = await browser.scripting.executeScript({
      target,
      func: isPdfViewer,
      injectImmediately: true,
    });
    return seen ? seen.result === true : null;
  } catch {
    // Refused, as in Firefox's viewer. A page that is just being left refuses too: that says nothing of the next one.
    const tab = await browser.tabs.get(tabId).catch(() => null);
    return tab?.status === 'complete' || null;
  }
}

/**
 * Whether a page that its address lets us see is closed to us all the same, so that "no fake alert here" would not be
 * known: a PDF file at any address, a page of the browser's about an error, a site that an administrator keeps from
 * extensions. Null where nobody can tell: the page hangs, or is just being left. Never rejects.
 */
export function isClosedToUs(tabId: number): Promise<boolean | null> {
  return within(look(tabId), LOOK_LIMIT_MS, null);
}
