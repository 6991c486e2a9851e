import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { FakeBrowser } from '../fake-browser';
import { doneWithin } from '../clock-by-hand';

beforeEach(() => void vi.useFakeTimers().setTimerTickMode('nextTimerAsync'));
afterEach(() => vi.useRealTimers());

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** The settings of a person who wants nothing closed and no pictures, in a store that answers after `answersIn` ms. */
async function start(answersIn: number) {
  vi.resetModules();
  const fake = new FakeBrowser();
  const stored = { version: 1, closeByItself: false, screenshots: false };
  fake.stores.local.set('settings', stored);
  const { get } = fake.api.storage.local;
  fake.api.storage.local.get = async (key) => {
    await pause(answersIn);
    return get(key);
  };
  vi.doMock('../../../../src/browser/api', () => ({ browser: fake.api }));
  return { fake, ...(await import('../../../../src/background/session/current-settings')) };
}

describe('the settings in force', () => {
  it('are those of the person as soon as a late store has answered', async () => {
    const { currentSettings } = await start(800);
    expect(await currentSettings()).toMatchObject({ closeByItself: true, screenshots: true });
    await pause(1_000);
    expect(await currentSettings()).toMatchObject({ closeByItself: false, screenshots: false });
  });

  it('are waited for half a second, once', async () => {
    const { currentSettings } = await start(60_000);
    const settings = await doneWithin(600, async () => {
      for (let n = 0; n < 4; n += 1) await currentSettings();
      return currentSettings();
    });
    expect(settings).toMatchObject({ closeByItself: true });
  });

  it('are asked for again where the store failed', async () => {
    const { currentSettings, fake } = await start(1);
    fake.faults.set('storage.local.get', 'reject');
    expect(await currentSettings()).toMatchObject({ closeByItself: true });
    fake.faults.clear();
    expect(await currentSettings()).toMatchObject({ closeByItself: false });
  });

  it('are read once, and again after a change', async () => {
    const { currentSettings, forgetSettings, fake } = await start(1);
    await currentSettings();
    await currentSettings();
    const reads = () => fake.calls.filter((call) => call === 'storage.local.get').length;
    const before = reads();
    fake.stores.local.set('settings', { version: 1, closeByItself: true });
    forgetSettings();
    expect(await currentSettings()).toMatchObject({ closeByItself: true });
    expect(reads()).toBeGreaterThan(before);
  });
});
