import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ContentMessage } from '../../../../src/messages/content-messages';
import { gate, WORDS } from '../scam-words';
import { ARTICLE, facts, SITE, start } from './telling-frames';

beforeEach(() => void vi.useFakeTimers().setTimerTickMode('nextTimerAsync'));
afterEach(() => vi.useRealTimers());

describe('a page of the same site that only holds the scam in a frame', () => {
  const next = (documentId: string) => ({ frameId: 0, documentId });

  it('is judged without the article that stood in its tab before', async () => {
    const { shows, list, known, tabStates, tab, asked } = await start();
    await shows(0, ARTICLE, { address: SITE, documentId: 'one' });
    list(next('two'), 7);
    await shows(7, WORDS, { address: 'https://frame.test/', documentId: 'inner' });
    expect(await known()).toBe('warn 0 7');
    const { frames, documents } = await tabStates.read(String(tab.id));
    expect([frames[0]?.doc, frames[0]?.address, frames[0]?.facts]).toEqual(['', SITE, null]);
    expect(documents, 'it is counted once it tells something').toHaveLength(1);
    expect(asked(), 'once for its top, once for its frames').toBe(2);
  });

  it.each<[string, string | undefined, string | undefined]>([
    ['it is that very page', 'one', 'one'],
    ['the browser names no documents', undefined, undefined],
    ['the browser does not say', 'one', undefined],
  ])('is not thought of where %s', async (_what, told, listed) => {
    const { shows, list, known, tabStates, tab } = await start();
    await shows(0, ARTICLE, { address: SITE, ...(told && { documentId: told }) });
    if (listed === undefined) list(0, 7);
    else list(next(listed), 7);
    await shows(7, WORDS, { address: 'https://frame.test/' });
    expect(await known()).toBe('quiet 0 7');
    expect((await tabStates.read(String(tab.id))).frames[0]?.doc).toBe('d0');
  });

  describe('in a browser that names no documents', () => {
    const next = { doc: '', place: -1, outer: false };
    /** The level after an article at the top and a scam in a frame, where the page itself answers so. */
    async function level(answer: object | null, acts: ContentMessage[] = []): Promise<string> {
      const { fake, shows, tells, list, known } = await start();
      await shows(0, ARTICLE, { address: SITE });
      await tells(0, acts, { address: SITE });
      list(0, 7);
      const executeScript = () => Promise.resolve(answer ? [{ frameId: 0, result: answer }] : []);
      Object.assign(fake.api.scripting, { executeScript });
      await tells(7, [gate(WORDS)], { address: 'https://frame.test/' });
      Object.assign(fake.api.scripting, { executeScript: () => Promise.resolve([]) });
      await tells(7, [facts(WORDS)], { address: 'https://frame.test/' });
      return known();
    }

    it('is known by the id that the page tells under', async () => {
      expect(await level(next)).toBe('warn 0 7');
      expect(await level({ ...next, doc: 'other' })).toBe('warn 0 7');
      expect(await level({ ...next, doc: 'd0' }), 'that very page').toBe('quiet 0 7');
      expect(await level(null), 'it does not answer').toBe('quiet 0 7');
    });
  });

  it('is asked for once a document of its frames, and for the top one only to learn which frames tell again', async () => {
    const { shows, list, asked } = await start();
    list(next('one'), 7);
    await shows(0, ARTICLE, { address: SITE, documentId: 'one' });
    expect(asked()).toBe(0);
    await shows(7, 'Bread');
    await shows(7, 'Bread');
    expect(asked()).toBe(1);
    await shows(7, 'Bread', { doc: 'next' });
    expect(asked()).toBe(2);
    await shows(0, ARTICLE, { address: SITE, doc: 'next', documentId: 'two' });
    expect(asked()).toBe(3);
    await shows(0, ARTICLE, { address: SITE, doc: 'after', documentId: 'three' });
    expect(asked()).toBe(3);
  });
});
