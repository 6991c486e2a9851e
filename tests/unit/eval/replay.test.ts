import { JSDOM } from 'jsdom';
import { expect, it, vi } from 'vitest';
import { corpusPage } from '../../eval/corpus';
import { replayScript } from '../../eval/replay';

const acts = ['first', 'second'].map((arg) => ({ t: 0, stage: 'load', top: true, api: 'alert', arg }));

it('a recorded page opens its boxes once its words are there, each in its turn', async () => {
  const page = corpusPage({ id: 'page', class: 'positive', trace: acts, load: { html: '<!doctype html>' } });
  if (!page) throw new Error('The page is none of a corpus.');
  const { window } = new JSDOM('', { runScripts: 'outside-only' });
  const said: string[] = [];
  window.alert = (text: string) => void said.push(text);
  Object.defineProperty(window.document, 'readyState', { value: 'loading' });
  const waits = vi.spyOn(window.document, 'addEventListener');
  window.eval(replayScript(page));
  const waiting = () => waits.mock.calls.filter(([name]) => name === 'DOMContentLoaded').length;
  await vi.waitFor(() => expect(waiting()).toBe(acts.length), 5_000);
  expect(said).toEqual([]);
  window.document.dispatchEvent(new window.Event('DOMContentLoaded'));
  expect(said).toEqual(['first', 'second']);
  window.close();
});
