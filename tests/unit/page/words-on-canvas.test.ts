// @vitest-environment jsdom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { watchCanvas } from '../../../src/page/acts/canvas';
import { unitScope } from './unit-scope';

const clock = vi.hoisted(() => ({ now: 0, later: [] as (() => void)[] }));
vi.mock('../../../src/page/natives', async (original) => ({
  ...(await original<object>()),
  now: () => clock.now,
  later: (run: () => void) => clock.later.push(run),
}));
beforeEach(() => {
  clock.now = 0;
  clock.later.length = 0;
});

describe('words painted on a canvas', () => {
  const canvas = () => {
    const painted: unknown[] = [];
    const CanvasRenderingContext2D = { prototype: { fillText: (text: unknown) => void painted.push(text), strokeText: (text: unknown) => void painted.push(text) } };
    const { prototype } = CanvasRenderingContext2D;
    const getContext: (kind: string) => unknown = () => Object.create(prototype);
    const HTMLCanvasElement = { prototype: { getContext } };
    // What the page put in the place of the class is not asked.
    const unit = unitScope({ CanvasRenderingContext2D: class {}, HTMLCanvasElement });
    watchCanvas(unit.scope);
    const own = prototype.fillText;
    const passes = (): void => {
      clock.now += 150;
      for (const run of clock.later.splice(0)) run();
    };
    return { ...unit, painted, prototype, passes, isWatched: () => prototype.fillText !== own, context: (kind: string) => HTMLCanvasElement.prototype.getContext(kind) };
  }; // prettier-ignore

  it('are told together, all that come within a moment', () => {
    const { context, prototype, passes, claims, painted } = canvas();
    context('2d');
    for (const text of ['Windows is locked', 'Call us now', 12_345_678]) prototype.fillText(text);
    expect(claims).toEqual([]);
    passes();
    expect(claims).toEqual(['canvas-text Windows is locked\nCall us now']);
    expect(painted).toHaveLength(3);
    prototype.fillText('or lose it all');
    passes();
    expect(claims[1]).toBe('canvas-text or lose it all');
  });

  it('are told as words and as one where they come in short pieces, and not at all where they are a label', () => {
    const { context, prototype, passes, claims } = canvas();
    context('2d');
    prototype.fillText('Score');
    passes();
    expect(claims).toEqual([]);
    for (const piece of ['Call', 'us', ' n', 'ow']) prototype.fillText(piece);
    passes();
    expect(claims).toEqual(['canvas-text Score Call us  n ow ScoreCallus now']);
  });

  it('are told as soon as they are many', () => {
    const { context, prototype, claims, isWatched } = canvas();
    context('2d');
    for (const letter of 'Windows is locked. '.repeat(60)) prototype.fillText(letter);
    expect(claims.length).toBe(2);
    expect(claims[0]).toContain('locked. Windows');
    prototype.fillText('');
    for (const letter of 'Windows is locked. '.repeat(1_000)) prototype.fillText(letter);
    for (const letter of 'Windows is locked. '.repeat(3_000)) prototype.fillText(letter);
    expect(isWatched(), 'not all claims at once').toBe(true);
  });

  it('are told though the page has cleared the timer, and then only once', () => {
    const { context, prototype, passes, claims } = canvas();
    context('2d');
    prototype.fillText('Windows is locked');
    clock.now += 400;
    prototype.fillText('Call us now');
    expect(claims).toEqual(['canvas-text Windows is locked\nCall us now']);
    passes();
    expect(claims).toHaveLength(1);
  });

  it('are not listened to any more after some claims', () => {
    const { context, prototype, passes, claims, isWatched } = canvas();
    context('2d');
    const { fillText } = prototype;
    for (let claimed = 0; claimed < 12; claimed += 1, passes()) {
      expect(isWatched()).toBe(true);
      prototype.fillText('Call us now');
    }
    expect(isWatched()).toBe(false);
    fillText('kept by the page');
    passes();
    expect(claims).toHaveLength(12);
  });

  it('are not watched for where the page draws in another way', () => {
    const { context, isWatched } = canvas();
    context('webgl');
    expect(isWatched()).toBe(false);
    context('2d');
    expect(isWatched()).toBe(true);
  });

  it('are told up to a length', () => {
    const { context, prototype, passes, claims } = canvas();
    context('2d');
    for (let line = 0; line < 1_000; line += 1) prototype.strokeText('Call us now');
    passes();
    expect(claims[0]?.length).toBeLessThan(1_100);
  });
});
