import { describe, expect, it } from 'vitest';
import { hasOwnSite } from '../../../src/messages/own-site';
import type { Case } from '../../../src/messages/ui-messages';

const SCAM = {
  level: 'warn',
  state: 'closed',
  host: 'scam.test',
  incognito: false,
  injectedIntoHonestSite: false,
} as Case; // no other field is read

describe('a site of the scam’s own', () => {
  it('is that of a scam that was closed, or is open yet', () => {
    expect(hasOwnSite(SCAM)).toBe(true);
    expect(hasOwnSite({ ...SCAM, state: 'warned' })).toBe(true);
  });

  it.each<[string, Partial<Case>]>([
    ['nobody called it a scam', { level: 'quiet' }],
    ['the warning was a mistake', { state: 'mistaken' }],
    ['it has no host', { host: '' }],
    ['it was in a private window', { incognito: true }],
    ['a number was put into a genuine site', { injectedIntoHonestSite: true }],
    ['strangers publish there', { onPlatform: true }],
  ])('is none where %s', (_why, change) => {
    expect(hasOwnSite({ ...SCAM, ...change })).toBe(false);
  });
});
