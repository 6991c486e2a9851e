import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Case } from '../../src/messages/ui-messages';
import type { OpenPage } from '../rig/browser-rig';
import { tabsOf } from '../rig/browser-rig';
import { BROWSERS, GUIDE, Scene, WARNING } from './scene';

const WARNED = ['words-only-locker', 'fullscreen-keyboard-lock', 'beforeunload', 'sound-loop'];
const CLOSED_BY_ITSELF = ['alert-loop', 'confirm-loop'];

describe.each(BROWSERS)('a fake-support page in %s', (kind) => {
  let scene: Scene;
  beforeAll(async () => {
    scene = await Scene.open(kind, { popupsAllowed: true });
  });
  afterEach(() => scene.clear());
  afterAll(() => scene.close());

  async function noticed(page: OpenPage): Promise<Case> {
    const found = await scene.noticed(page);
    if (!found) throw new Error('It was not noticed.');
    return found;
  }

  async function isOver(page: OpenPage, found: Case): Promise<void> {
    expect(await scene.isClosed(page, found), 'its tab is gone').toBe(true);
    expect(await scene.inFront(GUIDE, found.id), 'the guide is in front').toBe(true);
    expect(scene.rig.alive(), 'the browser is open').toBe(true);
  }

  it.each(WARNED)('%s: warned, one press closes it, the guide follows', async (name) => {
    const page = await scene.visit(`${name}.html`);
    const found = await noticed(page);
    if (found.level === 'warn') {
      expect(await scene.inFront(WARNING, found.id), 'the warning is in front').toBe(true);
      await scene.pressClose(found.id);
    }
    await isOver(page, found);
  });

  it.each(CLOSED_BY_ITSELF)('%s: closed without the person doing anything', async (name) => {
    const page = await scene.visit(`${name}.html`);
    const found = await noticed(page);
    await isOver(page, found);
  });

  it('a swarm of ten windows goes as one', async () => {
    const page = await scene.visit('swarm.html');
    const found = await noticed(page);
    if (found.level === 'warn' && (await scene.inFront(WARNING, found.id, 1_500)))
      await scene.pressClose(found.id);
    await isOver(page, found);
    const windows = new Set((await tabsOf(scene.rig)).map(({ windowId }) => windowId));
    expect(windows.size, 'only the first window is left').toBe(1);
  });
});
