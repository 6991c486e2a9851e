import { expect, it } from 'vitest';
import { startWorker } from '../worker-parts';

const WARNING = 'chrome-extension://sangfroid/src/ui/warning/warning.html';
const CASE = { id: 'case-1', tabId: 7, injectedIntoHonestSite: false };

/** The address of a warning where the browser speaks `browserLanguage` and the person chose `chosen`. */
async function addressOf(browserLanguage: string, chosen = 'auto', changed = {}): Promise<string> {
  const { fake } = await startWorker();
  fake.api.i18n.getUILanguage = () => browserLanguage;
  if (chosen !== 'auto') await fake.api.storage.local.set({ settings: { version: 1, language: chosen } });
  const { warningAddress } = await import('../../../../src/background/display/warning-address');
  return warningAddress({ ...CASE, ...changed });
}

it.each([
  ['fr', 'fr'],
  ['fr-CA', 'fr'],
  ['DE', 'de'],
  ['pt_BR', 'pt'],
  ['frr', 'frr'],
])('a browser in %s has its warning speak %s before its script runs', async (browserLanguage, words) => {
  expect(await addressOf(browserLanguage)).toBe(`${WARNING}?case=case-1&tab=7#${words}`);
});

it('the language that a person chose is that of the first words', async () => {
  expect(await addressOf('fr', 'ja')).toBe(`${WARNING}?case=case-1&tab=7#ja`);
});

it('of a genuine site nobody is told at first that it is a scam', async () => {
  expect(await addressOf('fr', 'auto', { injectedIntoHonestSite: true })).toBe(
    `${WARNING}?case=case-1&tab=7`,
  );
});

it('the tab of a warning is read from its address, with the language in it or without', async () => {
  await startWorker();
  const { warnedTabOf } = await import('../../../../src/background/display/warning-address');
  expect(warnedTabOf(`${WARNING}?case=case-1&tab=7#fr`)).toBe(7);
  expect(warnedTabOf(`${WARNING}?case=case-1&tab=7`)).toBe(7);
  expect(warnedTabOf(`${WARNING}?blocked=1&case=case-1#tab=7`)).toBeNull();
});
