// @vitest-environment jsdom
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { settled } from '../browser-with-storage';
import { openPage } from './open-page';

/** Whether a key that is pressed, or held down, does what it does there. */
const works = (at: Element, key: string, repeat: boolean): boolean =>
  at.dispatchEvent(new KeyboardEvent('keydown', { key, repeat, bubbles: true, cancelable: true }));

/** The question before a remote-control program, by its own page. */
async function guard() {
  window.history.replaceState(
    null,
    '',
    '/?program=AnyDesk&address=https%3A%2F%2Ffiles.example%2FAnyDesk.exe',
  );
  vi.stubGlobal('stop', vi.fn());
  const page = openPage();
  Object.assign(page.fake, { tabs: { getCurrent: async () => ({ id: 4 }) } });
  await import('../../../src/ui/guard/guard');
  await page.drawn('#guard-yes');
  return page;
}

async function welcome() {
  window.history.replaceState(null, '', '#3');
  const page = openPage();
  await import('../../../src/ui/welcome/welcome');
  await page.drawn('#person-name');
  return page;
}

/** Reading the modules for the first time takes a busy machine seconds. */
beforeAll(async () => {
  await guard();
  await welcome();
}, 60_000);

describe('a key that is held down', () => {
  it('does not pass over "Hang up now.", whose button stands under it the moment it comes', async () => {
    const { part, drawn } = await guard();
    expect(works(part('#guard-yes'), 'Enter', false)).toBe(true);
    part('#guard-yes').click();
    await drawn('#guard-guide');
    await settled();
    expect(document.activeElement?.id).toBe('guard-guide');
    for (const key of ['Enter', ' '])
      expect([works(part('#guard-guide'), key, true), works(part('#guard-guide'), key, false)], key).toEqual([
        false,
        true,
      ]);
  });

  it('does what it does where one writes or reads, and only Enter and Space press', async () => {
    const { part } = await welcome();
    expect(works(part('#person-name'), ' ', true)).toBe(true);
    expect(works(document.body, ' ', true)).toBe(true);
    expect(works(part('#next'), 'Tab', true)).toBe(true);
    expect(works(part('#next'), 'Enter', true)).toBe(false);
    expect(works(part('a.button'), 'Enter', true)).toBe(false);
  });
});
