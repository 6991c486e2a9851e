import { describe, expect, it } from 'vitest';
import type { ActName, Acts } from '../../../src/detection/facts';
import { ActQuota, count } from '../../../src/content/gate/act-book';
import { actWeight, ENOUGH } from '../../../src/content/gate/act-weight';
import type { FrameState } from '../../../src/content/frame-state';
import { ACT_MESSAGE_CAP } from '../../../src/messages/content-messages';

const acts = (...names: [ActName, number, number][]): Acts =>
  Object.fromEntries(
    names.map(([act, all, unasked]) => [act, { count: all, unasked, firstAt: 0, lastAt: 0 }]),
  );

const emptyState = (): FrameState => ({
  doc: 'd',
  acts: {},
  dialogs: [],
  gestureAt: null,
  stoodDown: false,
  listenAnew: null,
  obey: null,
  listening: false,
  onChange: null,
});

describe('acts that open the gate', () => {
  it.each<[string, Acts]>([
    ['one dialog', acts(['alert', 1, 1])],
    ['a keyboard lock', acts(['keyboard-lock', 1, 0])],
    ['a command on the clipboard', acts(['clipboard', 1, 0])],
    ['windows nobody asked for', acts(['open-window', 1, 1])],
    ['a flood of history', acts(['history', 30, 0])],
    ['full screen with beforeunload', acts(['fullscreen', 1, 0], ['beforeunload', 1, 0])],
    ['sound nobody asked for with a blocked menu', acts(['sound', 1, 1], ['block-menu', 1, 0])],
  ])('%s', (_name, seen) => {
    expect(actWeight(seen)).toBeGreaterThanOrEqual(ENOUGH);
  });

  it.each<[string, Acts]>([
    ['nothing', acts()],
    ['a video in full screen with sound', acts(['fullscreen', 1, 0], ['sound', 4, 0])],
    ['an app that goes through its pages', acts(['history', 12, 9])],
    ['a form that warns', acts(['beforeunload', 1, 1])],
    ['a popup for signing in', acts(['open-window', 1, 0])],
  ])('not %s', (_name, seen) => {
    expect(actWeight(seen)).toBeLessThan(ENOUGH);
  });
});

describe('the book of acts', () => {
  it('keeps count, first and last time, and what people read', () => {
    const state = emptyState();
    count(state, { act: 'alert', detail: 'one', at: 10, unasked: true, count: 1 });
    count(state, { act: 'alert', detail: 'one', at: 30, unasked: false, count: 9 });
    count(state, { act: 'open-window', detail: '/other.html', at: 40, unasked: false, count: 1 });
    expect(state.acts.alert).toEqual({ count: 9, unasked: 1, firstAt: 10, lastAt: 30 });
    expect(state.dialogs).toEqual(['one']);
  });

  it('lets no flood through, and keeps room for dialogs', () => {
    const quota = new ActQuota();
    const flood = acts(['history', 1_000, 0], ['alert', 1, 1]);
    let sent = 0;
    for (let now = 0; now < 60_000; now += 50) if (quota.allows('history', flood, now)) sent += 1;
    expect(sent).toBeLessThan(ACT_MESSAGE_CAP);
    expect(quota.allows('alert', flood, 60_000)).toBe(true);
    for (let now = 0; now < 60_000; now += 200) quota.allows('alert', flood, now);
    expect(quota.allows('alert', flood, 100_000)).toBe(false);
  });

  it('slows down an act that goes on', () => {
    const quota = new ActQuota();
    const many = acts(['alert', 50, 50]);
    expect(quota.allows('alert', many, 0)).toBe(true);
    expect(quota.allows('alert', many, 40)).toBe(false);
    expect(quota.allows('alert', many, 120)).toBe(true);
  });
});
