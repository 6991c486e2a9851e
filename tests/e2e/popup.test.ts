import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import journalTexts from '../../src/texts/en/journal.json';
import { casesOf } from '../rig/browser-rig';
import { servePages } from '../rig/page-server';
import { until } from '../rig/processes';
import { middleOf } from './browsing';
import { OwnScreens } from './own-screens';
import { BROWSERS } from './scene';
import manifest from '../../manifest.json';

/** The person needs to see a page this long before its buttons count (src/ui/shared/careful-press.ts). */
const CAREFUL_MS = 750;

/** One empty page; both viewers mend the missing table of contents. */
const A_PDF = `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>endobj
trailer<</Root 1 0 R>>
%%EOF`;

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
      // Not on "resume": a second Enter was meant for the button that stood there before.
      expect(await own.rig.inPage(page, 'document.activeElement.dataset.state')).toBe('paused');
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

  it('says so too over a PDF file whose address does not tell that it is one', async () => {
    const server = await servePages(() => ({ body: A_PDF, type: 'application/pdf' }));
    const address = server.address('library', '/leaflet?number=7');
    const page = await own.rig.ask<number>(
      `return (await browser.tabs.create({ url: ${JSON.stringify(address)}, active: true })).id`,
    );
    const done = `return (await browser.tabs.get(${page})).status === 'complete'`;
    expect(await until(8_000, async () => (await own.rig.ask<boolean>(done)) || undefined)).toBe(true);
    const said = await own.popup('unseen', page);
    const words = await own.rig.inPage<string>(said, `document.querySelector('.state').innerText`);
    expect(words).not.toContain('sees no fake alert');
    await own.rig.ask(`await browser.tabs.remove(${page})`);
    server.close();
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
    expect(said).not.toContain('sees no fake alert');
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

  it('shows a report of a mistake, and journal and guard take the page for no scam any more', async () => {
    const times = `return (await browser.storage.local.get('scam-times'))['scam-times']?.length ?? 0`;
    const before = await own.rig.ask<number>(times); // pages that the person closed count too
    await own.rig.open(own.address('bakery', 'words-only-locker.html'));
    const alarm = async () => (await casesOf(own.rig)).find(({ host }) => host === 'bakery.localhost');
    const found = await until(10_000, alarm);
    const met = (count: number) => async () => (await own.rig.ask<number>(times)) === count || undefined;
    expect(await until(8_000, met(before + 1)), 'the guard stands').toBe(true);
    const mistake = JSON.stringify({ type: 'case-mistake', caseId: found?.id });
    expect(await own.rig.ask(`return browser.runtime.sendMessage(${mistake})`)).toEqual({ ok: true });
    const page = await own.popup('trusted', found?.tabId);
    await own.becomes(page, `document.querySelector('#mistake-report textarea')`);
    expect(await own.findings(page)).toEqual([]);
    const report = await own.rig.inPage<string>(page, `document.querySelector('textarea').value`);
    expect(report).toContain('"kind": "mistake"');
    expect(report).toContain('"infected"');
    expect(report).not.toContain('words-only-locker');
    expect(await until(8_000, met(before)), 'the guard does not').toBe(true);
    const journal = await own.open('journal/journal.html', '.entry');
    const entry = `document.querySelector('.entry').innerText`;
    expect(await own.rig.inPage(journal, entry)).toContain(journalTexts['journal.closedBy.mistake']);
  });

  it('trusts a site, and the options take the trust back', async () => {
    const page = await own.popup('watching');
    await own.press(page, 'safe');
    await own.press(page, 'safe-yes');
    await own.becomes(page, `document.querySelector('.notice-good')`);
    const options = await own.open('options/options.html', '#trusted-list li');
    const entry = `[...document.querySelectorAll('#trusted-list li')].find((one) => one.innerText.includes('garden.localhost'))`;
    expect(await own.rig.inPage(options, `!!${entry}`)).toBe(true);
    await own.rig.inPage(options, `(${entry}.querySelector('button').click(), 1)`);
    await own.becomes(options, `!${entry}`);
    expect(JSON.stringify((await own.stored()).trustedSites)).not.toContain('garden');
  });

  it('asks once more before it trusts a site that it warns of', async () => {
    await own.rig.open(own.address('florist', 'words-only-locker.html'));
    const alarm = async () => (await casesOf(own.rig)).find(({ host }) => host === 'florist.localhost');
    const found = await until(10_000, alarm);
    const page = await own.popup('warning', found?.tabId);
    expect(await own.rig.inPage<boolean>(page, `document.getElementById('pause-hour') === null`)).toBe(true);
    await own.press(page, 'safe');
    await own.becomes(page, `document.activeElement.id === 'safe-no'`);
    expect(await own.findings(page)).toEqual([]);
    await own.press(page, 'safe-no');
    await own.becomes(page, `document.activeElement.id === 'safe'`);
    const florist = async () => JSON.stringify((await own.stored()).trustedSites ?? []).includes('florist');
    expect(await florist()).toBe(false);
    await own.press(page, 'safe');
    await own.press(page, 'safe-yes');
    await own.becomes(page, `document.querySelector('.notice-good')`);
    expect(await florist()).toBe(true);
  });

  it('says on the button that a site is trusted once its page tells something, before any popup', async () => {
    const site = JSON.stringify({ host: 'pottery.localhost', since: 1, why: 'options' });
    await own.rig.ask(`const { settings = { version: 1 } } = await browser.storage.local.get('settings');
      settings.trustedSites = [...(settings.trustedSites ?? []), ${site}];
      await browser.storage.local.set({ settings })`);
    const address = own.address('pottery', 'words-only-locker.html');
    await own.rig.open(address);
    const find = `return (await browser.tabs.query({})).find(({ url }) => url === ${JSON.stringify(address)})?.id`;
    const tab = await until(8_000, async () => (await own.rig.ask<number | null>(find)) ?? undefined);
    const trusted = async () =>
      (await own.toolbar(tab)).title === 'Sangfroid leaves this site alone: it is trusted' || undefined;
    expect(await until(8_000, trusted)).toBe(true);
  });

  it('tells of a new version once, in one quiet line', async () => {
    await own.rig.ask(`await browser.storage.local.set({ seenVersion: '0.0.1' })`);
    const page = await own.popup('watching');
    await own.becomes(page, `document.getElementById('updated') !== null`); // the store is not waited for
    expect(await own.rig.inPage(page, `document.getElementById('updated')?.textContent`)).toContain(
      manifest.version,
    );
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
