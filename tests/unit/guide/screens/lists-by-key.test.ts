// @vitest-environment jsdom
import { afterEach, beforeAll, expect, it, vi } from 'vitest';
import { settled } from '../../browser-with-storage';
import { openPage } from '../../ui/open-page';

vi.stubGlobal('scrollTo', vi.fn());

const PLAN = { answers: { happened: ['remote'], means: [], secrets: [] }, system: 'linux', at: Date.now() };

async function open(hash: string) {
  window.history.replaceState(null, '', `/${hash}`);
  const page = openPage();
  const settings = { version: 1, language: 'en', country: 'FR' };
  Object.assign(page.fake.storage.local.items, { settings, guideProgress: PLAN });
  await import('../../../../src/ui/guide/guide');
  await page.drawn('#heading');
  await settled();
  return page;
}

/** Reading the modules for the first time takes a busy machine seconds. */
beforeAll(async () => void (await open('')), 60_000);
afterEach(() => vi.useRealTimers());

it.each([
  ['#help', '#country', ['DE', 'DK', 'BE']],
  ['#plan', '#device-system', ['macos', 'windows-10', 'windows-11']],
])('%s: each key in the list %s leaves the list where it is, and the last counts', async (hash, id, keys) => {
  const { part, until } = await open(hash);
  const list = part<HTMLSelectElement>(id);
  list.closest('details')?.setAttribute('open', '');
  list.focus();
  for (const value of keys) {
    list.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowDown', bubbles: true }));
    list.value = value;
    list.dispatchEvent(new Event('change'));
    await settled();
    expect(part(id), 'the very list').toBe(list);
  }
  await until(() => expect(part(id)).not.toBe(list));
  await until(() => expect(document.activeElement).toBe(part(id)));
  expect(part<HTMLSelectElement>(id).value).toBe(keys.at(-1));
});
