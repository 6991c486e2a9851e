import type { Case } from './ui-messages';

/**
 * Whether there is a site of the scam's own to clean up after: none in a private window, none where it is not its own
 * or the person called the warning a mistake, none where nobody called the page a scam: a frightened person may have
 * closed the site of their bank.
 */
export function hasOwnSite({
  level,
  state,
  host,
  incognito,
  injectedIntoHonestSite,
  onPlatform,
}: Case): boolean {
  const isScams = level !== 'quiet' && state !== 'mistaken';
  return isScams && host !== '' && !incognito && !injectedIntoHonestSite && onPlatform === undefined;
}
