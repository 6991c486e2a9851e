import { within } from '../../async/within';
import { browser } from '../../browser/api';
import { SessionValue } from '../session/session-value';
import { remoteToolAt, remoteToolOfDownload } from '../state/remote-tools';

/** The browser answers in a few ms; nothing waits longer for it. */
const CALL_LIMIT_MS = 500;

/** Ids of the downloads that were asked about, oldest first. */
const askedAbout = new SessionValue<number[]>('guard-downloads', () => []);
const MOST = 20;

/**
 * Holds a download up until it is known whether it is asked about; one that is complete by then stays as it is. Chromium
 * reads no further, and goes on where it was. Firefox cancels it, and begins again with what it has of it: where that is
 * nothing yet, or the server sends no rest of a file, it cannot. Never rejects.
 */
export async function holdUp(id: number): Promise<void> {
  await within(browser.downloads.pause(id), CALL_LIMIT_MS, undefined);
}

/** Has it go on. Never rejects. */
export async function goOn(id: number): Promise<void> {
  await within(browser.downloads.resume(id), CALL_LIMIT_MS, undefined);
}

/** It is asked about: "No, go on" starts it anew. Never rejects. */
export async function giveUp(id: number): Promise<void> {
  await askedAbout.update((ids) => [...ids, id].slice(-MOST));
  await within(browser.downloads.cancel(id), CALL_LIMIT_MS, undefined); // it may be complete already
}

/**
 * "Yes, someone is asking me", said while the program is coming already: its downloads are cancelled, those of this very
 * address and those of the same program. Of those that were asked about, a file that had come whole before it could be
 * stopped is taken away. Only where the person gave the permission for downloads. Never rejects.
 */
export async function stopDownload(address: string): Promise<void> {
  const wanted = remoteToolAt(address)?.id;
  const isMeant = (item: Found): boolean => {
    if (item.incognito) return false; // the guard asks about none of these
    return item.url === address || (wanted !== undefined && remoteToolOfDownload(item)?.id === wanted);
  };
  try {
    const running = await browser.downloads.search({ state: 'in_progress' });
    await Promise.allSettled(running.filter(isMeant).map(({ id }) => browser.downloads.cancel(id)));
    const asked = await askedAbout.read();
    const whole = asked.length === 0 ? [] : await browser.downloads.search({ state: 'complete' });
    const came = whole.filter((item) => asked.includes(item.id) && item.exists && isMeant(item));
    await Promise.allSettled(came.map(({ id }) => browser.downloads.removeFile(id)));
  } catch {
    // Without the permission there is nothing to ask.
  }
}

type Found = Awaited<ReturnType<typeof browser.downloads.search>>[number];
