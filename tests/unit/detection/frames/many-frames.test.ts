import { afterEach, describe, expect, it, vi } from 'vitest';
import type { KnownFrame } from '../../../../src/detection/facts';
import { asSeen } from '../../../../src/detection/frames/seen-frames';
import { HONEST, LOCKER, LOOKS, article, mayBe, page, verdictOn } from '../locker-and-article';
import { frame, phone, route, rules, says, shows } from '../some-frames';

const alerts = (count: number) => ({ alert: { count, unasked: count, firstAt: 5, lastAt: 9 } });

afterEach(() => vi.restoreAllMocks());

describe('a tab full of frames', () => {
  const FRAMES = 41;
  const crowd = Array.from({ length: FRAMES }, (_, at) => {
    const actTexts = Array.from({ length: 10 }, (_, no) => `Bread ${at} ${no}, `.repeat(120).slice(0, 1_000));
    return page([`Loaf ${at}`], { top: at === 0, area: at === 0 ? 1 : 0.2, actTexts });
  });
  const unseen = (frames: KnownFrame[]) => frames.map((one) => ({ ...one, shown: one.top ? 1 : 0 }));

  it('has each text read once, however often and in however many ways it is judged', () => {
    const find = vi.spyOn(rules.index, 'find');
    mayBe(...crowd);
    verdictOn(...unseen(crowd));
    expect(find.mock.calls.length).toBeLessThanOrEqual(FRAMES * 10);
    expect(find.mock.calls.length).toBeGreaterThan(0);
  });

  it('is judged in a few ways', () => {
    expect(asSeen({ frames: unseen(crowd), route }, () => 0).length).toBeLessThanOrEqual(7);
  });

  it('is warned of for the one scam among them, though all say that they are unseen', () => {
    const frames = crowd.map((one) => ({ ...one, actTexts: [] }));
    const scam = page(LOCKER, { top: false, area: 0.9 });
    expect(verdictOn(...unseen([...frames, article()])).level).toBe('quiet');
    expect(verdictOn(...unseen([...frames, article(), scam])).level).toBe('warn');
  });
});

describe('whether to ask how much is seen', () => {
  const threat = (...names: string[]) => names.flatMap((name) => says(name, 1).words.concepts);
  /** What a part of a tab may be judged by must have been asked for. */
  const isAsked = (told: KnownFrame[], shares: number[]) => {
    const seen = told.map((one, at) => ({ ...one, shown: shares[at] ?? 1 }));
    const levels = [verdictOn(...told).level, verdictOn(...seen).level];
    return { levels, asked: mayBe(...told) };
  };

  it('is so where a box has come, too: such a page says more than its box', () => {
    const halves = LOCKER.map((line) => page([line], { top: false, area: 0.6 }));
    const told = [page(['Bread'], { acts: alerts(1) }), ...halves, article()];
    expect(isAsked(told, [1, 0.6, 0.6, 0])).toEqual({ levels: ['quiet', 'warn'], asked: true });
  });

  it('is so where a number nobody sees stands beside the only one', () => {
    const concepts = threat('infected', 'stolen', 'no-close', 'locked');
    const alarm = frame({ looks: LOOKS, words: { concepts, phones: [phone({ prominence: 1 })] } });
    const claim = frame({ looks: LOOKS, top: false, area: 0.6, words: { concepts: threat('system-voice') } });
    const other = frame({ top: false, area: 0.1, ...shows(phone({ shown: '555-0102', digits: '5550102', prominence: 1 })) }); // prettier-ignore
    expect(isAsked([alarm, claim, other], [1, 0.6, 0])).toEqual({ levels: ['quiet', 'warn'], asked: true });
  });

  it('is so where a number from the address stands beside advice that nobody sees', () => {
    const words = { addressCall: true, phones: [phone({ fromAddress: true, nearCall: true })] };
    const genuine = frame({ looks: LOOKS, structure: HONEST, words });
    const advice = frame({ top: false, area: 0.6, ...says('advice', 1) });
    expect(isAsked([genuine, advice], [1, 0])).toEqual({ levels: ['quiet', 'warn'], asked: true });
  });

  it('is so where a voice that nobody sees takes something off what a box says', () => {
    const box = 'Your computer is infected. Call us.';
    const alarm = frame({ looks: LOOKS, acts: alerts(1), actTexts: [box], words: { length: 200 } });
    const voice = frame({ top: false, area: 0.9, boxed: false, actTexts: ['Beware of this scam.'] }); // prettier-ignore
    expect(isAsked([alarm, voice], [1, 0])).toEqual({ levels: ['quiet', 'warn'], asked: true });
  });

  it('is so where the page around its only frame has told nothing', () => {
    const alone = article({ area: 0.9, acts: alerts(5), actTexts: [LOCKER.join(' ')] });
    expect(isAsked([alone], [0])).toEqual({ levels: ['quiet', 'warn'], asked: true });
  });

  it('is not where its frames say nothing of the kind', () => {
    expect(mayBe(article({ area: 0.1 }))).toBe(false);
    expect(mayBe(page(['Bread']), article({ area: 0.1, acts: alerts(1), actTexts: ['Bread'] }))).toBe(false);
  });
});
