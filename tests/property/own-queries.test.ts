import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { onOrder } from '../../src/content/runtime';
import { readRequest } from '../../src/ui/guard/request';
import { readEntry } from '../../src/ui/warning/entry';
import { anyValue, LIMIT_MS, mutated, RUNS } from './odd-values';

/** What our own pages and the content script are told from outside: an address that anyone may write, an order. */
function holds<T>(values: fc.Arbitrary<T>, check: (value: T) => void): void {
  fc.assert(fc.property(values, check), { numRuns: RUNS });
}

const NAMES = ['case', 'blocked', 'address', 'program', 'why', 'careful', '__proto__', 'CASE', ''];
const value = fc.oneof(
  fc.string({ maxLength: 100 }),
  fc.string({ unit: 'binary', maxLength: 100 }),
  fc.webUrl(),
  fc.uuid(),
  fc.constantFrom(
    '1',
    'met',
    'javascript:0',
    'data:text/html,x',
    'http:',
    'HTTPS:///',
    ' https://a.example/',
  ),
  fc.constantFrom('https://a.example:99999/', 'http://[::1', 'x'.repeat(5_000), '../guide/guide.html'),
);
const query = fc.oneof(
  fc.string({ maxLength: 300 }),
  fc
    .array(fc.tuple(fc.constantFrom(...NAMES), value), { maxLength: 6 })
    .map((pairs) => new URLSearchParams(pairs.map(([name, text]) => [name, text.toWellFormed()])).toString()),
);

describe('random and made-up', () => {
  it(
    'addresses of the warning only ever name a case',
    () => {
      let named = 0;
      holds(query, (text) => {
        const entry = readEntry(text);
        const caseId = entry.mode === 'unknown' ? null : entry.caseId;
        expect(['live', 'blocked', 'unknown']).toContain(entry.mode);
        if (entry.mode === 'live' || caseId !== null) expect(caseId).toMatch(/^[\w-]{1,64}$/);
        if (caseId !== null) named += 1;
      });
      expect(named, 'some of them name one').toBeGreaterThan(RUNS / 100);
    },
    LIMIT_MS,
  );

  it(
    'addresses of the guard lead to the web or nowhere',
    () => {
      let web = 0;
      holds(query, (text) => {
        const { address, program, careful } = readRequest(text);
        expect(program.length).toBeLessThanOrEqual(60);
        if (address === null) expect(careful).toBe(false);
        else expect(new URL(address).protocol).toMatch(/^https?:$/);
        if (address !== null) web += 1;
      });
      expect(web, 'some of them lead there').toBeGreaterThan(RUNS / 100);
    },
    LIMIT_MS,
  );

  it(
    'orders to the content script are one of three, or not heard',
    () => {
      const known = ['defuse', 'stand-down', 'look-again'];
      let tell: (order: unknown) => void = () => undefined;
      const onMessage = { addListener: (listener: typeof tell) => void (tell = listener) };
      vi.stubGlobal('chrome', { runtime: { onMessage } });
      const heard: string[] = [];
      onOrder((order) => void heard.push(order));
      holds(fc.oneof(mutated(known.map((type) => ({ type, at: 1, from: 'worker' }))), anyValue), (order) =>
        tell(order),
      );
      expect(new Set(heard)).toEqual(new Set(known));
      expect(heard.length, 'most are not').toBeLessThan(RUNS / 2);
    },
    LIMIT_MS,
  );
});
