// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { sweepTimers } from '../own-time';
import { begin, eachWithItsOwnSchedules } from './schedules';

const parser = vi.hoisted(() => ({ isAtWork: false }));
vi.mock('../../../../src/content/safe-document', async (original) => ({
  ...(await original<object>()),
  isLoading: () => parser.isAtWork,
}));

eachWithItsOwnSchedules();

describe('while the page is parsed', () => {
  beforeEach(() => {
    document.body.replaceChildren();
    parser.isAtWork = true;
  });
  afterEach(() => {
    parser.isAtWork = false;
    vi.restoreAllMocks();
  });

  /** The parser puts elements in; a microtask later the change is told. */
  async function parse(...names: string[]): Promise<void> {
    for (const name of names) {
      const element = document.createElement(name);
      if (name === 'p') element.textContent = 'words';
      document.body.append(element);
    }
    await vi.advanceTimersByTimeAsync(0);
  }

  it('looks at the words before a script that follows them can jam the page', async () => {
    const look = vi.fn();
    begin(look);
    await parse('p', 'script');
    expect(look).toHaveBeenCalledTimes(1);
  });

  it('does so wherever the parser is, in elements that it has not closed yet', async () => {
    const look = vi.fn();
    begin(look);
    let open: HTMLElement = document.body;
    await parse(...Array<string>(50).fill('p'));
    for (const name of ['main', 'section']) {
      open.append(document.createElement('p'), (open = document.createElement(name)));
      await vi.advanceTimersByTimeAsync(0);
    }
    expect(look).not.toHaveBeenCalled();
    open.append('words', document.createElement('script'));
    await vi.advanceTimersByTimeAsync(0);
    expect(look).toHaveBeenCalledTimes(1);
  });

  it('has what comes with its parents told as one change, until there is a script', async () => {
    const watched = vi.spyOn(MutationObserver.prototype, 'observe');
    const whole = () => watched.mock.calls.filter(([, options]) => options?.subtree).length;
    begin(vi.fn());
    await parse('p');
    await parse(...Array<string>(50).fill('p'), 'main');
    watched.mockClear();
    await parse('p', 'section');
    expect(whole()).toBe(0);
    expect(watched.mock.calls.map(([node]) => node.nodeName)).toContain('SECTION');
    await parse('script');
    expect(whole()).toBe(1);
  });

  it('lets words without a script wait, and looks once they have stood for a while', async () => {
    const look = vi.fn();
    begin(look);
    await parse('p');
    await parse('p');
    expect(look).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(60);
    expect(look).toHaveBeenCalledTimes(1);
  });

  it('waits by a timer for the first pieces, which is cheaper', async () => {
    const look = vi.fn();
    const signals = vi.spyOn(AbortSignal, 'timeout');
    begin(look);
    await parse('p');
    await vi.advanceTimersByTimeAsync(60);
    expect(look).toHaveBeenCalledTimes(1);
    expect(signals).not.toHaveBeenCalled();
  });

  it('waits the same way for a last piece that comes right before DOMContentLoaded', async () => {
    const look = vi.fn();
    const signals = vi.spyOn(AbortSignal, 'timeout');
    begin(look);
    parser.isAtWork = false;
    await parse('p');
    dispatchEvent(new Event('DOMContentLoaded'));
    await vi.advanceTimersByTimeAsync(1_000);
    expect(look).toHaveBeenCalledTimes(1);
    expect(signals).not.toHaveBeenCalled();
  });

  it.each(['a piece', 'DOMContentLoaded', 'a click'])(
    'looks at %s, where the page clears all timers while it is parsed',
    async (what) => {
      const look = vi.fn();
      const schedule = begin(look);
      await parse('p');
      sweepTimers();
      await vi.advanceTimersByTimeAsync(5_000);
      expect(look).not.toHaveBeenCalled();
      if (what === 'DOMContentLoaded') dispatchEvent(new Event(what));
      else if (what === 'a click') schedule.restart();
      else for (let piece = 0; piece < 3; piece += 1) await parse('p');
      for (let passed = 0; passed < 1_000; passed += 10) {
        sweepTimers();
        await vi.advanceTimersByTimeAsync(10);
      }
      expect(look).toHaveBeenCalled();
    },
  );

  it('does not wait for a script for ever, on a page of many pieces', async () => {
    const look = vi.fn();
    begin(look);
    for (let piece = 0; piece < 4; piece += 1) await parse('p');
    expect(look).toHaveBeenCalledTimes(1);
  });

  it('has no change told to it on a page of thousands of elements either, which came as one change', async () => {
    const look = vi.fn();
    begin(look);
    const main = document.createElement('main');
    main.append('words', ...Array.from({ length: 3_001 }, () => document.createElement('p')));
    document.body.append(main);
    await vi.advanceTimersByTimeAsync(0);
    expect(look).toHaveBeenCalledTimes(1);
    const watched = vi.spyOn(MutationObserver.prototype, 'observe');
    for (let piece = 0; piece < 10; piece += 1) await parse('p');
    expect(watched).not.toHaveBeenCalled();
  });

  it.each([[[]], [['script']]])(
    'has no change told to it any more once hundreds came together (%j), until the page is parsed',
    async (script) => {
      const look = vi.fn();
      begin(look);
      await parse(...Array<string>(501).fill('p'), ...script);
      expect(look).toHaveBeenCalledTimes(1);
      const watched = vi.spyOn(MutationObserver.prototype, 'observe');
      for (let piece = 0; piece < 100; piece += 1) {
        await parse('p', 'script');
        await vi.advanceTimersByTimeAsync(100);
      }
      expect(watched).not.toHaveBeenCalled();
      // In these ten seconds it is looked at by the clock all the same.
      expect(look.mock.calls.length).toBeGreaterThanOrEqual(6);
      parser.isAtWork = false;
      dispatchEvent(new Event('DOMContentLoaded'));
      expect(watched).toHaveBeenCalled();
      watched.mockRestore();
    },
  );

  it('is looked at no sooner than 0.7 s after the first look where it is long, however much comes', async () => {
    const look = vi.fn();
    begin(look);
    await parse(...Array<string>(501).fill('p'));
    for (let piece = 0; piece < 6; piece += 1) {
      await parse('p', 'script');
      await vi.advanceTimersByTimeAsync(100);
    }
    expect(look).toHaveBeenCalledTimes(1);
    await vi.advanceTimersByTimeAsync(200);
    expect(look).toHaveBeenCalledTimes(2);
  });

  it('waits for words where only a script has come', async () => {
    const look = vi.fn();
    begin(look);
    await parse('script');
    expect(look).not.toHaveBeenCalled();
    await parse('p');
    expect(look).toHaveBeenCalledTimes(1);
  });
});
