import { expect, it, vi } from 'vitest';
import { TAKEN } from '../../../src/messages/content-messages';
import { BACKGROUND } from '../../../tools/gather-facts/extension';

vi.mock('vite', () => ({ build: vi.fn() }));

type Hear = (message: object, sender: object, answer: (value: unknown) => void) => void;

it('who gathers facts says that it has heard: a page that is not heard tells old facts after its new ones', () => {
  const listeners: Hear[] = [];
  const chrome = {
    runtime: { onMessage: { addListener: (hear: Hear) => listeners.push(hear) } },
    scripting: { executeScript: () => Promise.resolve() },
  };
  new Function('chrome', BACKGROUND)(chrome);
  const answer = vi.fn();
  const sender = {
    tab: { id: 7, url: 'http://saved.localhost/' },
    frameId: 0,
    url: 'http://saved.localhost/',
  };
  const tell = (message: object) => listeners.forEach((hear) => hear(message, sender, answer));
  tell({ type: 'gate' });
  tell({ type: 'facts', facts: { title: 'before', looks: { fullscreen: false } } });
  tell({ type: 'facts', facts: { title: 'after', looks: { fullscreen: true } } });
  expect(answer.mock.calls).toEqual([[TAKEN], [TAKEN], [TAKEN]]);
  const { gathered } = globalThis as unknown as {
    gathered(site: string): { gate: string; frames: object[] };
  };
  expect(gathered('saved')).toMatchObject({ gate: 'words', frames: { 0: { title: 'after' } } });
});
