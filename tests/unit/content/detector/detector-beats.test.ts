// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import type { StructureFacts } from '../../../../src/detection/facts';
import { documentState } from '../../../../src/content/document-state';
import {
  eachWithItsOwnDetector,
  changePage,
  facts,
  happen,
  openDialog,
  page,
  renew,
  seconds,
  sent,
  start,
  told,
} from './detector-page';

eachWithItsOwnDetector();

const beats = (visible = true): number =>
  sent.filter((one) => one.type === 'beat' && one.visible === visible).length;

describe('a suspicious page tells that it answers', () => {
  const isWatched = async (): Promise<boolean> => {
    start();
    await seconds(5);
    return beats() > 5;
  };

  it('for what it says, or for what it does', async () => {
    page.facts = facts(0.06);
    expect(await isWatched()).toBe(true);
    renew();
    openDialog();
    page.facts = facts();
    expect(await isWatched()).toBe(true);
  });

  it.each<[string, number, Partial<StructureFacts>]>([
    ['it says nothing of the kind', 0.05, {}],
    ['it is an article about threats', 0.4, { article: 0.5 }],
    ['it quotes them', 0.4, { quotedShare: 0.5 }],
  ])('not where %s, and then ends the watch that the gate began', async (_why, threatShare, structure) => {
    page.facts = facts(threatShare, structure);
    expect(await isWatched()).toBe(false);
    expect(beats(false)).toBe(1);
  });

  it('for some time after the last news, then ends the watch', async () => {
    page.facts = facts(0.4);
    start();
    await seconds(74);
    expect(beats(false)).toBe(0);
    expect(beats()).toBeGreaterThan(140);
    await seconds(3);
    expect(beats(false)).toBe(1);
    const before = beats();
    await seconds(60);
    expect(beats()).toBe(before);
  });

  it('not while nobody sees it: no timer runs there as it should', async () => {
    page.facts = facts(0.4);
    start();
    await seconds(5);
    sent.length = 0;
    page.isSeen = false;
    happen('visibilitychange');
    expect(beats(false), 'the watch ends at once').toBe(1);
    await seconds(5);
    expect(sent).toHaveLength(1);
    page.isSeen = true;
    happen('visibilitychange');
    expect(beats(), 'and goes on at once').toBe(1);
  });

  it('not for a page that makes up that it is seen: one in a loop would seem to live', async () => {
    page.facts = facts(0.4);
    start();
    await seconds(5);
    sent.length = 0;
    for (let time = 0; time < 100; time += 1) happen('visibilitychange', false);
    expect(sent).toEqual([]);
  });

  it('also where it becomes one long after it came, at once', async () => {
    start();
    await seconds(100);
    sent.length = 0;
    page.facts = facts(0.9);
    documentState().onChange?.('gesture');
    await seconds(0.2);
    expect([told(), beats()]).toEqual([1, 1]);
    await seconds(5);
    expect(beats()).toBeGreaterThan(5);
  });

  it('also after it was left alone for some time', async () => {
    page.facts = facts(0.9);
    start();
    await seconds(3);
    documentState().stoodDown = true;
    await seconds(3);
    sent.length = 0;
    documentState().stoodDown = false;
    documentState().onChange?.('order');
    await seconds(5);
    expect(beats()).toBeGreaterThan(5);
  });

  it('as long as it goes on telling what changes for ever, which is told once a minute', async () => {
    let turn = 0;
    page.facts = facts(0.9);
    start();
    for (let second = 0; second < 300; second += 1) {
      page.facts = { ...facts(0.9), words: { ...facts(0.9).words, length: (turn += 1) } };
      changePage();
      await seconds(1);
    }
    const before = beats();
    await seconds(10);
    expect(beats() - before).toBeGreaterThan(10);
  });

  it('with one name for the whole document', async () => {
    documentState().doc = 'known to the worker';
    page.facts = facts(0.4);
    start();
    await seconds(5);
    expect(new Set(sent.map(({ doc }) => doc))).toEqual(new Set(['known to the worker']));
  });
});
