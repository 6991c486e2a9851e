import { describe, expect, it, vi } from 'vitest';
import { bankWords, type PaymentFacts } from '../../../src/ui/guide/paid/letter';
import { SECRETS } from '../../../src/ui/guide/plan/answers';
import { NOTHING_SAVED } from '../../../src/ui/guide/plan/progress-store';
import type { GuideModel } from '../../../src/ui/guide/guide-model';

vi.mock('../../../src/browser/api', () => ({ browser: {} }));

const facts: PaymentFacts = {
  account: '', date: '', amount: '', to: '', means: [], happened: ['secrets'], secrets: [], notMe: false, program: '', host: '',
  seen: '', number: '', code: '',
}; // prettier-ignore

const keys = (more: Partial<PaymentFacts>): string[] =>
  bankWords({ ...facts, ...more }).map(({ key }) => key);
const GIVEN = SECRETS.map((one) => `paid.words.${one}`);

describe('the words for the bank', () => {
  it.each(SECRETS)('say what was given, before they ask for anything: %s', (one) => {
    const words = keys({ secrets: [one] });
    expect(words.filter((key) => GIVEN.includes(key))).toEqual([`paid.words.${one}`]);
    expect(words.indexOf(`paid.words.${one}`)).toBeLessThan(words.indexOf('paid.words.4'));
  });

  it('claim nothing that nobody told', () => {
    for (const happened of [['secrets'], ['remote'], ['paid']] as const)
      expect(keys({ happened }).filter((key) => GIVEN.includes(key))).toEqual([]);
  });

  it('have it from the answers', async () => {
    const { knownFacts } = await import('../../../src/ui/guide/paid/facts');
    const answers = { happened: ['secrets'], means: [], secrets: ['passwords', 'card'] } as const;
    const model = { saved: { ...NOTHING_SAVED, answers }, caseOfPlan: null, typed: {}, notMe: false };
    const known = await knownFacts(model as unknown as GuideModel); // what the facts read of it
    expect(known.secrets).toEqual(['passwords', 'card']);
  });
});
