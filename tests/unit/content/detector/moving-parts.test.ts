// @vitest-environment jsdom
import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { MovingParts } from '../../../../src/content/detector/moving-parts';

/** What a browser says of an animation; jsdom knows none. */
interface Animated {
  duration?: number | string;
  iterations?: number;
  playState?: string;
  frames?: object[];
}
class Effect {
  constructor(private readonly of: Animated) {}
  getTiming = (): Animated => this.of;
  getKeyframes = (): object[] => this.of.frames ?? [];
}
let animations: unknown[] = [];
vi.stubGlobal('KeyframeEffect', Effect);
Object.assign(Document.prototype, { getAnimations: () => animations });
afterAll(() => Reflect.deleteProperty(Document.prototype, 'getAnimations'));

beforeEach(() => {
  animations = [];
  document.body.replaceChildren();
});

describe('a scan that runs by itself', () => {
  it('is one where a number goes up from look to look', () => {
    const moving = new MovingParts();
    expect(['1 %', '2 %', '3 %'].map((text) => moving.look([text]))).toEqual([false, false, true]);
    expect(moving.look(['3 %']), 'it has been one').toBe(true);
  });

  it('is none where a number has changed once, as a page that goes on', () => {
    const moving = new MovingParts();
    for (const text of ['1 of 9', '1 of 9', '2 of 9', '2 of 9']) expect(moving.look([text])).toBe(false);
  });

  it.each([
    ['<progress value="1"></progress>', 'value'],
    ['<p role="progressbar" aria-valuenow="1"></p>', 'aria-valuenow'],
    ['<p style="width: 1%"></p>', 'style'],
  ])('is one where a bar grows: %s', (markup, attribute) => {
    document.body.innerHTML = markup;
    const moving = new MovingParts();
    const looks = [1, 2, 3].map((width) => {
      document.body.firstElementChild?.setAttribute(attribute, attribute === 'style' ? `width: ${width}%` : `${width}`);
      return moving.look([]);
    }); // prettier-ignore
    expect(looks).toEqual([false, false, true]);
  });

  const filling: Animated = {
    duration: 8_000,
    iterations: 1,
    playState: 'running',
    frames: [{ width: '0' }],
  };
  const isScan = (change: Animated): boolean => {
    const of = { ...filling, ...change };
    animations = [{ effect: new Effect(of), playState: of.playState }];
    return new MovingParts().look([]);
  };

  it('is one where a style rule fills a bar in some seconds', () => {
    expect(isScan({})).toBe(true);
  });

  it.each<[string, Animated]>([
    ['for a blink', { duration: 300 }],
    ['in a time that is not told', { duration: 'auto' }],
    ['again and again, as where something loads', { iterations: Infinity }],
    ['not any more', { playState: 'finished' }],
    ['and it is no width', { frames: [{ opacity: 0 }] }],
  ])('is none where it runs %s', (_how, change) => {
    expect(isScan(change)).toBe(false);
  });
});
