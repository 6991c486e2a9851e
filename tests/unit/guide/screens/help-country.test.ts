// @vitest-environment jsdom
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { settled } from '../../browser-with-storage';
import { openPage } from '../../ui/open-page';

vi.stubGlobal('scrollTo', vi.fn());

/** What the page is told of failures that nobody caught: it turns them into a sentence in sight (page.ts). */
const failures: unknown[] = [];
process.on('unhandledRejection', (reason) => void failures.push(reason));

const CHOSEN_FOR_YOU = 'Chosen from your browser’s language.';

/** "Who helps" for a country of the settings; `full`: nothing more can be stored. */
async function open(country: string, full = false) {
  window.history.replaceState(null, '', '/#help');
  const page = openPage();
  Object.assign(page.fake.storage.local.items, { settings: { version: 1, language: 'en', country } });
  await import('../../../../src/ui/guide/guide');
  await page.drawn('#country');
  await settled();
  if (full) page.fake.storage.local.set = () => Promise.reject(new Error('The disk is full.'));
  return { ...page, shown: () => page.main.textContent ?? '' };
}

/** Reading the modules for the first time takes a busy machine seconds. */
beforeAll(async () => void (await open('FR')), 60_000);

describe('the country of those who help', () => {
  it('that a person chooses is shown also where the disk is full, and they are told that it is not kept', async () => {
    const { shown, enter, until } = await open('FR', true);
    expect(shown()).toContain('17Cyber');
    await enter('#country', 'BE');
    await until(() => expect(shown()).toContain('Card Stop'));
    expect(shown()).not.toContain('17Cyber');
    await until(() => expect(failures.map((one) => (one as Error).message)).toEqual(['errors.notStored']));
  });

  it('has opening hours and regions as its readers write them', async () => {
    const american = (await open('US')).shown();
    expect(american).toMatch(/10:00\sAM to 6:00\sPM/);
    expect(american).not.toContain('18:00');
    expect((await open('GB')).shown()).toContain('Scotland only');
    expect((await open('MX')).shown()).toContain('Mexico City only');
  });

  it('that a person has chosen is not said to come from the language', async () => {
    const { shown } = await open('BE');
    expect(shown()).not.toContain(CHOSEN_FOR_YOU);
    expect((await open('auto')).shown()).toContain(CHOSEN_FOR_YOU);
  });
});

it('the day on which a source was read is that day west of Greenwich too', async () => {
  vi.stubEnv('TZ', 'America/Los_Angeles');
  const { main } = await open('FR');
  const days = new Set(
    [...main.querySelectorAll('.channel')].map(
      ({ textContent }) => /read on (.*?, \d{4})/.exec(textContent)?.[1],
    ),
  );
  vi.unstubAllEnvs();
  const { default: table } = await import('../../../../rules/help-channels.json');
  const read = table.channels.filter(({ country }) => ['FR', '*'].includes(country));
  const date = new Intl.DateTimeFormat('en', { dateStyle: 'long', timeZone: 'UTC' });
  expect(days).toEqual(
    new Set(read.map(({ phone, url }) => date.format(Date.parse((phone ?? url)?.verified ?? '')))),
  );
});
