import { describe, expect, it } from 'vitest';
import type { ActName, Acts } from '../../../../src/detection/facts';
import { ActQuota, count } from '../../../../src/content/gate/act-book';
import { actWeight, ENOUGH } from '../../../../src/content/act-weight';
import { documentState, type DocumentState } from '../../../../src/content/document-state';
import { ACT_MESSAGE_CAP, FRAME_KEY } from '../../../../src/messages/content-messages';

const acts = (...names: [ActName, number, number][]): Acts =>
  Object.fromEntries(
    names.map(([act, all, unasked]) => [act, { count: all, unasked, firstAt: 0, lastAt: 0 }]),
  );

const emptyState = (): DocumentState => {
  Reflect.deleteProperty(globalThis, Symbol.for(FRAME_KEY));
  return documentState();
};

describe('acts that open the gate', () => {
  it.each<[string, Acts]>([
    ['one dialog', acts(['alert', 1, 1])],
    ['a keyboard lock', acts(['keyboard-lock', 1, 0])],
    ['a command on the clipboard', acts(['clipboard', 1, 0])],
    ['windows nobody asked for', acts(['open-window', 1, 1])],
    ['a flood of history', acts(['history', 30, 0])],
    ['full screen with beforeunload', acts(['fullscreen', 1, 0], ['beforeunload', 1, 0])],
    ['sound nobody asked for with a blocked menu', acts(['sound', 1, 1], ['block-menu', 1, 0])],
    ...(['confirm', 'prompt', 'print', 'block-key', 'speech', 'auth-prompt'] as const).map(
      (act): [string, Acts] => [act, acts([act, 1, 0])],
    ),
    ['full screen nobody asked for', acts(['fullscreen', 1, 1])],
    ['a file nobody asked for', acts(['download', 1, 1])],
    ['a program nobody asked for', acts(['external-link', 1, 1])],
    ['two plain ones together', acts(['pointer-lock', 1, 0], ['vibrate', 1, 0])],
    ['sound and a question nobody asked for', acts(['sound', 1, 1], ['notification', 1, 1])],
    ['loading itself again and again', acts(['reload', 3, 0])],
    ['one file after the other', acts(['download', 3, 0])],
    ['one window after the other', acts(['open-window', 3, 0])],
    ['full screen again and again', acts(['fullscreen', 3, 0])],
  ])('%s', (_name, seen) => {
    expect(actWeight(seen)).toBeGreaterThanOrEqual(ENOUGH);
  });

  it.each<[string, Acts]>([
    ['nothing', acts()],
    ['a video in full screen with sound', acts(['fullscreen', 1, 0], ['sound', 4, 0])],
    ['an app that goes through its pages', acts(['history', 12, 9])],
    ['a form that warns', acts(['beforeunload', 1, 1])],
    ['a popup for signing in', acts(['open-window', 1, 0])],
    ['two of them', acts(['open-window', 2, 0])],
    ['a page that loads itself again', acts(['reload', 2, 2])],
    ['two files that the person saved', acts(['download', 2, 0])],
    ['a telephone link that the person pressed', acts(['external-link', 4, 0])],
    [
      'a site that asks to notify once the person has clicked',
      acts(['notification', 5, 0], ['vibrate', 1, 0]),
    ],
    ['a film that goes in and out of full screen', acts(['fullscreen', 2, 0], ['sound', 2, 0])],
    ['an app that goes through many pages', acts(['history', 29, 29])],
    ['a map that writes its names', acts(['canvas-text', 500, 500], ['vibrate', 1, 0])],
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
    expect(state.actTexts).toEqual(['one']);
  });

  it('keeps the texts of what people read, hear or paste, of nothing else', () => {
    const state = emptyState();
    for (const act of ['confirm', 'prompt', 'canvas-text', 'speech', 'clipboard'] as const)
      count(state, { act, detail: act, at: 1, unasked: true, count: 1 });
    for (const act of ['download', 'external-link', 'reload', 'block-key', 'sound'] as const)
      count(state, { act, detail: act, at: 1, unasked: true, count: 1 });
    count(state, { act: 'alert', detail: '', at: 1, unasked: true, count: 1 });
    expect(state.actTexts).toEqual(['confirm', 'prompt', 'canvas-text', 'speech', 'clipboard']);
    for (const detail of ['one', 'two']) count(state, { act: 'alert', detail, at: 1, unasked: true, count: 1 });
    expect(state.actTexts, 'the first ones and the newest').toEqual(['confirm', 'prompt', 'canvas-text', 'speech', 'two']);
  }); // prettier-ignore

  it('counts what the hook has left out, and what nobody has told of', () => {
    const state = emptyState();
    const told = (times: number, unasked: boolean): void =>
      count(state, { act: 'sound', detail: '', at: 1, unasked, count: times });
    told(5, true);
    told(1, true);
    told(1, false);
    expect(state.acts.sound).toMatchObject({ count: 7, unasked: 2 });
  });

  describe('what holds a person only in a row', () => {
    const counted = (act: ActName, claims: [at: number, touchedAt: number][]): unknown => {
      const state = emptyState();
      claims.forEach(([at, touchedAt], index) => {
        state.touchedAt = touchedAt;
        count(state, { act, detail: '', at, unasked: false, count: index + 1 });
      });
      return state.acts[act];
    };

    it.each(['alert', 'confirm', 'prompt', 'print', 'history'] as const)('%s', (act) => {
      expect(counted(act, [[10, 5], [20, 5], [60_020, 5]]), 'goes on').toMatchObject({ count: 3, firstAt: 10 });
      expect(counted(act, [[10, 5], [20, 15], [30, 15]]), 'a click').toEqual({ count: 2, unasked: 0, firstAt: 20, lastAt: 30 });
      expect(counted(act, [[10, 5], [60_011, 5]]), 'a minute').toMatchObject({ count: 1, firstAt: 60_011 });
    }); // prettier-ignore

    it('all else is counted on', () => {
      expect(counted('fullscreen', [[10, 5], [20, 15], [90_000, 80_000]])).toMatchObject({ count: 3, firstAt: 10 });
    }); // prettier-ignore

    it('counts in the new row what the hook has left out of it, and nothing of the row before', () => {
      const state = emptyState();
      const told = (at: number, times: number): void =>
        count(state, { act: 'history', detail: '', at, unasked: false, count: times });
      told(10, 40);
      state.touchedAt = 15;
      told(20, 41);
      told(30, 45);
      expect(state.acts.history?.count).toBe(5);
    });
  });

  it('lets all of the first few of an act through, and the dialogs to the last message', () => {
    const quota = new ActQuota();
    const few = acts(['vibrate', 6, 0], ['alert', 1, 0], ['print', 1, 0], ['confirm', 1, 0]);
    const sent = (act: ActName, times: number): number =>
      Array.from({ length: times }, () => quota.allows(act, few, 0)).filter(Boolean).length;
    expect(sent('vibrate', 100)).toBe(ACT_MESSAGE_CAP - 20);
    expect(sent('sound', 1)).toBe(0);
    expect(sent('print', 7) + sent('confirm', 7)).toBe(14);
    expect(sent('alert', 100)).toBe(6);
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
