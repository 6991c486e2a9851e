import { describe, expect, it, vi } from 'vitest';

vi.mock('../../../src/browser/api', () => ({ browser: {} }));

const { keptOf, newFrame, withAct, withDocument, withFrame } =
  await import('../../../src/background/tab-state');
type TabState = import('../../../src/background/tab-state').TabState;

const blank: TabState = {
  frames: {},
  level: 'quiet',
  score: 0,
  caseId: null,
  openedBy: null,
  opened: [],
  documents: [],
  lastBeat: null,
  silentFor: 0,
  dialogAt: null,
  careful: false,
  isPrivate: false,
};

describe('documents of a tab', () => {
  it('a new top document forgets frames and verdict, not the tabs it opened', () => {
    const before = {
      ...blank,
      level: 'warn' as const,
      opened: [{ tabId: 9, at: 1 }],
      frames: { 0: newFrame('a', 'x'), 3: newFrame('b', 'y') },
    };
    const after = withDocument(before, 0, 'c', 'http://new.test/', 5);
    expect(Object.keys(after.frames)).toEqual(['0']);
    expect(after.level).toBe('quiet');
    expect(after.opened).toHaveLength(1);
    expect(after.documents).toEqual([5]);
  });

  it('counts the documents of one host, however their addresses differ, and begins anew on another', () => {
    const addresses = [
      'https://one.test/a',
      'https://one.test/b?x=1',
      'https://one.test/',
      'https://two.test/',
    ];
    const states: TabState[] = [];
    for (const [at, address] of addresses.entries())
      states.push(withDocument(states.at(-1) ?? blank, 0, `doc ${at}`, address, at));
    expect(states.map(({ documents }) => documents)).toEqual([[0], [0, 1], [0, 1, 2], [3]]);
  });

  it('the same document changes nothing', () => {
    const state = withDocument(blank, 0, 'a', 'x', 1);
    expect(withDocument(state, 0, 'a', 'x', 2)).toBe(state);
  });

  it('an unknown frame cannot be changed', () => {
    expect(withFrame(blank, 7, (frame) => ({ ...frame, title: 'x' }))).toBe(blank);
  });
});

describe('acts of a frame', () => {
  it('keeps the first and last time, the larger count, and five dialog texts', () => {
    let frame = newFrame('a', 'x');
    for (let n = 1; n <= 8; n += 1)
      frame = withAct(frame, 'alert', { at: n * 10, unasked: n < 3, count: n, detail: `text ${n}` });
    expect(frame.acts.alert).toEqual({ count: 8, unasked: 2, firstAt: 10, lastAt: 80 });
    expect(frame.dialogs).toHaveLength(5);
  });

  it('a count that goes down is not believed', () => {
    const once = withAct(newFrame('a', 'x'), 'alert', { at: 1, unasked: true, count: 5, detail: '' });
    expect(withAct(once, 'alert', { at: 2, unasked: true, count: 1, detail: '' }).acts.alert?.count).toBe(6);
  });
});

describe('what may be written down', () => {
  const told = withDocument(blank, 0, 'd', 'https://one.example/secret', 1);
  it('is everything of an ordinary window', () => {
    expect(keptOf(told)).toBe(told);
  });
  it('is nothing a page of a private window told', () => {
    expect(JSON.stringify(keptOf({ ...told, isPrivate: true, caseId: 'c' }))).not.toContain('secret');
    expect(keptOf({ ...told, isPrivate: true, caseId: 'c' }).caseId).toBe('c');
  });
});

describe('the same report twice', () => {
  it('counts once', () => {
    const seen = { at: 7, unasked: true, count: 2, detail: 'text' };
    const once = withAct(newFrame('a', 'x'), 'alert', seen);
    expect(withAct(once, 'alert', seen)).toBe(once);
  });
});
