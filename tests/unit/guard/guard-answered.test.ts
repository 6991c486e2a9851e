// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ASKED, back, FILE, historyLength, LATER_MS, open, press, startWorld, world } from './guard-screen';

beforeEach(startWorld);
afterEach(() => void vi.useRealTimers());

describe('after "No, go on"', () => {
  it('goes back where a file came and no page', async () => {
    await open(ASKED);
    await press('guard-no');
    expect(world.answers).toEqual(['go-on']);
    expect(back).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(LATER_MS);
    expect(back).toHaveBeenCalledTimes(1);
    expect(world.removed).toEqual([]);
  });

  it('closes its own tab where there is nothing to go back to', async () => {
    historyLength.mockReturnValue(1);
    await open(ASKED);
    await press('guard-no');
    await vi.advanceTimersByTimeAsync(LATER_MS);
    expect([world.removed, back.mock.calls.length]).toEqual([[4], 0]);
  });

  it('the same after "Open it carefully"', async () => {
    await open(`?careful=1&address=${encodeURIComponent(FILE)}`);
    await press('careful-open');
    await vi.advanceTimersByTimeAsync(LATER_MS);
    expect([world.answers, back.mock.calls.length]).toEqual([['carefully'], 1]);
  });

  it('waits for a slow site as long as it is on its way', async () => {
    world.status = 'loading';
    await open(ASKED);
    await press('guard-no');
    await vi.advanceTimersByTimeAsync(5 * LATER_MS);
    expect(back).not.toHaveBeenCalled();
    world.status = 'complete';
    await vi.advanceTimersByTimeAsync(LATER_MS);
    expect(back).toHaveBeenCalledTimes(1);
  });

  it('stays where the person says meanwhile that someone is on the phone, until they say otherwise', async () => {
    await open(ASKED);
    await press('guard-no');
    await press('guard-yes');
    await vi.advanceTimersByTimeAsync(2 * LATER_MS);
    expect(back).not.toHaveBeenCalled();
    expect(document.body.textContent).toContain('Hang up now.');
    await press('guard-wrong');
    await vi.advanceTimersByTimeAsync(LATER_MS);
    expect(back).toHaveBeenCalledTimes(1);
  });
});

describe('"Yes, someone is asking me" after "No, go on"', () => {
  it('stops the page that is on its way, first of all, and has another one take its place', async () => {
    const stop = vi.spyOn(window, 'stop').mockImplementation(() => void world.answers.push('stopped'));
    await open(ASKED);
    await press('guard-no');
    const replace = vi.fn();
    vi.stubGlobal('location', { search: ASKED, replace });
    await press('guard-yes');
    vi.unstubAllGlobals();
    stop.mockRestore();
    expect(world.answers).toEqual(['go-on', 'stopped', 'stop']);
    const [next] = replace.mock.calls[0] as [string];
    const { readRequest } = await import('../../../src/ui/guard/request');
    expect(readRequest(next)).toMatchObject({ address: FILE, program: 'AnyDesk', said: true });
  });

  it('waits for no worker that has to wake up first', async () => {
    await open(ASKED);
    await press('guard-no');
    const replace = vi.fn();
    vi.stubGlobal('location', { search: ASKED, replace });
    world.silent = true;
    await press('guard-yes');
    await vi.advanceTimersByTimeAsync(150);
    vi.unstubAllGlobals();
    expect(replace).toHaveBeenCalledTimes(1);
  });

  it('stays on its page where nothing is on its way', async () => {
    await open(ASKED);
    const replace = vi.fn();
    vi.stubGlobal('location', { search: ASKED, replace });
    await press('guard-yes');
    await vi.advanceTimersByTimeAsync(LATER_MS);
    vi.unstubAllGlobals();
    expect(replace).not.toHaveBeenCalled();
  });

  it('the page that takes its place says to hang up, and tells the worker once more', async () => {
    await open(`${ASKED}&said=yes`);
    await vi.advanceTimersByTimeAsync(50);
    expect(document.body.textContent).toContain('Hang up now.');
    expect(world.answers).toEqual(['stop']);
  });
});
