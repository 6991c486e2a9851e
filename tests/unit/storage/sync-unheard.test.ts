import { beforeEach, describe, expect, it, vi } from 'vitest';
import { browserWithStorage, settled, type BrowserWithStorage } from '../browser-with-storage';

const held = vi.hoisted(() => ({ browser: null as unknown }));
vi.mock('../../../src/browser/api', () => ({
  get browser() {
    return held.browser;
  },
}));

let fake: BrowserWithStorage;
beforeEach(() => void (fake = browserWithStorage()));

/** A worker that starts with what the stores hold; the one before hears nothing any more. */
async function startWorker() {
  const { local, sync } = fake.storage;
  fake = browserWithStorage();
  Object.assign(fake.storage.local, { items: local.items });
  Object.assign(fake.storage.sync, { items: sync.items });
  held.browser = fake;
  vi.resetModules();
  const parts = {
    ...(await import('../../../src/storage/settings-sync')),
    ...(await import('../../../src/storage/settings-store')),
  };
  parts.watchSync();
  return parts;
}

/** As sync brings it while nobody listens. */
const unheard = (items: object): void => void Object.assign(fake.storage.sync.items, items);

describe('what another browser changed while this one could not hear it', () => {
  it('is not undone by the next change here, and taken when it starts after an update', async () => {
    const { saveSettings } = await startWorker();
    await saveSettings({ sync: true, keepDays: 3, country: 'FR' });
    await settled();
    unheard({ 'setting.keepDays': 30 });
    await saveSettings({ sensitivity: 'strict' });
    await settled();
    const all = { 'setting.keepDays': 30, 'setting.country': 'FR', 'setting.sensitivity': 'strict' };
    expect(fake.storage.sync.items).toEqual(all);
    const next = await startWorker();
    await next.settleSync();
    await settled();
    expect(await next.loadSettings()).toMatchObject({ keepDays: 30, country: 'FR', sensitivity: 'strict' });
    expect(fake.storage.sync.items).toEqual(all);
  });

  it('does not take the place of what was changed here and could not be sent yet', async () => {
    const { saveSettings } = await startWorker();
    await saveSettings({ sync: true, keepDays: 3 });
    await settled();
    fake.storage.sync.failure = new Error('full');
    await saveSettings({ keepDays: 9 });
    await settled();
    const next = await startWorker();
    unheard({ 'setting.keepDays': 30, 'setting.country': 'FR' });
    await next.settleSync();
    await settled();
    expect(await next.loadSettings()).toMatchObject({ keepDays: 9, country: 'FR' });
    expect(fake.storage.sync.items).toMatchObject({ 'setting.keepDays': 9, 'setting.country': 'FR' });
  });

  it('is not undone by what had to be sent twice', async () => {
    const { saveSettings } = await startWorker();
    await saveSettings({ sync: true });
    await settled();
    fake.storage.sync.failure = new Error('full');
    await saveSettings({ keepDays: 9 });
    await settled();
    await saveSettings({ keepDays: 10 });
    await settled();
    fake.storage.sync.failure = null;
    await saveSettings({ keepDays: 11 });
    await settled();
    expect(fake.storage.sync.items).toEqual({ 'setting.keepDays': 11 });
    unheard({ 'setting.keepDays': 30 });
    await saveSettings({ country: 'FR' });
    await settled();
    expect(fake.storage.sync.items).toMatchObject({ 'setting.keepDays': 30, 'setting.country': 'FR' });
  });
});

it('a change is sent by the next worker where the first was stopped before it could', async () => {
  const first = await startWorker();
  await first.saveSettings({ sync: true });
  await settled();
  fake.storage.sync.failure = new Error('full');
  await first.saveSettings({ keepDays: 9 });
  await settled();
  const next = await startWorker();
  await next.saveSettings({ screenshots: false });
  await settled();
  expect(fake.storage.sync.items).toEqual({ 'setting.keepDays': 9, 'setting.screenshots': false });
});

it('a change that could not be sent is sent at the next start, without another change', async () => {
  const first = await startWorker();
  await first.saveSettings({ sync: true });
  await settled();
  fake.storage.sync.failure = new Error('full');
  await first.saveSettings({ keepDays: 9 });
  await settled();
  const next = await startWorker();
  await next.settleSync();
  await settled();
  expect(fake.storage.sync.items).toEqual({ 'setting.keepDays': 9 });
});

describe('what was changed here while no worker could hear it', () => {
  const host = 'shop.example';

  async function startWithSite() {
    const { saveSettings, trustSite } = await startWorker();
    await saveSettings({ sync: true, keepDays: 3 });
    await trustSite(host, 'options');
    await settled();
  }

  it('is sent at the next start, and not undone by what the others have', async () => {
    await startWithSite();
    const settings = fake.storage.local.items.settings as object;
    Object.assign(fake.storage.local.items, { settings: { ...settings, keepDays: 9 } });
    const next = await startWorker();
    unheard({ 'setting.keepDays': 30, 'setting.country': 'FR' });
    await next.settleSync();
    await settled();
    expect(await next.loadSettings()).toMatchObject({ keepDays: 9, country: 'FR' });
    expect(fake.storage.sync.items).toMatchObject({ 'setting.keepDays': 9, 'setting.country': 'FR' });
  });

  it('takes a trust back in the others, too', async () => {
    await startWithSite();
    const settings = fake.storage.local.items.settings as object;
    Object.assign(fake.storage.local.items, { settings: { ...settings, trustedSites: [] } });
    const next = await startWorker();
    await next.settleSync();
    await settled();
    expect((await next.loadSettings()).trustedSites).toEqual([]);
    expect(fake.storage.sync.items).toMatchObject({
      'setting.trustedSites': [],
      'setting.untrusted': [expect.objectContaining({ host })],
    });
  });
});

it('a change is sent though a full disk keeps its name from being written down', async () => {
  const { saveSettings } = await startWorker();
  await saveSettings({ sync: true });
  await settled();
  const { set } = fake.storage.local;
  fake.storage.local.set = (items) => ('settings' in items ? set(items) : Promise.reject(new Error('full')));
  fake.storage.sync.failure = new Error('full');
  await saveSettings({ keepDays: 9 });
  await settled();
  fake.storage.sync.failure = null;
  await saveSettings({ screenshots: false });
  await settled();
  expect(fake.storage.sync.items).toEqual({ 'setting.keepDays': 9, 'setting.screenshots': false });
});
