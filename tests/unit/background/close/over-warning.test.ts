import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { delay } from '../../../../src/async/within';
import { startWorker } from '../worker-parts';

const OWN = 'chrome-extension://sangfroid/src/ui/';
const SCAM = 'http://scam.test/';

beforeEach(() => void vi.useFakeTimers().setTimerTickMode('nextTimerAsync'));
afterEach(() => vi.useRealTimers());

async function start() {
  const worker = await startWorker();
  return { ...worker, ...(await import('../../../../src/background/close/close-any')) };
}

describe('the key over our warning in place of a page that was kept from coming back', () => {
  const blocked = `${OWN}warning/warning.html?blocked=1&case=case-1`;

  it('closes that warning, and nothing else', async () => {
    const { fake, closeTabOf, openCase } = await start();
    const mail = fake.addTab('http://mail.test/');
    await openCase(mail.id, { state: 'closed' });
    const warning = fake.addTab(blocked);
    expect(await closeTabOf(warning.id, 'key')).toMatchObject({ id: 'case-1' });
    expect([...fake.tabList.keys()]).toEqual([mail.id]);
  });

  it('puts the guide in front first where the window would go with it, whether or not the case is known', async () => {
    const { fake, closeTabOf } = await start();
    const create = vi.spyOn(fake.api.tabs, 'create');
    const remove = vi.spyOn(fake.api.tabs, 'remove');
    expect(await closeTabOf(fake.addTab(blocked).id, 'key')).toBeNull();
    expect(fake.ownPages()).toEqual([`${OWN}guide/guide.html?case=case-1`]);
    expect(create.mock.invocationCallOrder[0]).toBeLessThan(remove.mock.invocationCallOrder[0] ?? 0);
    await closeTabOf(fake.addTab(`${OWN}warning/warning.html?blocked=1`, { windowId: 7 }).id, 'menu');
    expect(fake.ownPages()).toContain(`${OWN}guide/guide.html`);
  });

  it('comes to an end where the browser never answers: the next press must not get the same run', async () => {
    const { fake, closeTabOf } = await start();
    fake.addTab('http://mail.test/');
    fake.faults.set('tabs.remove', 'hang');
    const closing = closeTabOf(fake.addTab(blocked).id, 'key');
    expect(await Promise.race([closing, delay(20_000).then(() => 'hangs')])).toBeNull();
  });

  it('means the page that stands there yet, and asks "Leave?" before it gives way to the warning', async () => {
    const { fake, closeTabOf, openCase, tell, cases } = await start();
    fake.addTab('http://mail.test/');
    await openCase(fake.addTab(SCAM).id, { state: 'closed' });
    const back = fake.addTab(SCAM);
    Object.assign(back, { pendingUrl: blocked });
    await openCase(back.id, { id: 'case-2' });
    await tell(back.id, { level: 'warn' }, SCAM);
    expect(await closeTabOf(back.id, 'key')).toMatchObject({ id: 'case-2', state: 'closed' });
    expect(fake.tabList.has(back.id)).toBe(false);
    expect((await cases.read('case-2'))?.closedBy).toBe('key');
  });

  it('leaves a page of ours alone that is no warning', async () => {
    const { fake, closeTabOf } = await start();
    expect(await closeTabOf(fake.addTab(`${OWN}journal/journal.html?blocked=1`).id, 'key')).toBeNull();
    expect(fake.tabList.size).toBe(1);
  });
});

describe('the page of ours that a tab shows', () => {
  const [warning, blocked] = ['warning/warning.html?case=1', 'warning/warning.html?blocked=1'].map(
    (page) => OWN + page,
  );
  const notHeldBack = `${OWN}guide/guide.html?blocked=1`;
  it.each([
    ['its address', warning, undefined, warning],
    ['the one that is coming over a page', SCAM, warning, warning],
    ['and over an empty one', undefined, warning, warning],
    ['not the one that keeps a page from coming back, while that stands there yet', SCAM, blocked, null],
    ['that one over an empty page', 'about:blank', blocked, blocked],
    ['another page of ours, whatever is asked of it', SCAM, notHeldBack, notHeldBack],
    ['none over a page on its way to another', SCAM, 'http://mail.test/', null],
    ['none where the browser tells nothing', undefined, undefined, null],
  ])('is %s', async (_what, url, pendingUrl, shown) => {
    await start();
    const { ownShown } = await import('../../../../src/background/close/over-warning');
    expect(ownShown({ url, pendingUrl })).toBe(shown);
  });
});

describe('the key over a warning whose case is forgotten', () => {
  /** @param state what is known of the tab that it names @param url what that one shows */
  async function pressed(state: object, url = SCAM, page = 'warning/warning') {
    const { fake, tell, closeTabOf } = await start();
    const scam = fake.addTab(url);
    await tell(scam.id, state, SCAM);
    const warning = fake.addTab(`${OWN}${page}.html?case=lost&tab=${scam.id}`);
    const closed = await closeTabOf(warning.id, 'key');
    expect(fake.tabList.has(warning.id)).toBe(true);
    expect(closed?.state).toBe(fake.tabList.has(scam.id) ? undefined : 'closed');
    return !fake.tabList.has(scam.id);
  }

  it('closes the tab that it warns of, where that one is still known to show the scam', async () => {
    expect(await pressed({ level: 'warn' })).toBe(true);
    expect(await pressed({ caseId: 'lost' })).toBe(true);
  });

  it('closes no other: not an honest page, not one of which nothing is known, not ours', async () => {
    expect(await pressed({ level: 'warn' }, 'http://mail.test/')).toBe(false);
    expect(await pressed({ caseId: 'lost' }, 'http://mail.test/')).toBe(false);
    expect(await pressed({})).toBe(false);
    expect(await pressed({ caseId: 'another' })).toBe(false);
    expect(await pressed({ level: 'warn' }, `${OWN}options/options.html`)).toBe(false);
    expect(await pressed({ level: 'warn' }, SCAM, 'guide/guide')).toBe(false);
  });

  it('closes nothing where it names no tab, or one that has gone', async () => {
    const { fake, closeTabOf } = await start();
    for (const query of ['case=lost', 'case=lost&tab=99', 'case=lost&tab=x'])
      expect(await closeTabOf(fake.addTab(`${OWN}warning/warning.html?${query}`).id, 'key')).toBeNull();
    expect(fake.tabList.size).toBe(3);
  });
});
