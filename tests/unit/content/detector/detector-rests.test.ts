// @vitest-environment jsdom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { documentState } from '../../../../src/content/document-state';
import { changePage, eachWithItsOwnDetector, facts, openDialog, page, runtime, seconds, sent, start, told } from './detector-page'; // prettier-ignore

eachWithItsOwnDetector();

describe('the detector keeps still', () => {
  it('on a site that is trusted, and once the extension is gone', async () => {
    page.facts = facts(0.4);
    start();
    await seconds(20);
    sent.length = page.looks = 0;
    documentState().stoodDown = true;
    for (let second = 0; second < 20; second += 1, changePage()) await seconds(1);
    expect([sent.length, page.looks]).toEqual([0, 0]);
    documentState().stoodDown = false;
    runtime.id = undefined;
    changePage();
    await seconds(60);
    expect([sent.length, page.looks]).toEqual([0, 0]);
  });

  it('on a page at rest, but not where something moves without a change of it', async () => {
    page.size = 1_000;
    start();
    await seconds(120);
    expect(page.looks).toBe(1);
    page.moves = true;
    changePage();
    await seconds(120);
    const once = page.looks;
    expect(once).toBe(2);
    start();
    await seconds(20);
    expect(page.looks - once).toBeGreaterThan(5);
  });

  it('but for a few looks at a small page: a rule of a style sheet shows words, and no change tells', async () => {
    start();
    await seconds(1);
    page.facts = facts(0.4);
    await seconds(2);
    expect(told()).toBe(2);
    await seconds(600);
    expect(page.looks).toBe(6);
  });

  it('for most of the time, where a look takes long', async () => {
    start();
    await seconds(16);
    Object.assign(page, { took: 200, looks: 0 });
    for (let step = 0; step < 300; step += 1, changePage()) await seconds(0.1);
    expect(page.looks).toBeLessThanOrEqual(8);
    expect(page.looks).toBeGreaterThanOrEqual(3);
  });

  it('however often the page acts', async () => {
    start();
    await seconds(1);
    page.looks = 0;
    for (let call = 0; call < 10_000; call += 1) documentState().onChange?.('act');
    await seconds(10);
    expect(page.looks).toBeLessThan(40);
    changePage();
    await seconds(5);
    const before = page.looks;
    changePage();
    await seconds(5);
    expect(page.looks, 'and goes on afterwards').toBeGreaterThan(before);
  });
});

describe('the detector looks', () => {
  it('after a click, and again for some seconds where something moves: styles may show what no change tells', async () => {
    start();
    await seconds(60);
    page.looks = 0;
    documentState().onChange?.('gesture');
    await seconds(7);
    expect(page.looks).toBe(1);
    page.moves = true;
    documentState().onChange?.('gesture');
    await seconds(7);
    expect(page.looks).toBeGreaterThanOrEqual(5);
  });

  it.each(['load', 'fullscreenchange'])('at %s, though no change of the page tells', async (type) => {
    start();
    await seconds(60);
    page.looks = 0;
    dispatchEvent(new Event(type));
    await seconds(1);
    expect(page.looks).toBe(1);
  });

  it('and has the gate listen anew each time: document.open() throws all listeners away', () => {
    const listenAnew = vi.fn();
    documentState().listenAnew = listenAnew;
    start();
    expect(listenAnew).toHaveBeenCalled();
  });

  it('soon at a change while a kit builds itself, seldom on a page that changes for hours', async () => {
    start();
    await seconds(14);
    page.looks = 0;
    changePage();
    await seconds(0.5);
    expect(page.looks).toBe(1);
    await seconds(120);
    page.looks = 0;
    for (let second = 0; second < 300; second += 1, changePage()) await seconds(1);
    expect(page.looks).toBeLessThanOrEqual(12);
    expect(page.looks).toBeGreaterThanOrEqual(8);
  });

  it('at a change of an attribute, too, and in a shadow root', async () => {
    const root = document.createElement('div').attachShadow({ mode: 'closed' });
    page.roots = [root];
    start();
    await seconds(20);
    page.looks = 0;
    document.body.setAttribute('class', 'open');
    await seconds(5);
    expect(page.looks).toBe(1);
    root.append('Call us');
    await seconds(5);
    expect(page.looks).toBe(2);
  });

  it('though something stands between the roots that cannot be watched', async () => {
    const root = document.createElement('div').attachShadow({ mode: 'closed' });
    page.roots = [{} as ShadowRoot, root]; // whatever it may be
    start();
    await seconds(20);
    page.looks = 0;
    root.append('Call us');
    await seconds(5);
    expect(page.looks).toBe(1);
  });
});

describe('while a page is parsed', () => {
  beforeEach(() => void (page.isAtWork = true));

  it('a second is waited for its end, then it is looked at', async () => {
    start();
    await seconds(0.9);
    expect(told()).toBe(0);
    await seconds(0.3);
    expect(told()).toBe(1);
  });

  it('up to three seconds are waited where it grows', async () => {
    start();
    for (let step = 0; step < 28; step += 1, page.size += 1) await seconds(0.1);
    expect(told()).toBe(0);
    await seconds(0.5);
    expect(told()).toBe(1);
  });

  it('it is looked at as soon as it is parsed', async () => {
    start();
    await seconds(0.2);
    page.isAtWork = false;
    dispatchEvent(new Event('DOMContentLoaded'));
    expect(told()).toBe(1);
  });

  it('it is looked at at once where it acts', () => {
    openDialog();
    start();
    expect(told()).toBe(1);
  });
});
