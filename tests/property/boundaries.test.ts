import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ACT_NAMES } from '../../src/detection/facts';
import { asContentMessage, asUiRequest } from '../../src/messages/validate';

/** 100,000 random and mutated messages at each boundary of the worker: none throws, none smuggles anything in. */
const RUNS = 100_000;

const act = {
  type: 'act',
  doc: 'd',
  act: 'alert',
  detail: 'text',
  at: 1,
  unasked: true,
  count: 1,
  title: 'title',
};

const odd = fc.oneof(
  fc.anything({ maxDepth: 1, maxKeys: 3 }),
  fc.string({ maxLength: 2_000 }),
  fc.double(),
  fc.constantFrom(null, undefined, NaN, Infinity, -1, '', '__proto__', {}, []),
);

/** A valid message with one field replaced by something odd, and one added. */
const mutated = <T extends object>(valid: T) =>
  fc
    .tuple(fc.constantFrom(...Object.keys(valid)), odd, fc.string({ maxLength: 5 }), odd)
    .map(([key, value, extra, more]) => ({
      ...valid,
      [extra]: more,
      [key]: value,
    }));

describe('what a content script may say', () => {
  it('random values are refused, never thrown at', () => {
    fc.assert(
      fc.property(fc.anything({ maxDepth: 2, maxKeys: 4 }), (raw) => {
        expect(asContentMessage(raw)).toBeNull();
      }),
      { numRuns: RUNS },
    );
  }, 120_000);

  it('mutated messages come out whole or not at all', () => {
    fc.assert(
      fc.property(mutated(act), (raw) => {
        const message = asContentMessage(raw);
        if (message === null || message.type !== 'act') return;
        expect(ACT_NAMES).toContain(message.act);
        expect(message.detail.length).toBeLessThanOrEqual(1_000);
        expect(message.count).toBeGreaterThanOrEqual(0);
        expect(Object.keys(message).sort()).toEqual(Object.keys(act).sort());
      }),
      { numRuns: RUNS },
    );
  }, 120_000);

  it('a tab, a frame or an address in the message is dropped', () => {
    expect(asContentMessage({ ...act, tabId: 7, frameId: 1, sender: {} })).toEqual(act);
  });
});

describe('what a page of ours may ask', () => {
  it('random values are refused', () => {
    fc.assert(
      fc.property(fc.anything({ maxDepth: 2, maxKeys: 4 }), (raw) => {
        expect(asUiRequest(raw)).toBeNull();
      }),
      { numRuns: RUNS },
    );
  }, 120_000);

  it('mutated requests keep their types', () => {
    fc.assert(
      fc.property(mutated({ type: 'pause', scope: 'hour', tabId: 3 }), (raw) => {
        const request = asUiRequest(raw);
        if (request?.type !== 'pause') return;
        expect(['site', 'hour', 'restart']).toContain(request.scope);
        expect(Number.isFinite(request.tabId)).toBe(true);
      }),
      { numRuns: RUNS },
    );
  }, 120_000);
});
