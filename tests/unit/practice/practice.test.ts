import { describe, expect, it, vi } from 'vitest';

vi.mock('../../../src/browser/api', () => ({ browser: {} }));

import { EscHold, HOLD_MS } from '../../../src/ui/practice/esc-hold';
import { closingKeys } from '../../../src/ui/practice/exercise-window';
import { advance, AT_START, endNow, EXERCISES, positionOf } from '../../../src/ui/practice/stages';
import { splitKeys } from '../../../src/ui/shared/key-caps';

describe('stages', () => {
  it('walks through every exercise to the end and remembers what was really done', () => {
    let progress = advance(AT_START, 'passed-over');
    const seen: string[] = [];
    while (progress.stage !== 'end') {
      seen.push(progress.stage);
      progress = advance(progress, progress.stage === 'keys' ? 'passed-over' : 'done');
    }
    expect(seen).toEqual([...EXERCISES]);
    expect(progress.done).toEqual(['esc', 'button', 'window']);
    expect(progress.praised).toBe(true);
  });

  it('can be left at any moment with what was done', () => {
    const second = advance(advance(AT_START, 'passed-over'), 'done');
    expect(endNow(second)).toEqual({ stage: 'end', done: ['esc'], praised: false });
    expect(advance(endNow(second), 'done').stage).toBe('end');
  });

  it('counts from one', () => {
    expect(['start', ...EXERCISES, 'end'].map((stage) => positionOf(stage as 'start'))).toEqual([
      0, 1, 2, 3, 4, 0,
    ]);
  });
});

describe('holding Esc', () => {
  it('needs the whole time in one press', () => {
    const hold = new EscHold();
    expect(hold.press(100)).toBe('holding');
    expect(hold.release(100 + HOLD_MS - 1)).toBe('too-short');
    expect(hold.press(5_000)).toBe('holding');
    expect(hold.press(5_000 + HOLD_MS - 1)).toBe('holding');
    expect(hold.press(5_000 + HOLD_MS)).toBe('long-enough');
  });

  it('is also told by the release, where the system sends no repeats', () => {
    const hold = new EscHold();
    hold.press(0);
    expect(hold.release(HOLD_MS)).toBe('long-enough');
  });

  it('takes a release without a press calmly', () => {
    expect(new EscHold().release(5)).toBe('none');
  });
});

describe('keys', () => {
  it.each([
    ['Alt+Shift+X', false, ['Alt', 'Shift', 'X']],
    ['⌥⇧X', true, ['option', 'shift', 'X']],
    ['Alt+Shift+X', true, ['option', 'Shift', 'X']],
    ['Ctrl+MacCtrl+X', true, ['cmd', 'ctrl', 'X']],
    ['F9', false, ['F9']],
    ['', false, []],
  ])('%s, on a Mac: %s', (shortcut, mac, keys) => {
    expect(splitKeys(shortcut, mac)).toEqual(keys);
  });

  it.each([
    ['Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15)', 'cmd'],
    ['Mozilla/5.0 (X11; CrOS x86_64)', 'ctrl'],
    ['Mozilla/5.0 (Windows NT 10.0; Win64)', 'alt'],
  ])('that close a window: %s', (agent, first) => {
    expect(closingKeys(agent)[0]).toBe(first);
  });
});
