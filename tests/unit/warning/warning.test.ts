import { beforeAll, describe, expect, it, vi } from 'vitest';

vi.mock('../../../src/browser/api', () => ({ browser: {} }));
vi.mock('../../../src/ui/shared/i18n', () => ({ t: vi.fn(), hasText: vi.fn(), rich: vi.fn() }));

import { pressCounts, SETTLE_MS, type PressMoment } from '../../../src/ui/shared/careful-press';
import { hasText, t } from '../../../src/ui/shared/i18n';
import { tellingSentences } from '../../../src/ui/shared/reason-sentence';
import { readEntry } from '../../../src/ui/warning/entry';
import { findHeldBack } from '../../../src/ui/warning/held-back';
import { keysOf } from '../../../src/ui/warning/stuck-screen';

describe('how the page was reached', () => {
  it.each([
    ['?case=ab-12', { mode: 'live', caseId: 'ab-12' }],
    ['?blocked=1&case=ab-12&held=3', { mode: 'blocked', caseId: 'ab-12', ruleId: 3 }],
    ['?blocked=1&case=ab-12', { mode: 'blocked', caseId: 'ab-12', ruleId: null }],
    ['?blocked=1&case=ab-12&held=3e9', { mode: 'blocked', caseId: 'ab-12', ruleId: null }],
    ['?blocked=1', { mode: 'blocked', caseId: null, ruleId: null }],
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
  const sentences = {
    'reason.wants-call': 'It wants you to call {phone}.',
    'reason.wants-call.plain': 'It wants you to call.',
    'reason.makes-noise': 'It plays an alarm.',
    'reason.takes-screen': 'It takes the screen.',
    'reason.is-article': 'It reads like an article.',
    'reason.sounds-like': 'It sounds like a letter.',
  };
  const reason = (id: string, weight: number, values?: Record<string, string>) => ({ id, weight, values });

  beforeAll(() => {
    vi.mocked(hasText).mockImplementation((key) => key in sentences);
    vi.mocked(t).mockImplementation((key, values = {}) =>
      (sentences[key as keyof typeof sentences] ?? key).replace(/\{(\w+)\}/g, (whole, name: string) =>
        String(values[name] ?? whole),
      ),
    );
  });

  it('shows what tells most, never what speaks for the page or has no sentence', () => {
    const reasons = [
      reason('no-sentence', 9),
      reason('wants-call', 5, { phone: '555-0134' }),
      reason('makes-noise', 2),
      reason('takes-screen', 1),
      reason('is-article', -3),
    ];
    expect(tellingSentences(reasons, 2)).toEqual(['It wants you to call 55•-••34.', 'It plays an alarm.']);
    expect(tellingSentences(reasons)).toHaveLength(3);
  });

  it('hold a number that cannot be called, but in the journal', () => {
    const reasons = [reason('wants-call', 5, { phone: '+1 800 555-0134' })];
    expect(tellingSentences(reasons)).toEqual(['It wants you to call +1 8•• •••-••34.']);
    expect(tellingSentences(reasons, 1, 'whole')).toEqual(['It wants you to call +1 800 555-0134.']);
  });

  it('are left in the order of the judgement, which tells last what names nothing', () => {
    const told = tellingSentences([reason('makes-noise', 2), reason('sounds-like', 9)]);
    expect(told).toEqual(['It plays an alarm.', 'It sounds like a letter.']);
  });

  it('says it plainly where the value was not kept', () => {
    expect(tellingSentences([reason('wants-call', 5)])).toEqual(['It wants you to call.']);
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

  it('is the one that its rule names, and of that case alone', () => {
    const [first, second] = ['https://scam.example/a', 'https://second.example/b'].map((address, index) => ({
      caseId: 'x',
      address,
      at: 5,
      ruleId: index + 1,
    }));
    const other = { caseId: 'y', address: 'https://other.example/', at: 5, ruleId: 3 };
    const address = (ruleId: number) => findHeldBack([first, second, other], 'x', ruleId)?.address;
    expect([1, 2, 3].map(address)).toEqual([first?.address, second?.address, first?.address]);
  });

  it('is told with what is known of how it was closed', () => {
    const known = { address: 'https://bread.example/', at: 5, unjudged: true, unwatched: true };
    const told = { ...known, ruleId: 3, caseId: 'z', exact: true };
    expect(findHeldBack([told], 'z')).toEqual(known);
    expect(findHeldBack([{ ...told, unwatched: 'yes' }], 'z')).toEqual({ ...known, unwatched: undefined });
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
    ['Mozilla/5.0 (Windows NT 10.0; Win64; x64)', ['alt', 'F4'], ['ctrl', 'shift', 'esc']],
    ['Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7)', ['cmd', 'Q'], ['option', 'cmd', 'esc']],
    ['Mozilla/5.0 (X11; CrOS x86_64 14541.0.0)', ['ctrl', 'shift', 'W'], ['search', 'esc']],
    ['Mozilla/5.0 (X11; Linux x86_64; rv:142.0)', ['alt', 'F4'], []],
  ])('%s', (agent, quit, force) => {
    expect(keysOf(agent)).toMatchObject({ quit, force });
  });
});
