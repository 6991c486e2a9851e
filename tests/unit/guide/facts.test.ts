import { describe, expect, it, vi } from 'vitest';
import type { Incident } from '../../../src/storage/incident';
import type { GuideModel } from '../../../src/ui/guide/guide-model';
import type { Happening } from '../../../src/ui/guide/plan/answers';
import { NOTHING_SAVED, type SavedGuide } from '../../../src/ui/guide/plan/progress-store';
import { exampleIncident } from '../storage/incident-example';

const journal = vi.hoisted(() => ({ entry: undefined as unknown }));
vi.mock('../../../src/browser/api', () => ({ browser: {} }));
vi.mock('../../../src/storage/incidents', () => ({ getIncident: () => Promise.resolve(journal.entry) }));
vi.mock('../../../src/ui/shared/i18n', () => ({ when: String }));

const { knownFacts } = await import('../../../src/ui/guide/paid/facts');

interface Known {
  happened?: Happening[];
  /** Of the closed page. */
  phones?: string[];
  codes?: string[];
  entry?: Partial<Incident>;
  notMe?: boolean;
  /** The entry of the closed page, where the plan's is 1. */
  incidentId?: number | null;
  /** What is saved of the plan, where it is something else. */
  plan?: Partial<SavedGuide>;
}

function facts(known: Known) {
  const {
    happened = ['paid'],
    phones = [],
    codes = [],
    entry = {},
    notMe = false,
    incidentId = 1,
    plan,
  } = known;
  journal.entry = exampleIncident(entry);
  const answers = { happened, means: [], secrets: [] };
  const caseOfPlan = { host: 'b.example', noticedAt: 1, incidentId, phones, codes };
  const model = {
    saved: { ...NOTHING_SAVED, answers, incidentId: 1, ...plan },
    caseOfPlan,
    typed: {},
    notMe,
  };
  return knownFacts(model as unknown as GuideModel); // what the facts read of it
}

const notes = (amounts: string) => ({ entry: { notes: { ...exampleIncident().notes, amounts } } });

describe('what the letter knows of the page', () => {
  it('is what its journal entry knows, where the closed page was not judged', async () => {
    const known = await facts({ entry: { phones: ['555-0102'], codes: ['X1'] } });
    expect([known.number, known.code]).toEqual(['555-0102', 'X1']);
  });

  it('is told once where both know it', async () => {
    const both = { phones: ['555-0101'], codes: ['X1'] };
    const known = await facts({ ...both, entry: { phones: ['555-0101', '555-0102'], codes: ['X1'] } });
    expect([known.number, known.code]).toEqual(['555-0101, 555-0102', 'X1']);
  });

  it.each([2, null])(
    'is what the entry of the plan knows, not what a page met later shows (entry %j)',
    async (incidentId) => {
      const later = { phones: ['555-0109'], codes: ['Z9'], incidentId };
      const known = await facts({
        ...later,
        entry: { host: 'a.example', phones: ['555-0102'], codes: ['X1'] },
      });
      expect([known.host, known.number, known.code]).toEqual(['a.example', '555-0102', 'X1']);
    },
  );

  it('is of the day when its page was noticed, not of the day when the first of its host was', async () => {
    const afterRestart = { incidentId: null, entry: { at: 1_000 } };
    expect((await facts({ ...afterRestart, plan: { seenAt: 2_000 } })).seen).toBe('2000');
    expect((await facts(afterRestart)).seen, 'saved by an older version').toBe('1000');
  });

  it('is nothing where the letter is about an earlier page without an entry', async () => {
    const later = { phones: ['555-0109'], codes: ['Z9'], incidentId: null };
    const known = await facts({ ...later, plan: { incidentId: null, letterOfEarlier: true } });
    expect([known.host, known.seen, known.number, known.code]).toEqual(['', '', '', '']);
  });
});

describe('the program', () => {
  const entry = { notes: { ...exampleIncident().notes, program: 'AnyDesk' } };

  it('that the journal says was asked for is taken where they were on the computer', async () => {
    expect((await facts({ entry, happened: ['remote', 'paid'] })).program).toBe('AnyDesk');
  });

  it('is none where the person let nobody in', async () => {
    expect((await facts({ entry, happened: ['called', 'paid'] })).program).toBe('');
  });
});

describe('the amount', () => {
  it.each(['400', '400 €', '€1,200.50', 'EUR 400', '1 500 euros', '$ 300', 'twice 200'])(
    '%s is taken',
    async (sum) => {
      expect((await facts(notes(sum))).amount).toBe(sum);
    },
  );

  it.each(['400 € by card, to PC Fix', '2 gift cards', 'I do not know', '', '1 2 3 4 5 6 7 8 9 10 11 12'])(
    'is left open where the note says more: %j',
    async (note) => {
      expect((await facts(notes(note))).amount).toBe('');
    },
  );
});

it('"I did not make this payment" says nothing once no payment is told of', async () => {
  expect((await facts({ notMe: true })).notMe).toBe(true);
  expect((await facts({ notMe: true, happened: [] })).notMe).toBe(true);
  expect((await facts({ notMe: true, happened: ['remote'] })).notMe).toBe(false);
});
