import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { casesOf } from '../rig/browser-rig';
import { sleep } from '../rig/processes';
import { comesTrue } from './browsing';
import { BROWSERS, Scene } from './scene';

/** Longer than a page may be silent (src/background/watch/heartbeat.ts), and one look of the worker more. */
const READS_MS = 5_000;

/** The page with its form comes first, 2 s later its box. */
const AND_ITS_BOX_MS = 3_000;
/** A busy machine is slower by so much. */
const COME_MS = 5_000;

describe.each(BROWSERS)('a page that opens one box in %s', (kind) => {
  let scene: Scene;
  beforeAll(async () => {
    scene = await Scene.open(kind);
  });
  afterEach(() => scene.clear());
  afterAll(() => scene.close());

  it('over a form to sign in may be warned of, and stays while it is read', async () => {
    const text =
      'Su tarjeta ha sido bloqueada por seguridad. Llame a su oficina o al 900 000 210, las 24 horas.';
    const page = await scene.visit(`late-box.html?say=${encodeURIComponent(text)}`);
    const told = () =>
      scene.rig.ask<boolean>(`const all = Object.values(await browser.storage.session.get(null));
        return all.flatMap((one) => Object.values(one?.frames ?? {})).some(({ acts }) => acts?.alert?.count >= 1)`);
    expect(await comesTrue(AND_ITS_BOX_MS + COME_MS, told), 'its box opened').toBe(true);
    await sleep(READS_MS);
    expect(await scene.tabsWith(page), 'its tab is there').toHaveLength(1);
    const ended = (await casesOf(scene.rig)).filter(({ state }) => state !== 'warned');
    expect(ended, 'nothing was closed').toEqual([]);
  });

  it.each([
    'Do not refresh this page or press the Back button while your payment is being processed.',
    'Ihr Konto wurde nach mehreren fehlgeschlagenen Anmeldungen gesperrt. Der IT-Helpdesk hat die Nummer 030 23125 410.',
  ])('before it is parsed stays while the person reads what an honest site says: %s', async (text) => {
    const page = await scene.visit(`early-box.html?say=${encodeURIComponent(text)}`);
    await sleep(READS_MS);
    expect(await casesOf(scene.rig), 'no case').toEqual([]);
    expect(await scene.tabsWith(page), 'its tab is there').toHaveLength(1);
  });
});
