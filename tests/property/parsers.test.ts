import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { findCodes, MAX_CODES } from '../../src/detection/numbers/find-codes';
import { findPhones } from '../../src/detection/numbers/find-phones';
import { cleanText, foldText, tokensOf } from '../../src/detection/text/normalise';
import { addressNumbers, writtenHost, readAddress } from '../../src/detection/numbers/read-address';

vi.mock('../../src/browser/api', () => ({ browser: {} }));
vi.mock('../../src/background/state/trust', () => ({}));
vi.mock('../../src/storage/settings-store', () => ({ onSettingsChanged: () => undefined }));
const { filterFor } = await import('../../src/background/hold-back/held-filter');

/** A short run in `npm test`; `npm run fuzz` sets a million. */
const RUNS = Number(process.env.FUZZ_RUNS ?? 2_000);
const LIMIT_MS = RUNS * 5 + 60_000;

/** Text with what the parsers look for in it: digits in all scripts, signs, spaces that are none, broken surrogates. */
const piece = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.stringMatching(/^[+()\d .\-OolI]{0,30}$/),
  fc.constantFrom(
    '%2B1%28888',
    '\u200b',
    '\ud800',
    'KB0',
    '0x8007',
    '+1 (888) 555-0142',
    '８８８',
    '%E0%A4%A',
    '#%',
  ),
);
const text = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(''));

function holds(check: (text: string) => void): void {
  fc.assert(fc.property(text, check), { numRuns: RUNS });
}

describe('whatever a page writes', () => {
  it(
    'telephone numbers are found in it or not',
    () => {
      holds((given) => {
        for (const phone of findPhones(given)) expect(phone.digits).toMatch(/^\+?\d{3,20}$/);
      });
    },
    LIMIT_MS,
  );

  it(
    'codes that are found stand in the text, five at most',
    () => {
      holds((given) => {
        const codes = findCodes(given);
        expect(codes.length).toBeLessThanOrEqual(MAX_CODES);
        for (const code of codes) expect(cleanText(given)).toContain(code);
      });
    },
    LIMIT_MS,
  );

  it(
    'cleaning twice is cleaning once, and words have no space in them',
    () => {
      holds((given) => {
        const clean = cleanText(given);
        expect(cleanText(clean)).toBe(clean);
        for (const token of tokensOf(foldText(clean))) expect(token).not.toMatch(/\s/);
      });
    },
    LIMIT_MS,
  );

  it(
    'addresses are read without an error',
    () => {
      holds((given) => {
        for (const address of [given, `http://a.example/${given}`, `data:text/html,${given}`]) {
          addressNumbers(readAddress(address));
          expect(typeof writtenHost(address)).toBe('string');
        }
      });
    },
    LIMIT_MS,
  );

  it(
    'a held-back address is met by its own filter, and no other host is',
    () => {
      holds((given) => {
        const address = `http://scam.example/${given}`;
        if (!URL.canParse(address)) return;
        const filter = new RegExp(filterFor(address, false));
        expect(filter.test(new URL(address).href)).toBe(true);
        expect(filter.test(new URL(`http://other.example/${given}`).href)).toBe(false);
      });
    },
    LIMIT_MS,
  );
});
