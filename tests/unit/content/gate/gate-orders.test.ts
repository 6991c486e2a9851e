// @vitest-environment jsdom
import { describe, expect, it, vi } from 'vitest';
import { documentState } from '../../../../src/content/document-state';
import { acts, claim, eachWithItsOwnGates, gates, heard, listeners, obey, open, real, SCAM, sent, told } from './gate-page'; // prettier-ignore

eachWithItsOwnGates();

describe('an order of the background', () => {
  it.each(['defuse', 'stand-down'] as const)(
    'reaches the hook, and the detector hears of it: %s',
    (order) => {
      open('Hello');
      obey(order);
      expect([heard, told]).toEqual([[order], ['order']]);
    },
  );

  it('to look again is none for the hook', () => {
    open('Hello');
    obey('look-again');
    expect([heard, told]).toEqual([[], ['order']]);
  });

  it('takes the keys that lead out and the menu from a page that was judged, and from no other', () => {
    open('Hello');
    const ways = (): boolean[] => [real('keydown', { key: 'Escape' }), real('contextmenu'), real('keydown', { key: 'a' })]; // prettier-ignore
    expect(ways()).toEqual([true, true, true]);
    obey('defuse');
    expect(ways()).toEqual([false, false, true]);
    obey('look-again');
    expect(ways(), 'it is still judged').toEqual([false, false, true]);
    obey('stand-down');
    expect(ways(), 'it is trusted').toEqual([true, true, true]);
  });

  it('to look again has a page watched anew that was trusted before', () => {
    open('Hello');
    obey('stand-down');
    claim('alert', { detail: SCAM });
    expect(sent).toEqual([]);
    obey('look-again');
    expect(gates()).toHaveLength(1);
    claim('alert', { detail: SCAM });
    expect(acts()).toMatchObject([{ act: 'alert', detail: SCAM }]);
  });

  it('to leave a page alone ends as the browser shows it again out of its memory; the worker gives it anew', () => {
    open('Hello');
    obey('stand-down');
    const show = (persisted: boolean, isTrusted = true) => real('pageshow', { persisted, isTrusted });
    const own = () => sent.filter(({ doc }) => doc === documentState().doc); // gates of other tests hear of it, too
    show(false);
    show(true, false); // made up by the page
    expect(own()).toEqual([]);
    show(true);
    expect(own()).toMatchObject([{ type: 'gate' }]);
    show(true);
    expect(own(), 'it is watched already').toHaveLength(1);
  });

  it('is not waited for by an opened page that the browser shows again out of its memory: it tells all anew', () => {
    const show = (persisted: boolean) => real('pageshow', { persisted });
    open('Hello');
    const hears = vi.fn();
    documentState().onChange = hears;
    show(true);
    expect(hears, 'it has told nothing').not.toHaveBeenCalled();
    claim('alert');
    hears.mockClear();
    show(false);
    expect(hears).not.toHaveBeenCalled();
    show(true);
    expect(hears.mock.calls).toEqual([['order']]);
  });

  it('to look again has an open gate that was trusted ask for the detector once more, another one not', () => {
    open('Hello');
    claim('alert');
    expect(gates()).toHaveLength(1);
    obey('look-again');
    expect(gates()).toHaveLength(1);
    obey('stand-down');
    obey('look-again');
    expect(gates()).toHaveLength(2);
    expect(new Set(sent.map(({ doc }) => doc)).size, 'it is the same document').toBe(1);
  });

  it('is listened for by message from the first one on, though the gate has not opened', () => {
    open('Hello');
    expect(listeners).toHaveLength(0);
    obey('defuse');
    expect([listeners.length, sent]).toEqual([1, []]);
  });

  it('is listened for once, however often the gate opens', () => {
    open('Hello');
    claim('alert');
    obey('stand-down');
    obey('look-again');
    expect(listeners).toHaveLength(1);
  });
});

describe('what happens in a page', () => {
  it('is told to the detector: acts, and the clicks and keys of the person', () => {
    open('Hello');
    claim('vibrate');
    real('pointerdown');
    real('keydown', { key: 'a' });
    real('keydown', { key: 'a', isTrusted: false });
    real('pointerdown', { isTrusted: false });
    expect(told).toEqual(['act', 'gesture', 'gesture']);
  });

  it('has the first click or key remembered', async () => {
    open('Hello');
    expect(documentState().gestureAt).toBeNull();
    real('pointerdown');
    const first = documentState().gestureAt;
    await vi.advanceTimersByTimeAsync(1_000);
    real('pointerdown');
    expect(first).not.toBeNull();
    expect(documentState().gestureAt).toBe(first);
  });

  it('and what follows a click or a key begins a row of its own', async () => {
    open('Hello');
    for (const press of ['pointerdown', 'keydown'] as const) {
      claim('confirm');
      claim('confirm');
      expect(documentState().acts.confirm?.count).toBe(2);
      await vi.advanceTimersByTimeAsync(1_000);
      real(press, { key: 'a' });
      await vi.advanceTimersByTimeAsync(1_000);
      claim('confirm');
      expect(documentState().acts.confirm?.count, press).toBe(1);
      await vi.advanceTimersByTimeAsync(1_000);
      real('pointerdown');
    }
  });

  it.each([
    ['a click', () => void real('pointerdown')],
    ['full screen', () => claim('fullscreen', { asked: true })],
  ])('is looked at soon after %s, also where no change of the document tells', async (_what, happen) => {
    open('');
    const picture = document.createElement('img');
    document.body.append(picture);
    await vi.advanceTimersByTimeAsync(120_000);
    picture.setAttribute('alt', SCAM); // attributes are not watched here
    await vi.advanceTimersByTimeAsync(120_000);
    expect(gates()).toEqual([]);
    happen();
    await vi.advanceTimersByTimeAsync(400);
    expect(gates()).toHaveLength(1);
  });

  it('is listened for anew at each look, and where the detector asks: document.open() throws all listeners away', async () => {
    open('Hello');
    const listen = vi.spyOn(window, 'addEventListener').mockClear();
    const heardAnew = (): string[] => listen.mock.calls.splice(0).map(([type]) => type);
    const all = ['pointerdown', 'keydown', 'input', 'contextmenu', 'play', 'fullscreenchange'];
    documentState().listenAnew?.();
    expect(heardAnew()).toEqual(all);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(heardAnew()).toEqual(all);
    listen.mockRestore();
  });

  it('is read from the markup, too', async () => {
    open('Hello');
    document.body.setAttribute('onbeforeunload', 'return 1');
    await vi.advanceTimersByTimeAsync(1_000);
    document.body.removeAttribute('onbeforeunload');
    expect(documentState().acts.beforeunload?.count).toBe(1);
  });

  it('is one act where the hook tells of a sound and the browser of the same', () => {
    open('Hello');
    claim('sound', { asked: true });
    real('play', { target: Object.assign(document.createElement('audio'), { muted: false, volume: 1 }) });
    expect(documentState().acts.sound?.count).toBe(1);
  });
});
