// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { careful, settleAgain, SETTLE_MS, watchSight } from '../../../src/ui/shared/careful-press';

/** What the browser says of the page; jsdom shows and focuses nothing by itself. */
const page = { visibility: 'visible', focus: true };
let act: ReturnType<typeof vi.fn<() => string>>;

const press = (kind: 'safe' | 'risky', isTrusted = true): unknown =>
  careful(kind, act)({ isTrusted } as MouseEvent); // only this field is read; a script cannot make a trusted event

function goes(change: Partial<typeof page>, event: 'focus' | 'blur' | 'visibilitychange'): void {
  Object.assign(page, change);
  (event === 'visibilitychange' ? document : window).dispatchEvent(new Event(event));
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['performance'] });
  Object.assign(page, { visibility: 'visible', focus: true });
  vi.spyOn(document, 'visibilityState', 'get').mockImplementation(
    () => page.visibility as DocumentVisibilityState,
  );
  vi.spyOn(document, 'hasFocus').mockImplementation(() => page.focus);
  act = vi.fn(() => 'done');
  watchSight();
  goes({ visibility: 'hidden', focus: false }, 'visibilitychange');
  goes({ visibility: 'visible', focus: true }, 'visibilitychange');
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

describe('"this is a mistake"', () => {
  it('counts 600 ms after the page came up in a focused window, not a moment earlier', () => {
    vi.advanceTimersByTime(SETTLE_MS - 1);
    expect(press('risky')).toBeUndefined();
    vi.advanceTimersByTime(1);
    expect(press('risky')).toBe('done');
    expect(act).toHaveBeenCalledTimes(1);
  });

  it('never counts when a script presses', () => {
    vi.advanceTimersByTime(10 * SETTLE_MS);
    expect(press('risky', false)).toBeUndefined();
    expect(press('safe', false)).toBeUndefined();
    expect(act).not.toHaveBeenCalled();
  });

  it('does not count in a window without the focus, nor just after it came back; closing does', () => {
    vi.advanceTimersByTime(10 * SETTLE_MS);
    goes({ focus: false }, 'blur');
    expect(press('risky')).toBeUndefined();
    expect(press('safe')).toBe('done');
    goes({ focus: true }, 'focus');
    vi.advanceTimersByTime(SETTLE_MS - 1);
    expect(press('risky')).toBeUndefined();
    vi.advanceTimersByTime(1);
    expect(press('risky')).toBe('done');
  });

  it('waits anew when the page was out of sight or its screen has changed', () => {
    vi.advanceTimersByTime(10 * SETTLE_MS);
    goes({ visibility: 'hidden' }, 'visibilitychange');
    expect(press('safe')).toBeUndefined();
    goes({ visibility: 'visible' }, 'visibilitychange');
    expect(press('safe')).toBeUndefined();
    vi.advanceTimersByTime(SETTLE_MS);
    expect(press('safe')).toBe('done');
    settleAgain();
    expect(press('safe')).toBeUndefined();
    expect(press('risky')).toBeUndefined();
  });
});
