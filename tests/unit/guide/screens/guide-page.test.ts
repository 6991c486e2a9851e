// @vitest-environment jsdom
import { beforeAll, describe, expect, it, vi } from 'vitest';
import type { SavedGuide } from '../../../../src/ui/guide/plan/progress-store';
import { settled } from '../../browser-with-storage';
import { openPage } from '../../ui/open-page';

vi.stubGlobal('scrollTo', vi.fn());

/** A plan of an hour ago whose first step is done. */
const UNDER_WAY: SavedGuide = {
  answers: { happened: ['remote'], means: [], secrets: [] },
  marks: { 'hang-up': 'done' },
  system: 'windows-11',
  browser: 'chrome',
  caseId: null,
  incidentId: null,
  seenAt: null,
  letterOfEarlier: false,
  pageClosed: false,
  at: Date.now() - 3_600_000,
};

/** The guide at one of its addresses, with what was saved before. */
async function open(hash: string, saved?: Partial<SavedGuide>) {
  window.history.replaceState(null, '', `/${hash}`);
  const page = openPage();
  Object.assign(page.fake.storage.local.items, { guideProgress: saved });
  await import('../../../../src/ui/guide/guide');
  await page.drawn('#heading');
  await settled();
  const heading = () => page.main.querySelector('#heading')?.textContent;
  const stored = () => page.fake.storage.local.items.guideProgress as SavedGuide | undefined;
  return { ...page, heading, stored };
}

/** Presses "Done" to the end of the plan: each step that a busy machine has not drawn yet is waited for. */
async function finish({ heading, until }: Awaited<ReturnType<typeof open>>): Promise<void> {
  while (heading() !== 'You did well.') {
    const before = heading();
    document.getElementById('done')?.click();
    await until(() => expect(heading()).not.toBe(before));
  }
}

/** Reading the modules for the first time takes a busy machine seconds. */
beforeAll(async () => void (await open('')), 60_000);

describe('"Show me what to do"', () => {
  it.each(['', '#start', '#plan'])(
    'leads to the steps, also where the address is %j already',
    async (hash) => {
      // A reload where nothing could be saved, or after "Start again" in another window.
      const { part, heading, until } = await open(hash);
      part('[name=happened][value=called]').click();
      part('[type=submit]').click();
      await until(() => expect(heading()).toBe('Hang up and stop all contact'));
    },
  );
});

it('knows from its first moment whether it is in sight, which the press that trusts a site needs', async () => {
  const watchSight = vi.fn();
  vi.doMock('../../../../src/ui/shared/careful-press', () => ({
    watchSight,
    careful: vi.fn(),
    settleAgain: vi.fn(),
  }));
  await open('');
  expect(watchSight).toHaveBeenCalledOnce();
  vi.doUnmock('../../../../src/ui/shared/careful-press');
});

it('the first screen leads on to a plan that was answered, though no step of it is marked', async () => {
  const { part, heading, until } = await open('', { ...UNDER_WAY, marks: {} });
  part('a[href="#plan"]').click();
  await until(() => expect(heading()).toBe('Hang up and stop all contact'));
});

describe('a link of ours while a plan was answered and no step of it marked', () => {
  const NOT_BEGUN: SavedGuide = {
    ...UNDER_WAY,
    answers: { happened: ['remote', 'paid'], means: ['card'], secrets: [] },
    marks: {},
  };

  it('takes nothing away: "I called" in the question before a program keeps the steps for the bank', async () => {
    const { heading, stored } = await open('#called', NOT_BEGUN);
    expect(heading()).toBe('Hang up and stop all contact');
    expect(stored()?.answers).toEqual({
      happened: ['called', 'remote', 'paid'],
      means: ['card'],
      secrets: [],
    });
  });

  it('not with "I only saw it" either; it begins anew where that was weeks ago', async () => {
    expect((await open('#saw', NOT_BEGUN)).stored()?.answers).toEqual(NOT_BEGUN.answers);
    const old = { ...NOT_BEGUN, at: Date.now() - 15 * 24 * 3_600_000 };
    expect((await open('#called', old)).stored()?.answers.happened).toEqual(['called']);
  });
});

describe('"Change my answers" when every step is done', () => {
  const SAW: SavedGuide = { ...UNDER_WAY, answers: { happened: ['saw'], means: [], secrets: [] }, marks: {} };

  /** The end of a plan, reached with "Done" alone; then another answer is ticked as well. */
  async function finishedAnd(answer: string) {
    const page = await open('#plan', SAW);
    await finish(page);
    const done = page.stored()?.marks;
    expect(Object.keys(done ?? {}).length).toBeGreaterThan(2);
    page.part('a[href="#change"]').click();
    await page.until(() => expect(page.part<HTMLInputElement>('[value=saw]').checked).toBe(true));
    page.part(`[name=happened][value=${answer}]`).click();
    page.part('[type=submit]').click();
    await page.until(() => expect(page.stored()?.answers.happened).toEqual([answer]));
    return { ...page, done };
  }

  it('keeps what was done: only the steps of the new answer are asked for', async () => {
    const { done, stored, heading, until } = await finishedAnd('called');
    expect(stored()?.marks).toEqual(done);
    await until(() => expect(heading()).toBe('Hang up and stop all contact'));
  });
});

it('a finished plan is begun anew from the first screen: that may be about another scam', async () => {
  const first = await open('#plan', UNDER_WAY);
  await finish(first);
  const again = await open('#start', first.stored());
  again.part('[type=submit]').click();
  await again.until(() => expect(again.stored()?.marks).toEqual({}));
});

it('a page that was only seen and does not close is stuck: the ways out of it come next', async () => {
  const saw = { ...UNDER_WAY, answers: { ...UNDER_WAY.answers, happened: ['saw'] as const }, marks: {} };
  const { main, part, heading, until, stored } = await open('#plan', saw);
  expect(heading()).toBe('Close the page with the fake alert');
  part('#failed').click();
  await until(() => expect(heading()).toMatch(/^Hold the Esc key/));
  expect(main.querySelector('#said')?.textContent).toBe('No matter. Here is another way.');
  expect(stored()?.answers.happened).toEqual(['stuck']);
});

describe('the guide in two windows', () => {
  const elsewhere = { ...UNDER_WAY.marks, 'bank-today': 'done', disconnect: 'done' } as const;

  it('keeps what was done in the other one', async () => {
    const { fake, part, heading, until, stored } = await open('#plan', UNDER_WAY);
    expect(heading()).toBe('Call your bank today');
    await fake.storage.local.set({ guideProgress: { ...UNDER_WAY, marks: elsewhere, at: Date.now() } });
    await until(() => expect(heading()).toBe('Close the page with the fake alert'));
    part('#done').click();
    await until(() => expect(stored()?.marks).toEqual({ ...elsewhere, 'close-page': 'done' }));
  });

  it('leaves a plan about another scam alone', async () => {
    const { fake, heading } = await open('#plan', UNDER_WAY);
    const other = { ...UNDER_WAY, caseId: 'other', marks: elsewhere, at: Date.now() };
    await fake.storage.local.set({ guideProgress: other });
    await settled();
    expect(heading()).toBe('Call your bank today');
  });

  it('never goes back to what it has saved itself a moment ago', async () => {
    const { fake, part, heading, until } = await open('#plan', UNDER_WAY);
    part('#done').click();
    await until(() => expect(heading()).toBe('Cut this device off the internet'));
    await fake.storage.local.set({ guideProgress: UNDER_WAY });
    await settled();
    expect(heading()).toBe('Cut this device off the internet');
  });
});
