// @vitest-environment jsdom
import { beforeAll, expect, it, vi } from 'vitest';
import type { SavedGuide } from '../../../../src/ui/guide/plan/progress-store';
import { settled } from '../../browser-with-storage';
import { openPage } from '../../ui/open-page';
import { CLOSED } from '../closed-case';

/** A store that fails, or does not answer, is not an empty one: what stands in it is not saved over. */

vi.stubGlobal('scrollTo', vi.fn());

const SAVED: Partial<SavedGuide> = {
  answers: { happened: ['remote', 'paid'], means: ['card'], secrets: [] },
  marks: { 'hang-up': 'done' },
  system: 'windows-11',
  browser: 'chrome',
  caseId: 'new',
  incidentId: 9,
  pageClosed: true,
  at: Date.now() - 3_600_000,
};

/** The guide at an address, over a store that does this with the plan until `mend` is called. */
async function open(address: string, does: 'fails' | 'hangs') {
  window.history.replaceState(null, '', `/${address}`);
  const page = openPage();
  Object.assign(page.fake, { runtime: { sendMessage: async () => CLOSED } });
  const { local } = page.fake.storage;
  local.items.guideProgress = SAVED;
  const works = local.get;
  const waiting: (() => void)[] = [];
  local.get = (keys) => {
    if (keys !== 'guideProgress') return works(keys);
    if (does === 'fails') return Promise.reject(new Error('disk'));
    return new Promise((answer) => waiting.push(() => void works(keys).then(answer)));
  };
  await import('../../../../src/ui/guide/guide');
  await page.drawn('#heading');
  await settled();
  const mend = (): void => {
    local.get = works;
    waiting.forEach((answer) => answer());
  };
  const stored = () => local.items.guideProgress as SavedGuide;
  const heading = () => page.main.querySelector('#heading')?.textContent;
  return { ...page, mend, stored, heading };
}

/** Reading the modules for the first time takes a busy machine seconds. */
beforeAll(async () => void (await open('', 'fails')), 60_000);

it('opening the guide for a closed page saves nothing over a plan that could not be read', async () => {
  const { stored, fake } = await open('?case=new', 'fails');
  await fake.storage.session.set({ 'case:new': { ...CLOSED, state: 'stuck' } });
  await settled();
  expect(stored()).toEqual(SAVED);
});

it.each(['fails', 'hangs'] as const)(
  'a store that %s at first is read later, and its plan shown',
  async (does) => {
    const { mend, main, part, heading, until } = await open('?case=new', does);
    expect(main.textContent).not.toContain('You had already started');
    mend();
    await until(() => expect(main.textContent).toContain('You had already started'));
    part('a[href="#plan"]').click();
    await until(() => expect(heading()).toBe('Call your bank today'));
  },
);

it('what another window saves is as good as a look at the store', async () => {
  const { fake, heading, until } = await open('#plan', 'fails');
  expect(heading()).toMatch(/^Take a breath/);
  await fake.storage.local.set({ guideProgress: { ...SAVED, marks: {}, at: Date.now() } });
  await until(() => expect(heading()).toBe('Hang up and stop all contact'));
});

it('"Show me what to do" begins all the same, and is saved', async () => {
  const { part, stored, heading, until, mend } = await open('?case=new', 'fails');
  part('[name=happened][value=called]').click();
  part('[type=submit]').click();
  await until(() => expect(stored()).toMatchObject({ answers: { happened: ['called'] }, caseId: 'new' }));
  mend();
  await until(() => expect(heading()).toBe('Hang up and stop all contact'));
});

it('a link only ticks its answer: nobody has pressed anything to begin', async () => {
  const { stored, heading, part } = await open('#called', 'fails');
  expect(heading()).toMatch(/^Take a breath/);
  expect(part<HTMLInputElement>('[value=called]').checked).toBe(true);
  expect(stored()).toEqual(SAVED);
});
