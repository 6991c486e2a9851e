// @vitest-environment jsdom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { watchCanvas } from '../../../src/page/acts/canvas';
import { makeClaims, type ClaimName } from '../../../src/page/claims';
import { unitScope } from './unit-scope';

const clock = vi.hoisted(() => ({ now: 0 }));
vi.mock('../../../src/page/natives', async (original) => ({
  ...(await original<object>()),
  now: () => clock.now,
  later: () => undefined, // the page has cleared the timer
}));
beforeEach(() => void (clock.now = 90_000_000));

/** By an hour, as a person or a time server does. */
const putBack = (): void => void (clock.now -= 3_600_000);

describe('a clock that is put back', () => {
  it.each<[ClaimName, number]>([
    ['vibrate', 5],
    ['alert', 20],
  ])('holds back no claim of a flood: %s', (act, inFull) => {
    const send = vi.fn();
    const claim = makeClaims(send);
    for (let call = 0; call <= inFull; call += 1) claim(act);
    expect(send).toHaveBeenCalledTimes(inFull);
    putBack();
    claim(act);
    expect(send).toHaveBeenCalledTimes(inFull + 1);
    claim(act);
    expect(send, 'and the flood is still one').toHaveBeenCalledTimes(inFull + 1);
    clock.now += 250;
    claim(act);
    expect(send).toHaveBeenCalledTimes(inFull + 2);
  });

  it('holds back no painted words', () => {
    const fillText: (text: string) => void = () => undefined;
    const prototype = { fillText, strokeText: fillText };
    const getContext: (kind: string) => unknown = () => Object.create(prototype);
    const HTMLCanvasElement = { prototype: { getContext } };
    const { scope, claims } = unitScope({ HTMLCanvasElement });
    watchCanvas(scope);
    HTMLCanvasElement.prototype.getContext('2d');
    prototype.fillText('Windows is locked');
    putBack();
    prototype.fillText('Call us now');
    expect(claims).toEqual(['canvas-text Windows is locked\nCall us now']);
  }); // prettier-ignore
});
