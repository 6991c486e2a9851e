// @vitest-environment jsdom
import { beforeAll, expect, it, vi } from 'vitest';
import { openPage } from '../../ui/open-page';
import { CLOSED } from '../closed-case';

/** The guide comes whether or not the store and the worker answer, and shows what they tell late. */

vi.stubGlobal('scrollTo', vi.fn());

/** The guide of a closed page; the worker and every look into the store hang until `answer` is called. */
async function open() {
  window.history.replaceState(null, '', '/?case=new');
  const page = openPage();
  const waiting: (() => void)[] = [];
  const { local } = page.fake.storage;
  const works = local.get;
  local.get = (keys) => new Promise((done) => waiting.push(() => void works(keys).then(done)));
  const sendMessage = (): Promise<unknown> => new Promise((done) => waiting.push(() => done(CLOSED)));
  Object.assign(page.fake, { runtime: { sendMessage } });
  local.items = { settings: { version: 1, language: 'fr' } };
  await import('../../../../src/ui/guide/guide');
  const answer = (): void => {
    local.get = works;
    waiting.splice(0).forEach((go) => go());
  };
  return { ...page, answer };
}

/** Reading the modules for the first time takes a busy machine seconds. */
beforeAll(async () => void (await (await open()).drawn('#heading')), 60_000);

it('starts with its first question, and catches up with language, page and plan', async () => {
  const { drawn, main, answer, until } = await open();
  await drawn('[name=happened]');
  expect(main.querySelector('#heading')?.textContent).toMatch(/^Take a breath/);
  expect(main.querySelector('.case')).toBeNull();
  answer();
  await until(() => expect(main.querySelector('#heading')?.textContent).toMatch(/^Respirez/));
  await until(() => expect(main.querySelector('.case')?.textContent).toContain('b.example'));
});
