import { beforeEach, describe, expect, it, vi } from 'vitest';
import { FakeBrowser } from '../fake-browser';

const NOW = 1_760_000_000_000;
const HOUR = 3_600_000;
const HERE = 'http://bakery.test/';
const PRIVATE = 'http://butcher.test/';

let trust: typeof import('../../../../src/background/state/trust');
let fake: FakeBrowser;
beforeEach(async () => {
  vi.resetModules();
  fake = new FakeBrowser();
  vi.doMock('../../../../src/browser/api', () => ({ browser: fake.api }));
  trust = await import('../../../../src/background/state/trust');
});

const rests = (now: number, ...addresses: string[]) =>
  Promise.all(addresses.map(async (address) => (await trust.whyLeftAlone(address, now)) !== null));

describe('the end of the hour', () => {
  it('leaves what was paused for single sites', async () => {
    await trust.startPause('site', { address: HERE, now: NOW });
    await trust.startPause('site', { address: PRIVATE, now: NOW, incognito: true });
    await trust.startPause('hour', { address: '', now: NOW });
    expect(await rests(NOW + 1, HERE, PRIVATE, 'http://other.test/')).toEqual([true, true, true]);
    expect(await trust.endHour(NOW + HOUR)).toBe(true);
    expect(await rests(NOW + HOUR, HERE, PRIVATE, 'http://other.test/')).toEqual([true, true, false]);
  });

  it('comes too soon for a pause until the restart, and for an hour that began later', async () => {
    await trust.startPause('hour', { address: '', now: NOW });
    await trust.startPause('restart', { address: '', now: NOW + 5 });
    expect(await trust.endHour(NOW + HOUR)).toBe(false);
    expect(await rests(NOW + 9 * HOUR, HERE)).toEqual([true]);
    await trust.startPause('hour', { address: '', now: NOW + HOUR - 60_000 });
    expect(await trust.endHour(NOW + HOUR)).toBe(false);
    expect(await rests(NOW + HOUR, HERE)).toEqual([true]);
  });

  it('by the button ends all of them', async () => {
    await trust.startPause('site', { address: HERE, now: NOW });
    await trust.startPause('hour', { address: '', now: NOW });
    await trust.endPause();
    expect(await rests(NOW, HERE, '')).toEqual([false, false]);
  });
});

describe('how long a site is left alone', () => {
  it('is until the restart, but of a private window only while this worker runs', async () => {
    await trust.startPause('site', { address: HERE, now: NOW });
    await trust.startPause('site', { address: PRIVATE, now: NOW, incognito: true });
    expect(await trust.whyLeftAlone(HERE, NOW)).toEqual({ why: 'paused', until: 'restart' });
    expect(await trust.whyLeftAlone(PRIVATE, NOW)).toEqual({ why: 'paused', until: 'while-awake' });
    await trust.startPause('site', { address: PRIVATE, now: NOW });
    expect(await trust.whyLeftAlone(PRIVATE, NOW)).toEqual({ why: 'paused', until: 'restart' });
  });
});
