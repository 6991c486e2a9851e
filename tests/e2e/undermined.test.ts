import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { OpenPage } from '../rig/browser-rig';
import { sleep, until } from '../rig/processes';
import { BROWSERS, Scene } from './scene';

/** In a page: whether its calls are disarmed. */
const DISARMED = `(() => { const mine = Math.random(); history.replaceState(mine, ''); return history.state !== mine })()`;
/** In a page: has the page itself go on, as a link of it would. */
const GO_ON = `(() => { const script = document.createElement('script');
  script.textContent = "location.href = 'words-only-locker.html'"; document.body.append(script); return 1 })()`;
/** With its host a little under 4,096 characters: the longest referrer that the browsers hand on whole. */
const LONG_QUERY = 'x'.repeat(4_000);

describe.each(BROWSERS)('a page that works against its watch in %s', (kind) => {
  let scene: Scene;
  beforeAll(async () => {
    scene = await Scene.open(kind);
  });
  afterEach(() => scene.clear());
  afterAll(() => scene.close());

  async function isDisarmed(page: OpenPage): Promise<boolean> {
    const disarmed = () => scene.rig.inPage<boolean>(page, DISARMED);
    return (await until(5_000, async () => (await disarmed()) || undefined)) === true;
  }

  it('clears all timers all the time: what it shows later is noticed', async () => {
    const page = await scene.visit('sweeping-locker.html');
    await sleep(5_000);
    await scene.noticed(page);
  });

  it('puts its code where an order runs: it finds no way to the channel, and stays disarmed', async () => {
    const page = await scene.visit('channel-thief.html');
    await scene.noticed(page);
    expect(await isDisarmed(page)).toBe(true);
    expect(await scene.rig.inPage<number>(page, 'ran'), 'its code ran').toBeGreaterThan(0);
    expect(await scene.rig.inPage<string[]>(page, 'stolen')).toEqual([]);
    await sleep(500);
    expect(await isDisarmed(page)).toBe(true);
  });

  it('puts setters in the place of list entries: nothing of ours comes there', async () => {
    const page = await scene.visit('list-setters.html');
    await scene.noticed(page);
    expect(await scene.rig.inPage<number>(page, 'called')).toBe(0);
    expect(await isDisarmed(page)).toBe(true);
  });

  it('hides the words of its dialogs behind a thousand invisible letters', async () => {
    await scene.noticed(await scene.visit('padded-dialogs.html'));
  });

  it('came from an address so long that the worker would refuse it', async () => {
    const from = await scene.visitWhole(`form-beforeunload.html?${LONG_QUERY}`);
    await scene.rig.inPage(from, GO_ON);
    await scene.noticed(from);
    expect(await scene.rig.inPage<number>(from, 'document.referrer.length')).toBeGreaterThan(4_000);
  });
});
