import { expect, it } from 'vitest';
import type { KnownHost } from '../../../../src/background/state/known-host';
import type { TabState } from '../../../../src/background/state/tab-state';
import { startWorker } from '../worker-parts';

const SCAM = 'http://scam.test/';
const MAIL = 'http://mail.test/inbox';
const FILE = 'file:///home/me/letter.html';
const NOW = 1_000_000;
const JUDGED: KnownHost = { host: 'scam.test' };
/** Nobody wrote down what the verdict was about. */
const PRIVATE: KnownHost = { host: '' };

const { fake, newFrame, tabStates } = await startWorker();
const { isElsewhere } = await import('../../../../src/background/family/elsewhere');
const OWN = `${fake.api.runtime.getURL('')}src/ui/guide/guide.html`;
const nothing = await tabStates.read('1');

/** A tab whose top document has told something. */
const told = (address: string, change: Partial<TabState> = {}): TabState => ({
  ...nothing,
  frames: { 0: newFrame('d', address) },
  ...change,
});
/** The same, with all that can be read of the page. */
function read(address: string, change: Partial<TabState> = {}): TabState {
  return told(address, { frames: { 0: Object.assign(newFrame('d', address), { facts: {} }) }, ...change });
}
/** A tab in which only frames of the page have told something. */
const framesOnly = (address: string): TabState => told(address, { frames: { 0: newFrame('', address) } });
const reloading = { documents: Array.from({ length: 20 }, () => NOW) };

it.each<[string, string, TabState, KnownHost, boolean, string?]>([
  ['an honest page that told nothing', MAIL, told(SCAM), JUDGED, true],
  ['that page, while it loads', MAIL, told(SCAM), JUDGED, false, 'loading'],
  ['that page, where nothing at all is known of the tab', MAIL, nothing, JUDGED, true],
  ['that page in a private window', MAIL, told(SCAM), PRIVATE, true],
  ['any page in a private window of which nothing is known', MAIL, nothing, PRIVATE, false],
  ['a page that loads itself again and again', MAIL, told(SCAM, reloading), JUDGED, false],
  ['a page that told something suspicious', MAIL, read(MAIL, { level: 'warn' }), JUDGED, false],
  ['a page that was read and is quiet', MAIL, read(MAIL), JUDGED, true, 'loading'],
  ['the same in a private window, where it may be the judged one', MAIL, read(MAIL), PRIVATE, false],
  ['a page that has told only a part', MAIL, told(MAIL), JUDGED, false],
  ['a page of which only frames told something', MAIL, framesOnly(MAIL), JUDGED, true],
  ['the judged site, however quiet it is now', SCAM, read(SCAM), JUDGED, false],
  ['a page of ours', OWN, told(SCAM), JUDGED, false],
  ['no address', '', told(SCAM), JUDGED, false],
  ['a file', FILE, told(SCAM), JUDGED, true],
  ['a file, while it loads', FILE, told(SCAM), JUDGED, false, 'loading'],
  ['a file that was read and is quiet', FILE, read(FILE), JUDGED, true],
  ['a file that told something suspicious', FILE, read(FILE, { level: 'warn' }), JUDGED, false],
  ['a file, where the scam may be one', FILE, told('file:///home/me/alert.html'), PRIVATE, false],
  ['a page that the scam may have made', 'blob:http://scam.test/5e1f', told(SCAM), JUDGED, false],
  ['an empty one', 'about:blank', told(SCAM), JUDGED, false],
])('whether a tab has gone on, where it shows %s', (_what, url, state, judged, is, status = 'complete') => {
  expect(isElsewhere({ url, status }, state, judged, NOW)).toBe(is);
});
