import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Verdict } from '../../../../src/detection/verdict';
import { startWorker } from '../worker-parts';

const WARN: Verdict = {
  level: 'warn', score: 0.9, logOdds: 3, reasons: [], phones: [], codes: [], injectedIntoHonestSite: false,
}; // prettier-ignore
const SCAM = 'http://scam.test/';
const MAIL = 'http://mail.test/inbox';

beforeEach(() => void vi.useFakeTimers().setTimerTickMode('nextTimerAsync'));
afterEach(() => vi.useRealTimers());

/** A case whose tab the browser tells of in this way. @param loaded what its page says of itself */
async function start(change: object, loaded: boolean | null = null) {
  const worker = await startWorker();
  const { fake, openCase } = worker;
  const { isLeaving } = await import('../../../../src/background/family/leaving');
  const tab = fake.addTab(SCAM, change);
  const known = await openCase(tab.id, { address: SCAM });
  fake.api.scripting.executeScript = (() =>
    loaded === null
      ? new Promise(() => undefined)
      : Promise.resolve([{ result: loaded }])) as typeof fake.api.scripting.executeScript;
  return { ...worker, tab, known, isLeaving };
}

describe('a tab that is warned of', () => {
  it.each([
    ['shows another site', { url: MAIL }, true],
    ['is on its way to another site', { status: 'loading', pendingUrl: MAIL }, true],
    ['goes from page to page of its own', { status: 'loading', pendingUrl: `${SCAM}again` }, false],
    ['shows the scam', {}, false],
    ['shows a page of ours', { url: 'chrome-extension://sangfroid/src/ui/guard/guard.html' }, false],
    ['shows an empty page', { url: 'about:blank' }, false],
  ] as const)('and %s', async (_what, change, leaves) => {
    const { known, isLeaving } = await start(change);
    expect(await isLeaving(known, false)).toBe(leaves);
  });

  it('is not known to be leaving once it has gone', async () => {
    const { fake, tab, known, isLeaving } = await start({ url: MAIL });
    fake.tabList.delete(tab.id);
    expect(await isLeaving(known)).toBe(false);
  });

  it('in Firefox is leaving where it loads, and its page has loaded whole', async () => {
    const leaves = async (status: string, loaded: boolean | null, firefox = true) => {
      const { known, isLeaving } = await start({ status }, loaded);
      return isLeaving(known, firefox);
    };
    expect(await leaves('loading', true)).toBe(true);
    expect(await leaves('loading', false)).toBe(false);
    expect(await leaves('loading', null)).toBe(false);
    expect(await leaves('complete', true)).toBe(false);
    expect(await leaves('loading', true, false)).toBe(false);
  });

  it('in Firefox has its own document asked, at once, whether it has loaded', async () => {
    const { fake, tab, known, isLeaving } = await start({ status: 'loading' }, true);
    const asked = vi.spyOn(fake.api.scripting, 'executeScript');
    await isLeaving(known, true);
    expect(asked).toHaveBeenCalledWith(
      expect.objectContaining({ target: { tabId: tab.id }, injectImmediately: true }),
    );
    const { func } = (asked.mock.calls as unknown[][])[0]?.[0] as { func: () => boolean }; // the fake's type has no arguments
    vi.stubGlobal('document', { readyState: 'complete' });
    expect(func()).toBe(true);
    vi.stubGlobal('document', { readyState: 'interactive' });
    expect(func()).toBe(false);
    vi.unstubAllGlobals();
  });
});

describe('the case of a tab that is warned of', () => {
  const warnedOf = async (pendingUrl?: string, movesTo?: string) => {
    const { fake, tab, known, cases } = await start({ pendingUrl });
    const { warn } = await import('../../../../src/background/judge/warn');
    const { create, get } = fake.api.tabs;
    fake.api.tabs.get = (id) => get(id).then((one) => ({ ...one }));
    fake.api.tabs.create = (made) =>
      create(made).finally(() => movesTo !== undefined && Object.assign(tab, { pendingUrl: movesTo }));
    await warn(known);
    await vi.advanceTimersByTimeAsync(2_000);
    return (await cases.read(known.id))?.wasLeaving;
  };

  it('remembers that the person was leaving, and not that its page moved itself once it was hidden', async () => {
    expect(await warnedOf(MAIL)).toBe(true);
    expect(await warnedOf()).toBeUndefined();
    expect(await warnedOf(undefined, MAIL)).toBeUndefined();
  });

  it('forgets it where it goes over to the page that opened that tab', async () => {
    const { fake, tab, known, cases, tell } = await start({});
    await cases.update(known.id, (now) => now && { ...now, wasLeaving: true });
    const opener = fake.addTab('http://scam.test/first');
    const opened = [{ tabId: tab.id, at: Date.now(), from: 'scam.test', popup: true }];
    await tell(opener.id, { level: 'warn', opened }, opener.url);
    await tell(tab.id, { level: 'warn', openedBy: opener.id }, SCAM);
    const { respond } = await import('../../../../src/background/judge/respond');
    await respond(opener.id, WARN);
    const now = await cases.read(known.id);
    expect([now?.tabId, now?.wasLeaving]).toEqual([opener.id, undefined]);
  });
});
