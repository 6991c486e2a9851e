import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { startGuard, world } from './guard-world';

const SHORT = 'https://short.example/x';
const SITE = 'https://anydesk.com/en/downloads';
const QUESTION = 'ext://x/src/ui/guard/guard.html?';
const told = { tabId: 3, frameId: 0, url: SITE };

let guard: Awaited<ReturnType<typeof startGuard>>;
let forwarded: typeof import('../../../../src/background/guard/forwarded');
/** The browser tells that a page has come. */
const comes = (transitionQualifiers: string[], more: object = {}) =>
  forwarded.guardForwarded({ ...told, transitionQualifiers, ...more });

beforeEach(async () => {
  vi.useFakeTimers().setTimerTickMode('nextTimerAsync');
  guard = await startGuard();
  forwarded = await import('../../../../src/background/guard/forwarded');
});
afterEach(() => vi.useRealTimers());

describe('a page that a server forwarded to', () => {
  it('is asked about as it comes, where the browser told of the first address alone', async () => {
    expect(await forwarded.guardVisit({ ...told, url: SHORT })).toBe(false);
    expect(await comes(['server_redirect'])).toBe(true);
    expect(world.updated).toHaveLength(1);
    expect(new URL(world.updated[0]?.url ?? '').searchParams.get('address')).toBe(SITE);
  });

  it.each([
    ['no server forwarded to it', []],
    ['a page led there: that was told before it began', ['client_redirect']],
    ['the person pressed Back: so was that', ['server_redirect', 'forward_back']],
  ])('is left alone where %s', async (_why, qualifiers) => {
    expect(await comes(qualifiers)).toBe(false);
    expect(world.updated).toEqual([]);
  });

  it.each([
    ['in a frame', { frameId: 4 }],
    ['made ready unseen', { documentLifecycle: 'prerender' }],
  ])('is left alone %s', async (_where, more) => {
    expect(await comes(['server_redirect'], more)).toBe(false);
    expect([world.updated, world.created]).toEqual([[], []]);
  });

  it('is left alone in a private window, and after "No, go on"', async () => {
    world.incognito = true;
    expect(await comes(['server_redirect'])).toBe(false);
    world.incognito = false;
    await guard.allowOnce(SITE);
    expect(await comes(['server_redirect'])).toBe(false);
    expect(world.updated).toEqual([]);
  });
});

describe('a visit that was asked about as it began', () => {
  // Chromium forwards http: to https: itself, and tells that as a server's doing.
  it('is not asked about again where its page comes before the question', async () => {
    const asked = forwarded.guardVisit({ ...told, url: 'http://anydesk.com/' });
    const come = comes(['server_redirect']);
    world.shown = QUESTION;
    expect(await Promise.all([asked, come])).toEqual([true, false]);
    expect(world.updated).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(1_100);
    expect(await comes(['server_redirect']), 'a later visit').toBe(true);
  });

  it('lets no other page pass that is shown in place of the question', async () => {
    await forwarded.guardVisit(told);
    world.shown = SITE;
    expect(await comes(['server_redirect'])).toBe(true);
  });
});
