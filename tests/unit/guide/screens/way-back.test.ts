// @vitest-environment jsdom
import { beforeAll, describe, expect, it, vi } from 'vitest';
import type { Case } from '../../../../src/messages/ui-messages';
import type { SavedGuide } from '../../../../src/ui/guide/plan/progress-store';
import { settled } from '../../browser-with-storage';
import { openPage } from '../../ui/open-page';

vi.stubGlobal('scrollTo', vi.fn());

const CLOSED: Case = {
  id: 'new', level: 'act', state: 'closed', tabId: 1, windowId: 1, incognito: false, address: 'http://b.example/',
  host: 'b.example', title: '', reasons: [], phones: ['555-0102'], codes: [], noticedAt: 1, closedAt: 1,
  closedBy: 'warning', pageTabId: null, companions: 0, incidentId: null, injectedIntoHonestSite: false,
  reopened: false, timing: { warnedMs: 1, closedMs: 1 },
}; // prettier-ignore

/** The guide, opened for a page that was just closed, with half a plan about the page of `caseId`. */
async function open(caseId: string) {
  window.history.replaceState(null, '', '/?case=new#help');
  const page = openPage();
  Object.assign(page.fake, { runtime: { sendMessage: async () => CLOSED } });
  const saved: Partial<SavedGuide> = {
    answers: { happened: ['remote'], means: [], secrets: [] },
    marks: { 'hang-up': 'done' },
    caseId,
    at: Date.now(),
  };
  Object.assign(page.fake.storage.local.items, { guideProgress: saved });
  await import('../../../../src/ui/guide/guide');
  await page.drawn('#heading');
  await settled();
  const back = () => page.part<HTMLAnchorElement>('main > a.button-link').getAttribute('href');
  async function go(hash: string, there: string): Promise<void> {
    location.hash = hash;
    await page.until(() => expect(page.main.dataset.screen).toBe(there));
    await settled();
  }
  return { ...page, back, go };
}

it('"Start again" is for this device again, whatever was chosen', async () => {
  const { part, fake, until } = await open('new');
  const stored = () => fake.storage.local.items.guideProgress as SavedGuide;
  location.hash = '#plan';
  await until(() => expect(document.getElementById('start-again')).not.toBeNull());
  await fake.storage.local.set({ guideProgress: { ...stored(), system: 'iphone', at: Date.now() + 1 } });
  await settled();
  part('#start-again').click();
  part('#start-again-yes').click();
  await until(() => expect(stored()).toMatchObject({ marks: {}, system: null, browser: null }));
});

it('"Start again" asks first: the keyboard is on the safe answer, and the question is heard there', async () => {
  const { part, fake } = await open('new');
  location.hash = '#plan';
  await vi.waitFor(() => expect(document.getElementById('start-again')).not.toBeNull());
  part('#start-again').click();
  const safe = document.activeElement as HTMLElement;
  const heard = document.getElementById(safe.getAttribute('aria-describedby') ?? '')?.textContent;
  expect([safe.textContent, heard]).toEqual(['Cancel', 'This forgets your answers and steps.']);
  safe.click();
  expect(document.activeElement?.id).toBe('start-again');
  expect(fake.storage.local.items.guideProgress).toMatchObject({ marks: { 'hang-up': 'done' } });
});

/** Reading the modules for the first time takes a busy machine seconds. */
beforeAll(async () => void (await open('new')), 60_000);

describe('"Back to the guide" from one of its other screens', () => {
  it('leads to the steps under way', async () => {
    expect((await open('new')).back()).toBe('#plan');
  });

  it('leads to what this scam asks, not to the steps of an earlier one', async () => {
    expect((await open('old')).back()).toBe('#start');
  });

  it('leads to those again where the person has chosen to go on with them', async () => {
    const { back, go } = await open('old');
    await go('#plan', 'plan');
    await go('#help', 'help');
    expect(back()).toBe('#plan');
  });
});
