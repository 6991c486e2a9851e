// @vitest-environment jsdom
import { beforeAll, expect, it, vi } from 'vitest';
import texts from '../../../../src/texts/en/guide-help.json';
import { openPage } from '../../ui/open-page';

/** Paper opens no screen: where the plan leads to "Who helps", what stands there is printed behind the plan. */

vi.stubGlobal('scrollTo', vi.fn());

async function printed(happened: string[], policy: object = {}): Promise<string> {
  window.history.replaceState(null, '', '/#plan');
  const page = openPage();
  const saved = { answers: { happened, means: ['card'], secrets: [] }, marks: {}, system: 'windows-11' };
  Object.assign(page.fake.storage.local.items, {
    settings: { version: 1, language: 'en', country: 'FR' },
    guideProgress: { ...saved, browser: 'chrome', caseId: null, incidentId: null, at: Date.now() },
  });
  Object.assign(page.fake.storage.managed.items, policy);
  await import('../../../../src/ui/guide/guide');
  await page.drawn('div.print-only');
  return page.part('div.print-only').textContent ?? '';
}

/** Reading the modules for the first time takes a busy machine seconds. */
beforeAll(async () => void (await printed(['paid'])), 60_000);

it('the services of the country, with its name, numbers and addresses', async () => {
  const paper = await printed(['paid']);
  expect(paper).toContain(texts['help.title']);
  expect(paper).toContain('France');
  expect(paper).toContain('17Cyber');
  expect(paper).toContain('https://17cyber.gouv.fr');
});

it("the organisation's own where it has named some, and no other", async () => {
  const service = { name: 'Our desk', what: '', phone: '01 99 00 12 34', address: '' };
  const paper = await printed(['paid'], { helpChannels: [service] });
  expect(paper).toContain('Our desk');
  expect(paper).not.toContain('17Cyber');
});
