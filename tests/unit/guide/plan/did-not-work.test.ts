// @vitest-environment jsdom
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { NO_ANSWERS } from '../../../../src/ui/guide/plan/answers';
import { buildPlan } from '../../../../src/ui/guide/plan/plan';
import type { Mark } from '../../../../src/ui/guide/plan/progress';
import type { SavedGuide } from '../../../../src/ui/guide/plan/progress-store';
import { settled } from '../../browser-with-storage';
import { openPage } from '../../ui/open-page';
import { situation } from './situation';

vi.stubGlobal('scrollTo', vi.fn());

/** Every step of yesterday was gone through; this became of the bank, which was closed. */
function yesterday(bank: Mark): Partial<SavedGuide> {
  const answers = { ...NO_ANSWERS, happened: ['remote'] as const };
  const plan = buildPlan({ ...situation, answers });
  const done = Object.fromEntries(plan.map(({ id }) => [id, 'done'] as const));
  return {
    answers,
    marks: { ...done, 'bank-today': bank },
    system: 'windows-11',
    browser: 'chrome',
    at: Date.now() - 20 * 3_600_000,
  };
}

async function open(saved: Partial<SavedGuide>) {
  window.history.replaceState(null, '', '/');
  const page = openPage();
  Object.assign(page.fake.storage.local.items, { guideProgress: saved });
  await import('../../../../src/ui/guide/guide');
  await page.drawn('#heading');
  await settled();
  const goOn = () => document.querySelector<HTMLAnchorElement>('.card a[href="#plan"]');
  return { ...page, goOn };
}

/** Reading the modules for the first time takes a busy machine seconds. */
beforeAll(async () => void (await open({})), 60_000);

describe('who comes back the next day', () => {
  it.each(['failed', 'later'] as const)('is led to what is still open: %s', async (mark) => {
    const { goOn, main, until } = await open(yesterday(mark));
    expect(goOn()).not.toBeNull();
    const [, behind, total] = /(\d+) of (\d+)/.exec(goOn()?.closest('.card')?.textContent ?? '') ?? [];
    expect(Number(total) - Number(behind), 'one is not behind them').toBe(1);
    goOn()?.click();
    location.hash = 'plan'; // jsdom follows no link
    await until(() =>
      expect(main.querySelector('.open-steps')?.textContent).toContain('Call your bank today'),
    );
  });

  it('is asked afresh where everything is done', async () => {
    expect((await open(yesterday('done'))).goOn()).toBeNull();
  });
});
