// @vitest-environment jsdom
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { measurePlace } from '../../../../src/content/detector/prominence';

/** Left, top, width and height of every element, and what stands in front at every point; jsdom has no layout. */
let box: [number, number, number, number] = [100, 100, 300, 40];
let front: Element | null = null;
const own = { at: Document.prototype.elementFromPoint, box: Element.prototype.getBoundingClientRect };
Document.prototype.elementFromPoint = () => front;
Element.prototype.getBoundingClientRect = () => new DOMRect(...box);
afterAll(() => {
  Document.prototype.elementFromPoint = own.at;
  Element.prototype.getBoundingClientRect = own.box;
});

let text: HTMLElement;
beforeEach(() => {
  document.body.innerHTML = '<section><p style="font-size: 14px">Your computer is <b>locked</b></p></section><div></div>';
  text = document.querySelector('p') ?? expect.unreachable();
  front = text;
  box = [100, 100, 300, 40];
}); // prettier-ignore

const prominence = (layers: Element[] = []): number => measurePlace(text, layers).prominence;
const style = (css: string): string => (text.style.cssText = css);

describe('how much the eye meets a text', () => {
  it('is more for large and for bold letters, and in a box laid over the page', () => {
    expect(prominence()).toBeCloseTo(0.4);
    style('font-size: 24px');
    expect(prominence()).toBeCloseTo(0.575);
    style('font-size: 90px');
    expect(prominence()).toBeCloseTo(0.75);
    style('font-size: 14px; font-weight: 700');
    expect(prominence()).toBeCloseTo(0.5);
    style('font-size: 14px; font-weight: 400');
    expect(prominence([text.parentElement ?? text])).toBeCloseTo(0.55);
    expect(prominence([document.querySelector('div') ?? text])).toBeCloseTo(0.4);
  });

  it.each<[string, [number, number, number, number]]>([
    ['above', [100, -60, 300, 40]],
    ['below', [100, 5_000, 300, 40]],
    ['left of', [-400, 100, 300, 40]],
    ['right of', [5_000, 100, 300, 40]],
  ])('is little for what stands %s the screen, however large', (_where, place) => {
    style('font-size: 34px');
    box = place;
    expect(prominence()).toBeCloseTo(0.3);
  });

  it('is little for what has no size at all, not for what floats out of a box without height', () => {
    box = [100, 100, 0, 0];
    expect(prominence()).toBe(0.2);
    box = [100, 100, 300, 0];
    expect(prominence()).toBeCloseTo(0.4);
  });

  it('is little for what is covered by something else', () => {
    front = document.querySelector('div');
    expect(prominence()).toBeCloseTo(0.16);
  });

  it.each([
    ['a part of it', () => text.querySelector('b')],
    ['the box it stands in', () => text.parentElement],
    ['nothing, as behind a dialog', () => null],
  ])('is not less where in front stands %s', (_what, one) => {
    front = one();
    expect(prominence()).toBeCloseTo(0.4);
  });

  it('is not less in a shadow root, into which the page cannot be asked', () => {
    const root = (document.querySelector('div') ?? text).attachShadow({ mode: 'closed' });
    root.append(text);
    front = document.querySelector('section');
    expect(prominence()).toBeCloseTo(0.4);
  });

  it('is more in a shadow root whose host stands in a box laid over the page', () => {
    const host = document.querySelector('div') ?? text;
    host.attachShadow({ mode: 'closed' }).append(text);
    expect(prominence([host])).toBeCloseTo(0.55);
    expect(prominence([document.querySelector('section') ?? text])).toBeCloseTo(0.4);
  });
});
