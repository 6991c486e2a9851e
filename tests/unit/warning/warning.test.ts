import { describe, expect, it, vi } from 'vitest';

vi.mock('../../../src/browser/api', () => ({ browser: {} }));

import { pressCounts, SETTLE_MS, type PressMoment } from '../../../src/ui/shared/careful-press';
import { readEntry } from '../../../src/ui/warning/entry';
import { findHeldBack } from '../../../src/ui/warning/held-back';
import { tellingReasons } from '../../../src/ui/warning/reasons';
import { keysOf } from '../../../src/ui/warning/stuck-screen';

describe('how the page was reached', () => {
  it.each([
    ['?case=ab-12', { mode: 'live', caseId: 'ab-12' }],
    ['?blocked=1&case=ab-12', { mode: 'blocked', caseId: 'ab-12' }],
    ['?blocked=1', { mode: 'blocked', caseId: null }],
    ['', { mode: 'unknown' }],
    ['?case=', { mode: 'unknown' }],
    ['?case=%3Cb%3E', { mode: 'unknown' }],
    [`?case=${'a'.repeat(65)}`, { mode: 'unknown' }],
  ])('%s', (query, entry) => {
    expect(readEntry(query)).toEqual(entry);
  });
});

describe('which presses count', () => {
  const moment: PressMoment = {
    trusted: true,
    visible: true,
    focused: true,
    now: 10_000,
    visibleSince: 10_000 - SETTLE_MS,
    focusedSince: 10_000 - SETTLE_MS,
  };

  it('a real one on a page in sight for a moment', () => {
    expect(pressCounts('safe', moment)).toBe(true);
    expect(pressCounts('risky', moment)).toBe(true);
  });

  it.each<[string, Partial<PressMoment>]>([
    ['made by a script', { trusted: false }],
    ['on a hidden page', { visible: false, visibleSince: null }],
    ['too soon', { visibleSince: 10_000 - SETTLE_MS + 1 }],
  ])('never one %s', (_what, change) => {
    expect(pressCounts('safe', { ...moment, ...change })).toBe(false);
    expect(pressCounts('risky', { ...moment, ...change })).toBe(false);
  });

  it.each<[string, Partial<PressMoment>]>([
    ['without the focus', { focused: false, focusedSince: null }],
    ['just after the focus came', { focusedSince: 10_000 - SETTLE_MS + 1 }],
  ])('one %s closes but does not trust', (_what, change) => {
    expect(pressCounts('safe', { ...moment, ...change })).toBe(true);
    expect(pressCounts('risky', { ...moment, ...change })).toBe(false);
  });
});

describe('reasons', () => {
  it('shows the four that tell most, never those that speak for the page or have no sentence', () => {
    const reasons = [
      { id: 'a', weight: 1 },
      { id: 'b', weight: 5 },
      { id: 'article', weight: -3 },
      { id: 'no-sentence', weight: 9 },
      { id: 'c', weight: 2 },
      { id: 'd', weight: 3 },
      { id: 'e', weight: 0.5 },
    ];
    const shown = tellingReasons(reasons, (id) => id !== 'no-sentence');
    expect(shown.map((reason) => reason.id)).toEqual(['b', 'd', 'c', 'a']);
  });
});

describe('the address held back', () => {
  const list = [
    null,
    { caseId: 'x', address: 'javascript:alert(1)', at: 1 },
    { caseId: 'x', address: 'https://scam.example/a', at: 5 },
    { caseId: 'y', address: 'https://other.example/' },
  ];

  it('is found by its case, only where it is a web address', () => {
    expect(findHeldBack(list, 'x')).toEqual({ address: 'https://scam.example/a', at: 5 });
    expect(findHeldBack(list, 'y')).toEqual({ address: 'https://other.example/', at: 0 });
  });

  it.each([
    ['z', list],
    ['x', null],
    ['x', 'text'],
    ['x', [{ caseId: 'x', address: 'http://' }]],
  ])('is null otherwise (%s)', (caseId, stored) => {
    expect(findHeldBack(stored, caseId)).toBeNull();
  });
});

describe('keys that end a browser', () => {
  it.each([
    ['Mozilla/5.0 (Windows NT 10.0; Win64; x64)', ['Alt', 'F4'], ['Ctrl', 'Shift', 'Esc']],
    ['Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7)', ['⌘', 'Q'], ['⌥', '⌘', 'Esc']],
    ['Mozilla/5.0 (X11; CrOS x86_64 14541.0.0)', ['Ctrl', 'Shift', 'W'], ['Search', 'Esc']],
    ['Mozilla/5.0 (X11; Linux x86_64; rv:142.0)', ['Alt', 'F4'], []],
  ])('%s', (agent, quit, force) => {
    expect(keysOf(agent)).toEqual({ quit, force });
  });
});
