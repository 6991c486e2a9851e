import { describe, expect, it } from 'vitest';
import { TAKEN } from '../../../src/messages/content-messages';
import { startWorker } from './worker-parts';

const GATE = { type: 'gate', title: '', referrer: '', text: '', doc: 'd' };

/** A report of a page, as the browser hands it to the worker. */
async function report(where: { documentLifecycle?: string; documentId?: string; frameId?: number } = {}) {
  const { fake } = await startWorker();
  const { hear } = await import('../../../src/background/inbox');
  const tab = fake.addTab('http://page.test/');
  const from = { id: fake.api.runtime.id, frameId: 0, url: tab.url, tab, ...where };
  return { fake, tab, answer: () => hear(GATE, from as never) }; // the fields that are looked at
}

describe('a report of a page', () => {
  it('is answered once it is taken in, so that the page does not tell it again', async () => {
    const { answer } = await report();
    expect(await answer()).toBe(TAKEN);
  });

  it('is answered too where the page is not shown yet and is to tell it later', async () => {
    const { answer } = await report({ documentLifecycle: 'prerender', documentId: 'x' });
    expect(await answer()).toBe(TAKEN);
  });

  it.each(['pending_deletion', 'cached'])(
    'of a page that was left (%s) is taken for no part of the next',
    async (life) => {
      const { fake, tab, answer } = await report({ documentLifecycle: life, frameId: 8 });
      expect(await answer()).toBe(TAKEN);
      const { tabStates } = await import('../../../src/background/state/tab-state');
      expect((await tabStates.read(String(tab.id))).frames).toEqual({});
      expect(fake.calls).not.toContain('scripting.executeScript');
    },
  );

  it('that got lost is not, and is told again', async () => {
    const { fake, answer } = await report();
    const { tabStates } = await import('../../../src/background/state/tab-state');
    tabStates.update = () => Promise.reject(new Error('lost'));
    expect(await answer()).not.toBe(TAKEN);
    expect(fake.calls).not.toContain('scripting.executeScript');
  });
});
