// @vitest-environment jsdom
import { beforeAll, expect, it, vi } from 'vitest';
import type { Happening } from '../../../../src/ui/guide/plan/answers';
import { CATALOGUE } from '../../../../src/ui/guide/plan/plan';
import { settled } from '../../browser-with-storage';
import { openPage } from '../../ui/open-page';

/** A person in the middle of the steps must not lose them by looking at another page of ours. */

vi.stubGlobal('scrollTo', vi.fn());

const HAPPENED: Happening[] = ['called', 'remote', 'paid', 'secrets'];

/** The guide at an address, where this step of the plan is the one to do. */
async function open(hash: string, step?: string) {
  window.history.replaceState(null, '', `/${hash}`);
  const page = openPage();
  const rest = CATALOGUE.filter(({ id }) => id !== step).map(({ id }) => [id, 'done'] as const);
  const answers = { happened: HAPPENED, means: [], secrets: [] };
  if (step !== undefined)
    page.fake.storage.local.items.guideProgress = {
      answers,
      marks: Object.fromEntries(rest),
      at: Date.now(),
    };
  await import('../../../../src/ui/guide/guide');
  await page.drawn('#heading');
  await settled();
  const links = [...page.main.querySelectorAll<HTMLAnchorElement>('a[href]')];
  // What is for paper alone cannot be pressed.
  const onScreen = links.filter((link) => link.closest('div.print-only') === null);
  return onScreen.filter((link) => !link.getAttribute('href')?.startsWith('#'));
}

/** Reading the modules for the first time takes a busy machine seconds. */
beforeAll(async () => void (await open('')), 60_000);

it.each<[string, string, string | undefined, string[]]>([
  ['the first screen', '', undefined, ['practice', 'journal']],
  ['a step', '#plan', 'keep-proof', ['journal']],
  ['the end', '#plan', '', ['practice', 'journal']],
  ['the sheet to print', '#tell', undefined, ['options']],
])('%s opens our other pages in tabs of their own', async (_name, hash, step, pages) => {
  const links = await open(hash, step);
  expect(links.map((link) => /(\w+)\.html$/.exec(link.href)?.[1])).toEqual(pages);
  for (const { target, rel } of links) expect([target, rel]).toEqual(['_blank', 'noopener noreferrer']);
});
