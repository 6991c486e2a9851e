import { describe, expect, test } from 'vitest';
import { claimsOf } from './hook-page';
import { useHookPages } from './use-hook-pages';

const pages = useHookPages();
const { acts, run } = pages;

/** Opens a window with an address and uses it before that has loaded. */
const OPEN_AND_SPEAK = `const w = open('/q'); w.alert('call us'); w.close()`;

describe('a window with an address', () => {
  test('is hooked before the page gets it', async () => {
    await run(OPEN_AND_SPEAK);
    expect(await acts()).toEqual(['open-window', 'alert']);
  });

  test('is hooked after a click, too', async () => {
    await pages.hooked.click('p');
    await run(OPEN_AND_SPEAK);
    expect(await acts()).toEqual(['open-window', 'alert']);
  });
});

test('an empty frame that opens an address in its own place is not hooked twice', async () => {
  const told = await run(`const f = document.createElement('iframe'); document.body.append(f);
    const { contentWindow: w } = f; w.open('/q', '_self'); w.alert('once');
    return w[Symbol.for('line')].claims.map(({ act }) => act).join()`);
  expect(told).toBe('open-window,alert');
  expect(await claimsOf(pages.hooked)).toEqual([]);
});
