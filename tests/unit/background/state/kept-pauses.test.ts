import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { FakeBrowser } from '../fake-browser';

const HERE = 'http://bakery.test/';
const OTHER = 'http://other.test/';
const HOUR = 3_600_000;

const target = vi.hoisted(() => ({ firefox: false }));
vi.mock('../../../../src/browser/target', () => ({
  get IS_FIREFOX() {
    return target.firefox;
  },
}));

let fake: FakeBrowser;
beforeEach(() => {
  vi.useFakeTimers().setTimerTickMode('nextTimerAsync');
  target.firefox = false;
  fake = new FakeBrowser();
});
afterEach(() => void vi.useRealTimers());

const settle = (): Promise<void> => new Promise((done) => setTimeout(done, 50));

/** The next worker over the same stores. */
async function worker() {
  await settle();
  vi.resetModules();
  vi.doMock('../../../../src/browser/api', () => ({ browser: fake.api }));
  const trust = await import('../../../../src/background/state/trust');
  const kept = await import('../../../../src/background/state/kept-pauses');
  const why = async (address: string) => (await trust.whyLeftAlone(address, Date.now()))?.why ?? null;
  return { ...trust, ...kept, why };
}

/** The first worker of another version, or of another session. */
function newSession() {
  fake.stores.session.clear();
  return worker();
}

/** A browser in which these were begun. */
async function paused(...scopes: ('site' | 'hour' | 'restart')[]) {
  const { startPause } = await worker();
  for (const scope of scopes) await startPause(scope, { address: HERE, now: Date.now() });
  await settle();
}

describe('an update of the extension in Chromium, whose new version finds storage.session empty', () => {
  it.each([
    ['until the browser restarts', ['restart'], 'paused'],
    ['for an hour', ['hour'], 'paused'],
    ['of one site', ['site'], null],
  ] as const)('does not end a pause %s, nor does the next', async (_which, scopes, other) => {
    await paused(...scopes);
    for (let version = 1; version < 3; version += 1) {
      const next = await newSession();
      void next.carryPausesOn(); // at once: who asks in the same moment is told
      expect([await next.why(HERE), await next.why(OTHER)]).toEqual(['paused', other]);
    }
  });

  it('has the hour end at its time', async () => {
    await paused('hour');
    fake.alarms.clear();
    const now = Date.now();
    await (await newSession()).carryPausesOn();
    expect([...fake.alarms]).toMatchObject([
      ['pause-ends', { when: expect.closeTo(now + HOUR, -3) as number }],
    ]);
  });

  it('leaves nothing of what was ended before', async () => {
    await paused('restart', 'site');
    await (await worker()).endPause();
    await settle();
    expect(fake.stores.local.size).toBe(0);
  });
});

describe('the start of the browser', () => {
  it('ends every pause, whichever worker is told of it', async () => {
    await paused('restart', 'site');
    const next = await newSession();
    await next.endKeptPauses();
    expect([await next.why(HERE), fake.stores.local.size]).toEqual([null, 0]);
  });

  it.each(['before', 'after'])('ends it also where an update is told of %s it', async (when) => {
    await paused('restart', 'site');
    const next = await newSession();
    const updated = when === 'before' ? next.carryPausesOn() : null;
    if (when === 'before') await settle();
    await next.endKeptPauses();
    await (updated ?? next.carryPausesOn());
    expect([await next.why(HERE), await (await worker()).why(HERE)]).toEqual([null, null]);
    expect(fake.stores.local.size).toBe(0);
  });

  it('ends it also where nobody tells: an update that comes later takes nothing over', async () => {
    await paused('restart');
    const next = await newSession();
    await next.dropStalePauses();
    expect([await next.why(HERE), fake.stores.local.size]).toEqual([null, 0]);
  });
});

describe('the copy on the disk', () => {
  it('stays while the pause that it is of stands, whatever worker starts', async () => {
    await paused('restart');
    await (await worker()).dropStalePauses();
    const updated = await newSession();
    const dropping = updated.dropStalePauses();
    await updated.carryPausesOn();
    await dropping;
    expect([await updated.why(HERE), fake.stores.local.size]).toEqual(['paused', 1]);
  });

  it('has nothing of a private window, nor a page that is its own address', async () => {
    const { startPause } = await worker();
    await startPause('site', { address: HERE, now: Date.now(), incognito: true });
    await startPause('site', { address: OTHER, now: Date.now() });
    await startPause('site', { address: 'data:text/html,bakery', now: Date.now() });
    await settle();
    expect(JSON.stringify([...fake.stores.local])).toMatch(/^(?!.*bakery).*other\.test/);
  });

  it('is none in Firefox, where an update waits for the end of a pause', async () => {
    target.firefox = true;
    await paused('restart', 'site');
    expect(fake.stores.local.size).toBe(0);
  });

  it('that cannot be written or read ends no pause of this session', async () => {
    fake.faults.set('storage.local.set', 'hang').set('storage.local.get', 'reject');
    await paused('restart');
    const next = await worker();
    await next.dropStalePauses();
    expect(await next.why(OTHER)).toBe('paused');
  });
});
