// @vitest-environment jsdom
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { DEFAULT_SETTINGS } from '../../src/storage/settings';
import { readPolicy } from '../../src/storage/settings-policy';
import { readStored } from '../../src/storage/settings-schema';
import { evidenceSection } from '../../src/ui/options/evidence-section';
import { guardSection } from '../../src/ui/options/guard-section';
import { languageSection } from '../../src/ui/options/language-section';
import { personSection } from '../../src/ui/options/person-section';
import { trustedSection } from '../../src/ui/options/trusted-section';
import { loadTexts } from '../../src/ui/shared/i18n';
import { LIMIT_MS } from './odd-values';

vi.mock('../../src/browser/api', () => ({
  browser: { runtime: { getURL: (path: string) => `chrome-extension://sangfroid/${path}` } },
}));

/** Each draws the page: fewer, so that `npm test` need not wait for them. */
const DRAWN = 200;

const subtag = fc.string({ unit: fc.constantFrom(...'abxzAXZ019'), minLength: 2, maxLength: 8 });
const language = fc.string({ unit: fc.constantFrom(...'aefrzAFRZ'), minLength: 2, maxLength: 3 });
const site = fc.record({
  host: fc.constantFrom('one.example', '127.0.0.1', '[::1]', `${'a'.repeat(60)}.example`, 'xn--bcher-kva.example'),
  since: fc.oneof(fc.double({ min: 0, noNaN: true }), fc.constantFrom(0, 5e-324, 8.64e15, 8.64e15 + 1, 1e308)),
  why: fc.constantFrom('mistake', 'options', 'popup', 'policy'),
}); // prettier-ignore

/** What might be taken for settings, from the edges of what the schema takes to a little beyond. */
const edges = fc.record(
  {
    language: fc.tuple(language, fc.array(subtag, { maxLength: 3 })).map(([tag, more]) => [tag, ...more].join('-')),
    country: fc.oneof(fc.stringMatching(/^[A-Z]{2}$/), fc.constantFrom('*', 'auto')),
    keepDays: fc.integer(),
    guardHours: fc.oneof(fc.integer({ min: -2, max: 9_000 }), fc.constant(-0)),
    trustedSites: fc.array(site, { maxLength: 4 }),
    trustedPerson: fc.record({ name: fc.string({ unit: 'binary', maxLength: 90 }), phone: fc.string() }),
  },
  { requiredKeys: [] },
); // prettier-ignore

describe('the settings page', () => {
  it(
    'can show whatever the store takes: a value it could not show would leave the person no way to change it',
    async () => {
      await loadTexts('en', ['common', 'errors', 'options']);
      const draw = (raw: object): void => {
        const settings = { ...DEFAULT_SETTINGS, ...readStored(raw).stored };
        const page = { settings, policy: readPolicy({}), language: 'en', redraw: () => Promise.resolve() };
        const parts = [languageSection, guardSection, trustedSection, evidenceSection, personSection];
        document.body.replaceChildren(...parts.map((part) => part(page)));
        const value = (id: string): string | undefined =>
          document.querySelector<HTMLInputElement | HTMLSelectElement>(`#${id}`)?.value;
        expect(value('guardHours')).toBe(String(settings.guardHours));
        expect(value('country')).toBe(settings.country);
        expect(value('keepDays')).toBe(String(settings.keepDays));
        expect(document.querySelectorAll('.sites li')).toHaveLength(settings.trustedSites.length);
      };
      fc.assert(fc.property(edges, draw), { numRuns: DRAWN });
    },
    LIMIT_MS,
  );
});
