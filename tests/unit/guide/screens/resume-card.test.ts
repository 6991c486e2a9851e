// @vitest-environment jsdom
import { beforeAll, describe, expect, it, vi } from 'vitest';
import type { SavedGuide } from '../../../../src/ui/guide/plan/progress-store';
import { settled } from '../../browser-with-storage';
import { openPage } from '../../ui/open-page';

vi.stubGlobal('scrollTo', vi.fn());

const BEGUN: Partial<SavedGuide> = {
  answers: { happened: ['remote', 'paid'], means: ['card'], secrets: [] },
  marks: {},
  caseId: 'old',
  incidentId: 3,
  pageClosed: true,
  at: Date.now() - 3_600_000,
};

/** What the guide's first screen says of a plan that was begun an hour ago. */
async function firstScreen(marks: SavedGuide['marks']): Promise<string> {
  window.history.replaceState(null, '', '/#start');
  const page = openPage();
  page.fake.storage.local.items.guideProgress = { ...BEGUN, marks };
  await import('../../../../src/ui/guide/guide');
  await page.drawn('#start-again');
  await settled();
  return page.main.textContent;
}

/** Reading the modules for the first time takes a busy machine seconds. */
beforeAll(async () => void (await firstScreen({})), 60_000);

describe('a plan that is under way', () => {
  it('says how many steps are behind the person', async () => {
    expect(await firstScreen({ 'hang-up': 'done', 'bank-today': 'done' })).toMatch(
      /Steps behind you: 2 of \d+\./,
    );
  });

  it('counts nothing before the first one', async () => {
    const said = await firstScreen({});
    expect(said).toContain('Start again');
    expect(said).not.toContain('Steps behind you');
  });
});
