import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { until } from '../rig/processes';
import { middleOf } from './browsing';
import { OwnScreens } from './own-screens';
import { BROWSERS } from './scene';

/** The person needs to see a page this long before its buttons count (src/ui/shared/careful-press.ts). */
const CAREFUL_MS = 750;

describe.each(BROWSERS)('the popup and the toolbar button in %s', (kind) => {
  let own: OwnScreens;
  beforeAll(async () => {
    own = await OwnScreens.start(kind);
  });
  afterAll(() => own?.close());

  it('says in one sentence what it sees, pauses and wakes again, and the button says the same', async () => {
    const page = await own.popup('watching');
    expect(await own.rig.inPage(page, 'document.activeElement.id')).toBe('close');
    expect(await own.findings(page)).toEqual([]);
    expect(await own.toolbar(own.quiet)).toEqual({
      title: expect.stringContaining('Sangfroid') as string,
      badge: '',
    });
    for (const scope of ['hour', 'restart', 'site']) {
      await own.press(page, `pause-${scope}`);
      await own.shows(page, 'paused');
      expect(await own.rig.inPage(page, 'document.activeElement.id')).toBe('resume');
      expect(await own.toolbar(own.quiet)).toEqual({ title: 'Sangfroid is paused', badge: '' });
      await own.press(page, 'resume');
      await own.shows(page, 'watching');
    }
    expect((await own.toolbar()).title).toBe('Sangfroid is watching');
  });

  it('says when the browser does not let us look', async () => {
    const blank = `return (await browser.tabs.create({ url: 'about:blank', active: false })).id`;
    const page = await own.popup('unseen', await own.rig.ask<number>(blank));
    expect(await own.rig.inPage(page, `document.getElementById('close')`)).toBe(null);
  });

  it('does not call a page harmless that does not answer', async () => {
    const busy = own.address('garden', 'busy.html');
    const open = `return (await browser.tabs.create({ url: ${JSON.stringify(busy)}, active: true })).id`;
    const tab = await own.rig.ask<number>(open);
    const counts = `return (await browser.tabs.get(${tab})).title`;
    await until(8_000, async () => (await own.rig.ask<string>(counts)) === 'Counting seeds' || undefined);
    await new Promise((done) => setTimeout(done, 600)); // it begins to count
    const page = await own.popup('silent', tab);
    const said = await own.rig.inPage<string>(page, `document.querySelector('.state').innerText`);
    expect(said).toContain('does not answer');
    expect(said).not.toContain('Nothing suspicious');
    await own.press(page, 'close');
    const gone = `return browser.tabs.get(${tab}).then(() => false, () => true)`;
    expect(await until(10_000, async () => (await own.rig.ask<boolean>(gone)) || undefined)).toBe(true);
  });

  it('shows a report of a missed page that holds no text of it', async () => {
    const page = await own.popup('watching');
    await own.press(page, 'missed');
    await own.becomes(page, `document.querySelector('textarea')`);
    const report = await own.rig.inPage<string>(page, `document.querySelector('textarea').value`);
    expect(report).toContain('"kind": "missed"');
    expect(report).not.toContain('form-beforeunload');
  });

  it('trusts a site, and the options take the trust back', async () => {
    const page = await own.popup('watching');
    await own.press(page, 'safe');
    await own.becomes(page, `document.querySelector('.notice-good')`);
    const options = await own.open('options/options.html', '#trusted-list li');
    const list = `document.getElementById('trusted-list').innerText`;
    expect(await own.rig.inPage(options, list)).toContain('garden.localhost');
    await own.rig.inPage(options, `(document.querySelector('#trusted-list button').click(), 1)`);
    await own.becomes(options, `!document.querySelector('#trusted-list li')`);
    expect((await own.stored()).trustedSites).toEqual([]);
  });

  it('tells of a new version once, in one quiet line', async () => {
    await own.rig.ask(`await browser.storage.local.set({ seenVersion: '0.0.1' })`);
    const page = await own.popup('watching');
    expect(await own.rig.inPage(page, `document.getElementById('updated')?.textContent`)).toContain('0.1.0');
    const again = await own.popup('watching');
    expect(await own.rig.inPage(again, `document.getElementById('updated')`)).toBe(null);
  });

  it('closes the tab and leads to the guide', async () => {
    const tab = await own.anotherTab();
    const page = await own.popup('watching', tab);
    await own.rig.ask(`await browser.tabs.update(${tab}, { active: true })`); // as under a real popup
    await own.press(page, 'close');
    const gone = `return browser.tabs.get(${tab}).then(() => false, () => true)`;
    expect(await until(10_000, async () => (await own.rig.ask<boolean>(gone)) || undefined)).toBe(true);
    expect(await until(8_000, () => own.rig.find(`${own.rig.base}src/ui/guide/guide.html`))).toBeDefined();
  });

  it('"open carefully" shows the address first, and the visit is a careful one', async () => {
    const link = own.address('unknown-shop', 'game.html');
    await own.pressCareful(link);
    const guard = await until(8_000, () => own.rig.find(`${own.rig.base}src/ui/guard/guard.html`));
    expect(guard).toBeDefined();
    if (!guard) return;
    const open = await middleOf(own.rig, guard, '#careful-open');
    expect(await own.rig.inPage(guard, `document.getElementById('host').textContent`)).toBe(
      new URL(link).host,
    );
    expect(await own.findings(guard)).toEqual([]);
    await new Promise((done) => setTimeout(done, CAREFUL_MS));
    await own.rig.click(guard, open);
    const find = `return (await browser.tabs.query({})).find(({ url }) => url === ${JSON.stringify(link)})?.id`;
    const tab = await until(8_000, async () => (await own.rig.ask<number | null>(find)) ?? undefined);
    const kept = `return (await browser.storage.session.get('tab:${tab ?? -1}'))['tab:${tab ?? -1}']?.careful`;
    expect(await until(4_000, async () => (await own.rig.ask<boolean | undefined>(kept)) || undefined)).toBe(
      true,
    );
  });

  it('says so, and offers the way back, when the person takes the sites away', async () => {
    await own.giveSites(false);
    const blind = 'Sangfroid cannot see your pages';
    const title = async () => ((await own.toolbar()).title === blind ? true : undefined);
    expect(await until(8_000, title)).toBe(true);
    const page = await own.popup('no-permission');
    expect(await own.rig.inPage(page, 'document.activeElement.id')).toBe('allow');
    expect(await own.findings(page)).toEqual([]);
    const options = await own.open('options/options.html', '#access-ask');
    expect(await own.findings(options)).toEqual([]);
    await own.giveSites(true);
    const back = async () => ((await own.toolbar()).title === 'Sangfroid is watching' ? true : undefined);
    expect(await until(8_000, back)).toBe(true);
    await own.popup('watching');
  });
});
