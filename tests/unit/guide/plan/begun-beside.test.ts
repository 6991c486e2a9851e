// @vitest-environment jsdom
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { buildPlan } from '../../../../src/ui/guide/plan/plan';
import { besideEarlier } from '../../../../src/ui/guide/plan/earlier';
import { NO_ANSWERS, type Answers } from '../../../../src/ui/guide/plan/answers';
import type { SavedGuide } from '../../../../src/ui/guide/plan/progress-store';
import { settled } from '../../browser-with-storage';
import { openPage } from '../../ui/open-page';
import { situation } from './situation';
import { CLOSED } from '../closed-case';

/** Another alert comes, by itself or with a call-back, while a plan for the first is not at its end. */

vi.stubGlobal('scrollTo', vi.fn());

const given = (answers: Partial<Answers>): Answers => ({ ...NO_ANSWERS, ...answers });

/** What becomes of a plan, each step of it done, when another page is met. */
function beside(earlier: Partial<Answers>, now: Partial<Answers>) {
  const before = { ...situation, answers: given(earlier) };
  const marks = Object.fromEntries(buildPlan(before).map(({ id }) => [id, 'done'] as const));
  const page = { caseId: 'old', incidentId: 3, seenAt: 5, letterOfEarlier: false, pageClosed: true };
  const saved = { ...page, answers: before.answers, marks, system: null, browser: null, at: 1 };
  return besideEarlier(saved, before, given(now));
}

describe('what is kept of the answers', () => {
  const kept = (earlier: Partial<Answers>, now: Partial<Answers>) => beside(earlier, now)?.plan.answers;

  it('is what has to be put right', () => {
    expect(beside({ happened: ['saw'] }, { happened: ['called'] })).toBeNull();
    expect(beside({ happened: ['stuck'] }, { happened: ['saw'] })).toBeNull();
    const all = given({ happened: ['stuck', 'called', 'remote', 'paid', 'secrets'], means: ['cash'] });
    expect(kept(all, { happened: ['saw'] })).toEqual({
      ...all,
      happened: ['called', 'remote', 'paid', 'secrets'],
    });
  });

  it('stands beside what is answered now, each kind of payment of both', () => {
    const card = given({ happened: ['paid'], means: ['card'] });
    expect(kept(card, { happened: ['saw'] })).toEqual(card);
    const cash = given({ happened: ['called', 'paid'], means: ['cash'] });
    expect(kept(card, cash)).toEqual({ ...cash, means: ['card', 'cash'] });
    const secrets = given({ happened: ['secrets'], secrets: ['identity'] });
    expect(kept(card, secrets)).toEqual({ ...secrets, happened: ['paid', 'secrets'], means: ['card'] });
  });

  it('means all kinds still where none was told', () => {
    const [any, cash] = [{ happened: ['paid'] }, { happened: ['paid'], means: ['cash'] }] as const;
    expect(kept(any, cash)?.means).toEqual([]);
    expect(kept(cash, any)?.means).toEqual([]);
  });

  it('is told of only where it is more than what was answered now', () => {
    const card = given({ happened: ['paid'], means: ['card'] });
    expect(beside(card, { happened: ['saw'] })?.addsEarlier).toBe(true);
    expect(beside(card, card)?.addsEarlier).toBe(false);
  });
});

describe('what is kept of the steps', () => {
  const earlier = given({ happened: ['stuck', 'remote', 'paid'], means: ['card'] });
  const left = (now: Partial<Answers>) => Object.keys(beside(earlier, now)?.plan.marks ?? {});

  it('is each that the kept answers ask for, but no way out of the page of before', () => {
    const now = left({ happened: ['saw'] });
    const kept = ['hang-up', 'bank-today', 'block-card', 'disconnect', 'remove-tool', 'letter'];
    expect(now).toEqual(expect.arrayContaining(kept));
    for (const id of ['close-page', 'hold-esc', 'restart', 'reopen-clean', 'block-ads'])
      expect(now).not.toContain(id);
    const notStuck = beside({ happened: ['remote'] }, { happened: ['saw'] })?.plan.marks;
    expect([notStuck?.['remove-tool'], notStuck?.['close-page']]).toEqual(['done', undefined]);
  });

  it('is none that what has happened now asks for as well: who called again has not hung up yet', () => {
    const now = left({ happened: ['called'] });
    expect(now).not.toContain('hang-up');
    expect(now).toEqual(expect.arrayContaining(['bank-today', 'remove-tool']));
    expect(left({ happened: ['remote', 'paid'], means: ['card'] })).toEqual([]);
  });
});

describe('the page of the letter', () => {
  it.each<[Answers['happened'], Answers['happened'], number | undefined]>([
    [['paid'], ['saw'], 3],
    [['remote', 'paid'], ['called', 'remote'], 3],
    [['remote', 'paid'], ['paid'], undefined],
    [['called'], ['stuck'], 3],
    [['called'], ['remote'], undefined],
  ])('%j, then %j: entry %j', (before, now, entry) => {
    const plan = beside({ happened: before }, { happened: now })?.plan;
    expect([plan?.incidentId, plan?.seenAt]).toEqual([entry, entry && 5]);
  });
});

const BEFORE: Partial<SavedGuide> = {
  answers: { happened: ['remote', 'paid'], means: ['card'], secrets: [] },
  marks: { 'hang-up': 'done', 'bank-today': 'done' },
  caseId: 'old',
  incidentId: 3,
  pageClosed: true,
  at: Date.now() - 3_600_000,
};

/** The guide, opened for a page that was just closed, with a plan about another one, and an answer. */
async function answered(answer: string, saved: Partial<SavedGuide> = BEFORE) {
  window.history.replaceState(null, '', '/?case=new');
  const page = openPage();
  Object.assign(page.fake, { runtime: { sendMessage: async () => CLOSED } });
  page.fake.storage.local.items.guideProgress = saved;
  await import('../../../../src/ui/guide/guide');
  await page.drawn('#heading');
  await settled();
  const stored = () => page.fake.storage.local.items.guideProgress as SavedGuide;
  page.part(`[name=happened][value=${answer}]`).click();
  page.part('[type=submit]').click();
  await page.until(() => expect(page.main.dataset.screen).toBe('plan'));
  await page.until(() => expect(document.getElementById('heading')).not.toBeNull());
  return { ...page, stored };
}

const SAID = 'Your earlier answers were kept. Choose “Start again” to forget them.';

/** Reading the modules for the first time takes a busy machine seconds. */
beforeAll(async () => void (await answered('saw')), 60_000);

describe('"I only saw the message" in the middle of another plan', () => {
  it('loses nothing of it, and says so on the next step', async () => {
    const { stored, main } = await answered('saw');
    expect(stored()).toMatchObject({ answers: BEFORE.answers, marks: BEFORE.marks });
    expect(main.querySelector('#heading')?.textContent).toBe('Block your card');
    expect(main.textContent).toContain(SAID);
  });

  it('keeps the page that the money went to for the letter', async () => {
    const { stored, fake } = await answered('saw');
    expect(stored()).toMatchObject({ caseId: 'new', incidentId: 3, pageClosed: true });
    await fake.storage.session.set({ 'case:new': CLOSED });
    await settled();
    expect(stored().incidentId).toBe(3);
  });

  it('names no page met after the payment where the earlier one has no journal entry', async () => {
    const { stored, fake } = await answered('saw', { ...BEFORE, incidentId: null });
    await fake.storage.session.set({ 'case:new': { ...CLOSED, closedAt: 2 } }); // its entry is known by now
    await settled();
    expect(stored()).toMatchObject({ caseId: 'new', incidentId: null, letterOfEarlier: true });
  });

  it('says it once', async () => {
    const { part, main, until } = await answered('saw');
    part('#done').click();
    await until(() => expect(main.querySelector('#heading')?.textContent).not.toBe('Block your card'));
    expect(main.textContent).not.toContain(SAID);
  });

  it('is forgotten by "Start again" alone, which asks first', async () => {
    const { part, stored, until } = await answered('saw');
    part('#start-again').click();
    expect(stored().answers).toEqual(BEFORE.answers);
    part('#start-again-yes').click();
    await until(() => expect(stored()).toMatchObject({ answers: NO_ANSWERS, marks: {} }));
  });

  it('says nothing where nothing was kept beside it', async () => {
    const { main, stored } = await answered('called', {
      ...BEFORE,
      answers: { happened: ['saw'], means: [], secrets: [] },
      marks: { notifications: 'done' },
    });
    expect(stored()).toMatchObject({ answers: { happened: ['called'] }, marks: {}, incidentId: 9 });
    expect(main.textContent).not.toContain(SAID);
  });
});
