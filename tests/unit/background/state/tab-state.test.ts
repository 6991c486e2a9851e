import { describe, expect, it, vi } from 'vitest';
import type { ActName } from '../../../../src/detection/facts';

vi.mock('../../../../src/browser/api', () => ({ browser: {} }));

const { isCalledScam, withCalledScam } = await import('../../../../src/background/state/called-scam');
const { keptOf } = await import('../../../../src/background/state/tab-state');
const { newFrame, withDocument, withFrame } = await import('../../../../src/background/state/documents');
const { withAct } = await import('../../../../src/background/state/frames');
type TabState = import('../../../../src/background/state/tab-state').TabState;
type FrameState = import('../../../../src/background/state/tab-state').FrameState;

const blank: TabState = {
  frames: {},
  level: 'quiet',
  score: 0,
  caseId: null,
  openedBy: null,
  opened: [],
  stay: { since: 0, hosts: [] },
  documents: [],
  lastBeat: null,
  silentFor: 0,
  dialogAt: null,
  careful: false,
  numberSought: false,
  calledScam: null,
  incognito: false,
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
  it('keeps the first and last time, the larger count, and five dialog texts: the first and the newest', () => {
    let frame = newFrame('a', 'x');
    for (let n = 1; n <= 8; n += 1)
      frame = withAct(frame, 'alert', { at: n * 10, unasked: n < 3, count: n, detail: `text ${n}` });
    expect(frame.acts.alert).toEqual({ count: 8, unasked: 2, firstAt: 10, lastAt: 80 });
    expect(frame.dialogs).toEqual([1, 5, 6, 7, 8].map((n) => `text ${n}`));
  });

  const told = (frame: ReturnType<typeof newFrame>, act: ActName, texts: string[]) =>
    texts.reduce(
      (one, detail, at) => withAct(one, act, { at, unasked: false, count: at + 1, detail }),
      frame,
    );

  it('keeps the texts of dialogs whatever the page had copied, painted or spoken before', () => {
    const busy = (['clipboard', 'canvas-text', 'speech'] as const).reduce(
      (frame, act) => told(frame, act, [...'abcde']),
      newFrame('a', 'x'),
    );
    const asked = told(told(busy, 'alert', ['call us']), 'auth-prompt', ['sign in']);
    expect(asked.dialogs).toEqual(['call us', 'sign in']);
    expect(asked.spoken).toEqual([...'abcde']);
  });

  it('keeps no text that nobody gets to read', () => {
    for (const act of ['open-window', 'history', 'download', 'external-link'] as const) {
      const { dialogs, spoken, acts } = told(newFrame('a', 'x'), act, [...'abcde']);
      expect([...dialogs, ...spoken]).toEqual([]);
      expect(acts[act]?.count).toBe(5);
    }
  });

  it('keeps each text once, and none that is empty', () => {
    expect(told(newFrame('a', 'x'), 'alert', ['', 'a', 'a', 'b', '']).dialogs).toEqual(['a', 'b']);
  });

  it('a count that goes down is not believed', () => {
    const once = withAct(newFrame('a', 'x'), 'sound', { at: 1, unasked: true, count: 5, detail: '' });
    expect(withAct(once, 'sound', { at: 2, unasked: true, count: 1, detail: '' }).acts.sound?.count).toBe(6);
  });

  it('but of a dialog: the person did something in between, and the gate counts anew', () => {
    const seen = { unasked: false, detail: '' };
    const twice = withAct(newFrame('a', 'x'), 'confirm', { ...seen, at: 10, count: 2 });
    const anew = withAct(twice, 'confirm', { ...seen, at: 20, count: 1 });
    expect(anew.acts.confirm).toEqual({ count: 1, unasked: 0, firstAt: 20, lastAt: 20 });
    expect(withAct(anew, 'confirm', { ...seen, at: 30, count: 2 }).acts.confirm).toMatchObject({
      count: 2,
      firstAt: 20,
    });
    expect(
      withAct(twice, 'confirm', { ...seen, at: 5, count: 1 }).acts.confirm?.firstAt,
      'a late report',
    ).toBe(10);
  });
});

describe('the frames of a tab that makes ever new ones', () => {
  type Facts = NonNullable<FrameState['facts']>;
  const facts = (area: number, concepts: number): Facts =>
    ({ area, words: { concepts: Array.from({ length: concepts }), phones: [] } }) as unknown as Facts;
  const many = (count: number, from: TabState): TabState => {
    let state = from;
    for (let n = 1; n <= count; n += 1) state = withDocument(state, 100 + n, `doc ${n}`, 'about:srcdoc', n);
    return state;
  };
  const top = withDocument(blank, 0, 'top', 'http://news.test/', 1);

  it('are all kept up to forty', () => {
    expect(Object.keys(many(39, top).frames)).toHaveLength(40);
  });

  it('are no more than that afterwards: the top one, the largest, those that tell, the newest', () => {
    const large = { ...newFrame('large', 'x'), facts: facts(0.8, 0) };
    const telling = { ...newFrame('telling', 'x'), facts: facts(0, 3) };
    const asking = { ...newFrame('asking', 'x'), dialogs: ['call us'] };
    const state = many(1_000, { ...top, frames: { ...top.frames, 1: large, 2: telling, 3: asking } });
    const ids = Object.keys(state.frames).map(Number);
    expect(ids.length).toBeLessThanOrEqual(41);
    expect(ids.slice(0, 4)).toEqual([0, 1, 2, 3]);
    expect(ids.slice(-10)).toEqual(Array.from({ length: 10 }, (_, at) => 1_091 + at));
  });

  it('let the one in that has just come, however many tell more', () => {
    const loud = Object.fromEntries(
      Array.from({ length: 60 }, (_, at) => [at + 50, { ...newFrame(`${at}`, 'x'), facts: facts(0.5, 2) }]),
    );
    const state = withDocument({ ...top, frames: { ...top.frames, ...loud } }, 7, 'late', 'x', 1);
    expect(Object.keys(state.frames)).toContain('7');
    expect(Object.keys(state.frames).length).toBeLessThanOrEqual(41);
  });

  it('are kept with a short address: that of a "data:" frame is its whole page', () => {
    const long = `data:text/html,${'x'.repeat(100_000)}`;
    expect(withDocument(top, 5, 'd', long, 1).frames[5]?.address).toHaveLength(1_000);
    expect(withDocument(blank, 0, 'd', `http://long.test/?${long}`, 1).frames[0]?.address).toHaveLength(
      8_000,
    );
  });
});

describe('the stay of a scam in a tab', () => {
  const step = (state: TabState, url: string, at: number, level: 'quiet' | 'warn' = 'quiet') => ({
    ...withDocument(state, 0, `${url}${at}`, url, at),
    level,
  });

  it('begins with the first report of its host, and goes on over its other pages', () => {
    const first = step(blank, 'http://one.test/', 10);
    expect(step(first, 'http://one.test/b', 20).stay).toEqual({ since: 10, hosts: ['one.test'] });
    expect(step(first, 'http://two.test/', 30).stay).toEqual({ since: 30, hosts: ['two.test'] });
  });

  it('goes on where a suspicious page moves itself to another host', () => {
    const first = step(blank, 'http://one.test/', 10, 'warn');
    expect(step(first, 'http://two.test/', 30).stay).toEqual({ since: 10, hosts: ['one.test', 'two.test'] });
  });

  it('remembers the eight newest hosts', () => {
    let state = blank;
    for (let n = 0; n < 20; n += 1) state = step(state, `http://h${n}.test/`, n, 'warn');
    expect(state.stay.hosts).toHaveLength(8);
    expect(state.stay.hosts.at(-1)).toBe('h19.test');
  });
});

describe('what may be written down', () => {
  const told = withDocument(blank, 0, 'd', 'https://one.example/secret', 1);
  it('is everything of an ordinary window', () => {
    expect(keptOf(told)).toBe(told);
  });
  it('is nothing a page of a private window told', () => {
    expect(JSON.stringify(keptOf({ ...told, incognito: true, caseId: 'c' }))).not.toContain('secret');
    expect(keptOf({ ...told, incognito: true, caseId: 'c' }).caseId).toBe('c');
  });
});

describe('the same report twice', () => {
  it('counts once', () => {
    const seen = { at: 7, unasked: true, count: 2, detail: 'text' };
    const once = withAct(newFrame('a', 'x'), 'alert', seen);
    expect(withAct(once, 'alert', seen)).toBe(once);
  });
});

describe('a page that the person called a scam', () => {
  const called = (address: string, shown: string) => isCalledScam(withCalledScam(blank, address), shown);

  it.each([
    ['https://scam.test/a?b#c', 'https://scam.test/a?b#c', true],
    ['https://scam.test/a?b#c', 'https://scam.test/a?d', true],
    ['https://scam.test/a', 'https://scam.test/b', false],
    ['https://scam.test/a', 'https://scam.test:8080/a', false],
    ['https://www.google.com/search?q=a', 'https://www.google.com/search?q=a', true],
    ['https://www.google.com/search?q=a', 'https://www.google.com/search?q=b', false],
    ['https://scam.test/a', '', false],
    [`https://scam.test/${'a'.repeat(9_000)}`, `https://scam.test/${'a'.repeat(9_000)}`, true],
  ])('at %.60s is the one at %.60s: %s', (address, shown, is) => {
    expect(called(address, shown)).toBe(is);
  });

  it('is none where nobody said so', () => {
    expect(isCalledScam(blank, 'https://scam.test/')).toBe(false);
  });

  it('is not written down of a private window', () => {
    const state = { ...withCalledScam(blank, 'https://scam.test/'), incognito: true };
    expect(keptOf(state).calledScam).toBeNull();
    expect(keptOf({ ...state, incognito: false })).toEqual({ ...state, incognito: false });
  });
});
