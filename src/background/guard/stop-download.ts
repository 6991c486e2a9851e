import { browser } from '../../browser/api';
import { remoteToolAt, remoteToolOfDownload } from './guard-match';

/**
 * "Yes, someone is asking me", said while the program is coming already: its downloads are cancelled, those of this very
 * address and those of the same program. Only where the person gave the permission for downloads. Never rejects.
 */
export async function stopDownload(address: string): Promise<void> {
  const wanted = remoteToolAt(address)?.id;
  try {
    const running = await browser.downloads.search({ state: 'in_progress' });
    const meant = running.filter((item) => {
      if (item.incognito) return false; // the guard asks about none of these
      return item.url === address || (wanted !== undefined && remoteToolOfDownload(item)?.id === wanted);
    });
    await Promise.allSettled(meant.map(({ id }) => browser.downloads.cancel(id)));
  } catch {
    // Without the permission there is nothing to ask.
  }
}
