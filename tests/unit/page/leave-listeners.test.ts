import { expect, test } from 'vitest';
import { give } from './hook-page';
import { useHookPages } from './use-hook-pages';

const pages = useHookPages();
const { run } = pages;

/** How many listeners of the window would be asked before the page is left. */
async function listeners(): Promise<number> {
  const session = await pages.hooked.context().newCDPSession(pages.hooked);
  const { result } = await session.send('Runtime.evaluate', { expression: 'window' });
  const found = await session.send('DOMDebugger.getEventListeners', { objectId: result.objectId ?? '' });
  await session.detach();
  return found.listeners.filter(({ type }) => type === 'beforeunload').length;
}

// A listener slows every navigation, and keeps the page out of Firefox's back-forward cache.
test.each(['', ', true'])('no listener of ours stays on a page that is trusted again: ask%s', async (how) => {
  await run(`window.ask = () => {}; addEventListener('beforeunload', ask${how})`);
  expect(await listeners()).toBe(2);
  await give(pages.hooked, 'stand-down');
  expect(await listeners()).toBe(1);
});

test.each(['', ', true', ', { capture: true }'])(
  'a judged page asks no more, before and after: ask%s',
  async (how) => {
    const leave = `window.asked = 0; dispatchEvent(new Event('beforeunload', { cancelable: true })); return window.asked`;
    const listen = `addEventListener('beforeunload', () => window.asked++${how})`;
    await run(listen);
    expect(await run(leave)).toBe(1);
    await give(pages.hooked, 'defuse');
    expect(await run(leave)).toBe(0);
    await run(`document.open(); document.write('<p>hello'); document.close(); ${listen}`);
    expect(await run(leave), 'written anew').toBe(0);
  },
);
