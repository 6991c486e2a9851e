import { expect, it, describe } from 'vitest';
import type { TabState } from '../../../../src/background/state/tab-state';
import { startWorker } from '../worker-parts';

const SCAM = 'http://scam.test/';
const MAIL = 'http://mail.test/inbox';
const PROMPT = { 'auth-prompt': { count: 1, unasked: 1, firstAt: 1, lastAt: 1 } };

const { fake, newFrame, tabStates } = await startWorker();
const { movedOnFromState, showsOtherThanState } =
  await import('../../../../src/background/family/moved-on-from-state');
const OWN = `${fake.api.runtime.getURL('')}src/ui/warning/warning.html?tab=1`;
const nothing = await tabStates.read('1');

/** A tab of which a page of this site told something, or asked for a password. */
const told = (acts: object = {}, address = SCAM): TabState => ({
  ...nothing,
  frames: { 0: { ...newFrame('d', address), acts } },
});
const shows = (url: string | undefined, status = 'complete') => ({ url, status });

describe.each([
  ['movedOnFromState', movedOnFromState],
  ['showsOtherThanState', showsOtherThanState],
] as const)('%s, where no sign-in prompt stands', (_name, ask) => {
  it.each([
    ['another site, loaded whole', MAIL, 'complete', true],
    ['another site, still loading', MAIL, 'loading', false],
    ['the site that told', `${SCAM}next`, 'complete', false],
    ['a page of ours', OWN, 'complete', false],
    ['no address', '', 'complete', false],
    ['an address that nobody may see', undefined, 'complete', false],
  ] as const)('%s', (_what, url, status, is) => {
    expect(ask(shows(url, status), told())).toBe(is);
  });

  it('nothing is known of a tab of which no page told anything', () => {
    expect(ask(shows(MAIL), nothing)).toBe(false);
  });
});

describe('a tab with a sign-in prompt', () => {
  it.each<[string, string | undefined, boolean, string?]>([
    ['the page that led to it', MAIL, true],
    ['that page, which counts as loading meanwhile', MAIL, true, 'loading'],
    ['the site that asks', `${SCAM}next`, false],
    ['a page of ours', OWN, false],
    ['no address', '', false],
    ['an address that nobody may see', undefined, false],
  ])('shows an honest page where it shows %s', (_what, url, is, status = 'complete') => {
    expect(showsOtherThanState(shows(url, status), told(PROMPT))).toBe(is);
  });

  it('has not gone on: the page that led there stood there before', () => {
    expect(movedOnFromState(shows(MAIL), told(PROMPT))).toBe(false);
    expect(movedOnFromState(shows(MAIL), told())).toBe(true);
  });
});
