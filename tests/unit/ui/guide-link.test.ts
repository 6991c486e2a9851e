// @vitest-environment jsdom
import { beforeAll, beforeEach, expect, it, vi } from 'vitest';

const world = vi.hoisted(() => ({
  opened: [] as string[],
  answer: (): Promise<unknown> => Promise.resolve({ caseId: null }),
}));
vi.mock('../../../src/browser/api', () => ({
  browser: {
    runtime: { getURL: (path: string) => `ours:${path}`, sendMessage: () => world.answer() },
    tabs: { create: ({ url }: { url: string }) => Promise.resolve(void world.opened.push(url)) },
  },
}));

import { moreLinks } from '../../../src/ui/popup/more-links';
import { loadTexts } from '../../../src/ui/shared/i18n';

beforeAll(() => loadTexts('en', ['common', 'errors', 'popup']));
beforeEach(() => {
  world.opened.length = 0;
  vi.spyOn(window, 'close').mockImplementation(() => undefined);
});

async function press(page: string): Promise<string[]> {
  const links = moreLinks(Promise.resolve(undefined));
  links.querySelector<HTMLElement>(`#open-${page}`)?.click();
  await vi.waitFor(() => expect(world.opened).toHaveLength(1), { timeout: 3_000 });
  return world.opened;
}

it('opens the guide about the scam that was met lately, and no other page of ours', async () => {
  world.answer = () => Promise.resolve({ caseId: 'c-1' });
  expect(await press('guide')).toEqual(['ours:src/ui/guide/guide.html?case=c-1']);
  world.opened.length = 0;
  expect(await press('journal')).toEqual(['ours:src/ui/journal/journal.html']);
});

it.each<[string, () => Promise<unknown>]>([
  ['knows of none', () => Promise.resolve({ caseId: null })],
  ['has gone', () => Promise.reject(new Error('no receiver'))],
  ['hangs', () => new Promise(() => undefined)],
])('opens the guide all the same where the worker %s', async (_how, answer) => {
  world.answer = answer;
  expect(await press('guide')).toEqual(['ours:src/ui/guide/guide.html']);
});
