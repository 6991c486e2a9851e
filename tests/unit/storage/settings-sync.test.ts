import { beforeEach, describe, expect, it, vi } from 'vitest';
import { watchSync } from '../../../src/storage/settings-sync';
import { loadSettings, saveSettings, trustSite } from '../../../src/storage/settings-store';
import { browserWithStorage, settled, type BrowserWithStorage } from '../browser-with-storage';

const held = vi.hoisted(() => ({ browser: null as unknown }));
vi.mock('../../../src/browser/api', () => ({
  get browser() {
    return held.browser;
  },
}));

const pass = (ms: number) => new Promise((done) => setTimeout(done, ms));

/** Has a store answer after 3 ms, as a real one does. */
function slow(area: BrowserWithStorage['storage']['sync']): void {
  const { get, set } = area;
  area.get = (keys) => pass(3).then(() => get(keys));
  area.set = (fresh) => pass(3).then(() => set(fresh));
}

let fake: BrowserWithStorage;
beforeEach(() => {
  fake = browserWithStorage();
  held.browser = fake;
  watchSync();
});

describe('watchSync', () => {
  it('sends nothing while it is off', async () => {
    await saveSettings({ keepDays: 3 });
    await settled();
    expect(fake.storage.sync.items).toEqual({});
  });

  it('sends changes once it is on, and never its own switch', async () => {
    await saveSettings({ sync: true, keepDays: 3 });
    await settled();
    await saveSettings({ sensitivity: 'strict' });
    await settled();
    expect(fake.storage.sync.items).toEqual({ 'setting.keepDays': 3, 'setting.sensitivity': 'strict' });
  });

  it('takes what another browser has when it is turned on, and what it changes later', async () => {
    fake.storage.sync.items = { 'setting.keepDays': 30, 'setting.country': 'nowhere' };
    await saveSettings({ keepDays: 3, screenshots: false });
    await saveSettings({ sync: true });
    await settled();
    expect(await loadSettings()).toMatchObject({ keepDays: 30, screenshots: false, country: 'auto' });
    await fake.storage.sync.set({ 'setting.keepDays': 31 });
    await settled();
    expect((await loadSettings()).keepDays).toBe(31);
  });

  it('joins the trusted sites of both when it is turned on', async () => {
    fake.storage.sync.items = { 'setting.trustedSites': [{ host: 'there.example', since: 1, why: 'popup' }] };
    await trustSite('here.example', 'popup');
    await saveSettings({ sync: true });
    await settled();
    const hosts = (await loadSettings()).trustedSites.map((site) => site.host);
    expect(hosts).toEqual(['here.example', 'there.example']);
    expect(fake.storage.sync.items['setting.trustedSites']).toHaveLength(2);
  });

  it('joins anew when it is turned on again: what others have chosen meanwhile is not taken from them', async () => {
    await saveSettings({ sync: true, keepDays: 3 });
    await settled();
    await saveSettings({ sync: false });
    await settled();
    const theirs = { 'setting.keepDays': 30, 'setting.country': 'FR' };
    await fake.storage.sync.set(theirs);
    await saveSettings({ sync: true });
    await settled();
    expect(await loadSettings()).toMatchObject({ keepDays: 30, country: 'FR' });
    expect(fake.storage.sync.items).toEqual(theirs);
  });

  it('ignores other browsers while it is off', async () => {
    await fake.storage.sync.set({ 'setting.keepDays': 31 });
    await settled();
    expect((await loadSettings()).keepDays).toBe(180);
  });

  it('sends the newest trusted sites that fit into one item', async () => {
    await saveSettings({ sync: true });
    for (let i = 0; i < 150; i += 1) await trustSite(`site-with-a-rather-long-name-${i}.example`, 'options');
    await settled();
    const sent = fake.storage.sync.items['setting.trustedSites'] as { host: string }[];
    expect(JSON.stringify(sent).length).toBeLessThan(8192);
    expect(sent.at(-1)?.host).toBe('site-with-a-rather-long-name-149.example');
    expect((await loadSettings()).trustedSites).toHaveLength(150);
  });

  describe('with more trusted sites than one item has room for', () => {
    const KEY = 'setting.trustedSites';
    type Sites = Awaited<ReturnType<typeof loadSettings>>['trustedSites'];
    const site = (n: number) => ({
      host: `site-with-a-rather-long-name-${n}.example`,
      since: 1,
      why: 'options' as const,
    });
    const here = async () => (await loadSettings()).trustedSites.map(({ host }) => host);
    const hosts = (from: number, to: number) =>
      Array.from({ length: to - from }, (_, n) => site(from + n).host);

    /** 150 sites here, of which the newest were sent. @returns what was sent, and the number of its first site. */
    async function start(): Promise<{ sent: Sites; first: number }> {
      await saveSettings({ sync: true, trustedSites: hosts(0, 150).map((_, n) => site(n)) });
      await settled();
      const sent = fake.storage.sync.items[KEY] as Sites;
      return { sent, first: 150 - sent.length };
    }

    it('keeps those that were not sent when another browser adds one, and the one that this pushes out', async () => {
      const { sent } = await start();
      await fake.storage.sync.set({ [KEY]: [...sent.slice(1), site(150)] });
      await settled();
      expect(await here()).toEqual(hosts(0, 151));
    });

    it('keeps those too when another browser takes one back, which goes here as well', async () => {
      const { first } = await start();
      for (const gone of [first, first + 9]) {
        const left = (await loadSettings()).trustedSites.filter(({ host }) => host !== site(gone).host);
        const sent = fake.storage.sync.items[KEY] as Sites;
        const theirs = { [KEY]: sent.filter(({ host }) => host !== site(gone).host) };
        const untrusted = [{ at: Date.now(), host: site(gone).host }];
        await fake.storage.sync.set({ ...theirs, 'setting.untrusted': untrusted });
        await settled();
        expect(await here()).toEqual(left.map(({ host }) => host));
      }
    });
  });

  it('keeps both of two saves that come close together', async () => {
    await saveSettings({ sync: true });
    await settled();
    slow(fake.storage.sync);
    await saveSettings({ keepDays: 3 });
    await pass(4);
    await saveSettings({ sensitivity: 'strict' });
    await pass(60);
    expect(await loadSettings()).toMatchObject({ keepDays: 3, sensitivity: 'strict' });
    await saveSettings({ keepDays: 4 });
    await saveSettings({ keepDays: 5 });
    await pass(60);
    expect(await loadSettings()).toMatchObject({ keepDays: 5, sensitivity: 'strict' });
    await vi.waitFor(() =>
      expect(fake.storage.sync.items).toEqual({ 'setting.keepDays': 5, 'setting.sensitivity': 'strict' }),
    );
  });

  it('keeps what could not be sent when another browser changes something else', async () => {
    await saveSettings({ sync: true });
    await settled();
    fake.storage.sync.failure = new Error('full');
    await saveSettings({ keepDays: 3 });
    await settled();
    fake.storage.sync.failure = null;
    await fake.storage.sync.set({ 'setting.sensitivity': 'strict' });
    await settled();
    expect(await loadSettings()).toMatchObject({ keepDays: 3, sensitivity: 'strict' });
  });

  it('takes nothing out of the others where it could not join at first', async () => {
    fake.storage.sync.items = { 'setting.keepDays': 30, 'setting.trustedPerson': { name: 'Ann', phone: '' } };
    fake.storage.sync.failure = new Error('The store does not answer.');
    await saveSettings({ sync: true });
    await settled();
    fake.storage.sync.failure = null;
    await saveSettings({ screenshots: false });
    await settled();
    expect(fake.storage.sync.items).toEqual({
      'setting.keepDays': 30,
      'setting.screenshots': false,
      'setting.trustedPerson': { name: 'Ann', phone: '' },
    });
    expect(await loadSettings()).toMatchObject({ keepDays: 30, trustedPerson: { name: 'Ann' } });
  });

  it('keeps what the person changes after it has joined, though nothing could be sent', async () => {
    fake.storage.sync.items = { 'setting.keepDays': 30 };
    const { set } = fake.storage.sync;
    fake.storage.sync.set = () => Promise.reject(new Error('full'));
    await saveSettings({ screenshots: false });
    await saveSettings({ sync: true });
    await settled();
    await saveSettings({ keepDays: 9 });
    await settled();
    expect(await loadSettings()).toMatchObject({ keepDays: 9, screenshots: false });
    fake.storage.sync.set = set;
    await saveSettings({ textSize: 150 });
    await settled();
    expect(fake.storage.sync.items).toMatchObject({ 'setting.keepDays': 9, 'setting.screenshots': false });
  });

  describe('where the settings of this browser cannot be read for a moment', () => {
    /** From now on, until the answer is called. */
    function unreadable(): () => void {
      const { get } = fake.storage.local;
      fake.storage.local.get = (keys) =>
        keys === 'settings' ? Promise.reject(new Error('The store cannot be read.')) : get(keys);
      return () => void (fake.storage.local.get = get);
    }

    it('takes what another browser changed then before it sends again: no trust comes back', async () => {
      await saveSettings({ sync: true });
      await trustSite('taken-back.example', 'options');
      await settled();
      const readable = unreadable();
      const untrusted = [{ at: Date.now(), host: 'taken-back.example' }];
      const told = { 'setting.trustedSites': [], 'setting.untrusted': untrusted };
      await fake.storage.sync.set(told);
      await settled();
      readable();
      await saveSettings({ keepDays: 3 });
      await settled();
      expect((await loadSettings()).trustedSites).toEqual([]);
      expect(fake.storage.sync.items).toEqual({ 'setting.keepDays': 3, ...told });
    });

    it('is not taken for turned off: what was saved here then is sent with the next', async () => {
      await saveSettings({ sync: true, keepDays: 30 });
      await settled();
      const saved = saveSettings({ keepDays: 3 });
      const { set } = fake.storage.local;
      let readable = (): void => undefined;
      fake.storage.local.set = (fresh) => {
        fake.storage.local.set = set;
        readable = unreadable();
        return set(fresh);
      };
      await saved;
      await settled();
      readable();
      await saveSettings({ screenshots: false });
      await settled();
      expect(await loadSettings()).toMatchObject({ keepDays: 3, screenshots: false });
      expect(fake.storage.sync.items).toMatchObject({ 'setting.keepDays': 3, 'setting.screenshots': false });
    });
  });

  it('takes back what another browser has taken back, and nothing damaged', async () => {
    await saveSettings({ sync: true, keepDays: 3, country: 'FR' });
    await settled();
    await fake.storage.sync.set({ 'setting.keepDays': { reset: Date.now() }, 'setting.country': 'nowhere' });
    await settled();
    expect(await loadSettings()).toMatchObject({ keepDays: 180, country: 'FR' });
  });
});
