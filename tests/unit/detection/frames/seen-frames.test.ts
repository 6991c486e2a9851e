import { describe, expect, it } from 'vitest';
import { emptyLooks, emptyStructure } from '../../../../src/detection/frames/empty-facts';
import type { KnownFrame } from '../../../../src/detection/facts';
import { asSeen, withoutHonest } from '../../../../src/detection/frames/seen-frames';
import { HONEST, LOCKER, article, mayBe, page, verdictOn } from '../locker-and-article';
import { frame, inset, names, phone, route, says } from '../some-frames';

describe('an honest article in a frame', () => {
  it('speaks for the page around it where it is seen, or nobody looked', () => {
    const level = (shown?: number) =>
      verdictOn(page(LOCKER), article(shown === undefined ? {} : { shown })).level;
    expect(level()).toBe('quiet');
    expect(level(1)).toBe('quiet');
    expect(level(0.8), 'the measures are rough').toBe('quiet');
  });

  it.each([0, 0.009])('that nobody sees takes nothing away: %d of the window', (shown) => {
    const alone = verdictOn(page(LOCKER));
    expect(alone.level).toBe('warn');
    for (const area of [1, 0.3, 0]) {
      const both = verdictOn(page(LOCKER), article({ area, shown }));
      expect(both.level, String(area)).toBe('warn');
      expect(both.logOdds, String(area)).toBeGreaterThanOrEqual(alone.logOdds);
    }
  });

  it('of which a corner is seen speaks as a frame of that size does', () => {
    const corner = verdictOn(page(LOCKER), article({ shown: 0.05 }));
    expect(corner.level).toBe('warn');
    expect(corner.logOdds).toBeLessThan(verdictOn(page(LOCKER)).logOdds);
    expect(verdictOn(page(LOCKER), article({ shown: 0.3 })).logOdds).toBeLessThan(corner.logOdds);
  });

  it('is not judged by half of what it says where it is unseen', () => {
    expect(verdictOn(page(['Bread']), article({ shown: 0 })).level).toBe('quiet');
    expect(verdictOn(page(['Bread']), article({ shown: 0.2 })).level).toBe('quiet');
  });
});

describe('a scam in a frame', () => {
  const BREAD = ['Bread of the day'];
  const scam = (change: Partial<KnownFrame> = {}) => page(LOCKER, { top: false, area: 0.9, ...change });

  it('counts in full though it says that it is unseen, also beside an unseen article', () => {
    expect(verdictOn(page(BREAD), scam({ shown: 0 })).level).toBe('warn');
    expect(verdictOn(page(BREAD), scam({ shown: 0 }), article({ shown: 0 })).level).toBe('warn');
    expect(verdictOn(page(BREAD), scam({ shown: 0.9 }), article({ shown: 0 })).level).toBe('warn');
  });

  it('is judged without the page that stood around it before', () => {
    expect(verdictOn(article({ top: true, shown: 0 }), scam({ shown: 0.9 })).level).toBe('warn');
  });

  it('keeps what its unseen frames do', () => {
    const acts = { sound: { count: 1, unasked: 1, firstAt: 5, lastAt: 5 } };
    const loud = article({ shown: 0, acts });
    expect(verdictOn(page(LOCKER), loud).logOdds).toBeGreaterThan(
      verdictOn(page(LOCKER), article({ shown: 0 })).logOdds,
    );
  });
});

describe('whether to ask how much is seen', () => {
  it('is so where frames that speak for a page may be unseen', () => {
    expect(mayBe(page(LOCKER), article())).toBe(true);
    expect(mayBe(article({ top: true }), page(LOCKER, { top: false, area: 0.9 }))).toBe(true);
  });

  it('is so where no frame is a scam by itself', () => {
    const [said = '', asked = ''] = LOCKER;
    const half = (line: string) => page([line], { top: false, area: 0.6 });
    expect(mayBe(page(['Bread']), half(said), half(asked), article())).toBe(true);
  });

  it('is not where nothing could come of it', () => {
    expect(mayBe(page(LOCKER)), 'one frame').toBe(false);
    expect(mayBe(page(['Bread']), page(['Milk'], { top: false }))).toBe(false);
    expect(mayBe(page(LOCKER), page(['Milk'], { top: false, area: 0.1 })), 'warned of').toBe(false);
  });
});

describe('a tab as far as it is in view', () => {
  const TOP = frame({ words: { length: 500 } });
  const told: KnownFrame = inset(0.4, {
    acts: { alert: { count: 1, unasked: 1, firstAt: 1, lastAt: 1 } },
    actTexts: ['Hello'],
    structure: HONEST,
    looks: { ...emptyLooks(), pictureCover: 1 },
    words: {
      ...says('advice', 1).words, ...names('bank').words, phones: [phone()], codes: ['A1'],
      length: 1_000, threatShare: 1, addressCall: true,
    },
  }); // prettier-ignore
  const seen = (...frames: KnownFrame[]) => asSeen({ frames, route }, () => 0).map((tab) => tab.frames);

  it.each<[string, Partial<KnownFrame>]>([
    ['nobody looked', {}],
    ['nobody looked and its size is unknown', { area: 0 }],
    ['three quarters of it are', { area: 0.5, shown: 0.375 }],
    ['a little more is than it takes', { area: 0.4, shown: 0.5 }],
  ])('is the tab as it was told where %s', (_how, change) => {
    expect(seen(TOP, { ...told, ...change })).toEqual([[TOP, { ...told, ...change }]]);
  });

  it('has of a frame that is unseen what it does and says in boxes, and nothing else', () => {
    const unseen = { ...told, shown: 0.009 };
    const { acts, actTexts } = told;
    const left = { ...frame({ acts, actTexts }), top: false, area: 0, shown: 0.009 };
    const { addressCall: _none, ...words } = left.words;
    expect(seen(TOP, unseen)).toEqual([
      [TOP, unseen],
      [TOP, { ...left, words }],
      [TOP, unseen],
    ]);
  });

  it.each([0.01, 0.1, 0.29])('has of a frame of which a part is seen as much text: %d of 0.4', (shown) => {
    const [, cut] = seen(TOP, { ...told, shown });
    const words = { ...told.words, length: (1_000 * shown) / 0.4 };
    expect(cut).toEqual([TOP, { ...told, shown, area: shown, words }]);
  });

  it('is thought of once more with each unseen frame at its full size, for a scam may hide its own', () => {
    const [one, other] = [inset(0.3, { shown: 0 }), inset(0.5, { shown: 0.1 })];
    const whole = inset(0.1, { shown: 0.08 });
    const areas = seen(TOP, one, whole, other).map((frames) => frames.map(({ area }) => area));
    expect(areas).toEqual([
      [1, 0.3, 0.1, 0.5],
      [1, 0, 0.1, 0.1],
      [1, 0.3, 0.1, 0.1],
      [1, 0, 0.1, 0.5],
    ]);
  });
});

describe('a tab without anything that speaks for it', () => {
  const without = (words: object) =>
    withoutHonest({ frames: [frame({ words, structure: HONEST })], route }).frames[0];

  it('has its threats and demands, and no advice', () => {
    const [threat, advice] = [says('infected', 1).words.concepts, says('advice', 1).words.concepts];
    const left = without({ concepts: [...threat, ...advice], length: 2_000 });
    expect(left?.words).toMatchObject({ concepts: threat, length: 0 });
    expect(left?.structure).toEqual(emptyStructure());
  });

  it.each([
    [-0.5, 0],
    [0.5, 0.5],
    [undefined, 0],
  ])('sounds like a scam, or like nothing (a wording of %s)', (wording, then) => {
    expect(without({ wording })?.words.wording).toBe(then);
  });
});
