// @vitest-environment jsdom
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { settled } from '../../browser-with-storage';
import { openPage } from '../../ui/open-page';

vi.stubGlobal('scrollTo', vi.fn());

const NONE_KNOWN = 'We know of none for this device. Look for its name all the same.';

/** The card of a program on the screen that finds them, for another device. @returns its lines in their order */
async function cardOf(typed: string, system: string): Promise<string[]> {
  window.history.replaceState(null, '', '/#tools');
  const page = openPage();
  await import('../../../../src/ui/guide/guide');
  await page.drawn('#device-system');
  await settled();
  await page.enter('#device-system', system);
  const field = page.part('.field input') as HTMLInputElement; // the one field of this screen
  field.value = typed;
  field.dispatchEvent(new Event('input'));
  return [...page.main.querySelectorAll('.results .card :is(h2, h3, p)')].map(
    (line) => line.textContent ?? '',
  );
}

/** Reading the modules for the first time takes a busy machine seconds. */
beforeAll(async () => void (await cardOf('anydesk', 'windows-11')), 60_000);

describe('a program of which we know none for this device', () => {
  it.each([
    ['macos', 'Remove every program installed that day. Sort your programs by date.'],
    ['iphone', 'Look through your apps. Remove each one that came that day.'],
  ])(
    'is not denied on %s: its name is looked for all the same, and what came that day removed',
    async (system, step) => {
      const [name, none, , how, removed] = await cardOf('ultraviewer', system);
      expect([name, none, how, removed]).toEqual(['UltraViewer', NONE_KNOWN, 'How to remove it', step]);
    },
  );
});

it.each([
  ['quick assist', 'macos', 'Quit Quick Assist. Move it from Applications to the Bin. Look at Login Items.'],
  ['rustdesk', 'iphone', 'Hold your finger on RustDesk, then choose Remove.'],
])('%s on %s is known, and how it goes', async (typed, system, way) => {
  const lines = await cardOf(typed, system);
  expect(lines).toContain(way);
  expect(lines).not.toContain(NONE_KNOWN);
});
