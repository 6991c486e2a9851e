import { browser } from '../../browser/api';
import { ownPage } from '../../browser/own-page';
import { openInFront } from './own-pages';

/** First install by a person (not an update, not a policy): the welcome page. */
export async function welcome(reason: string, isWanted: boolean): Promise<void> {
  if (reason !== 'install' || !isWanted) return;
  const self = await browser.management?.getSelf?.().catch(() => null);
  if (self?.installType === 'admin') return;
  await openInFront(ownPage('welcome'), null);
}
