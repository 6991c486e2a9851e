import { describe, expect, it } from 'vitest';
import priorData from '../../../../rules/weights-prior.json';
import weightData from '../../../../rules/weights.json';
import type { ActName, Acts, FrameFacts } from '../../../../src/detection/facts';
import { emptyLooks, emptyRoute, emptyStructure } from '../../../../src/detection/frames/empty-facts';
import { judge } from '../../../../src/detection/judgement/judge';
import { numberHolds } from '../../../../src/detection/features/number-lock';
import { joined } from '../joined-facts';
import { frame, inset, join, phone } from '../some-frames';

type Given = Parameters<typeof joined>[0];

const NUMBER = [{ prominence: 0.8, nearCall: false }];
/** A page in a language without rules: a number in large letters, and what it did after a click. */
const page = (acts: Given['acts'] = {}, other: Given = {}) =>
  joined({ phones: NUMBER, acts, ...other, rest: { length: 700, ...other.rest } });

const LOCKERS: Record<string, Given['acts']> = {
  'screen, keys and a siren, asks at leaving': { fullscreen: 1, 'keyboard-lock': 1, sound: 1, beforeunload: 1 },
  'Firefox: screen, pointer and a voice, asks at leaving': {
    fullscreen: 1, 'pointer-lock': 1, speech: 1, beforeunload: 1,
  },
  'screen, boxes and windows': { fullscreen: 1, alert: 2, 'open-window': 2, vibrate: 1 },
}; // prettier-ignore

const HONEST: Record<string, Given['acts']> = {
  'an exam: screen and keys, blocked keys, asks at leaving, one box': {
    fullscreen: 1, 'keyboard-lock': 1, 'block-key': 9, 'block-menu': 1, beforeunload: 1, alert: 1,
  },
  'a remote desktop: screen, keys, pointer, blocked keys, asks at leaving': {
    fullscreen: 1, 'keyboard-lock': 1, 'pointer-lock': 1, 'block-key': 9, 'block-menu': 1, beforeunload: 1,
  },
  'a film: screen, sound, its own keys, asks at leaving': { fullscreen: 1, sound: 3, 'block-key': 9, beforeunload: 1 },
  'a card of music with a siren and no screen': { sound: 3, 'keyboard-lock': 1, beforeunload: 1, vibrate: 1 },
  'a list that is gone through box by box after a click': { confirm: 9, prompt: 1, alert: 2, beforeunload: 1 },
}; // prettier-ignore

describe('a page of any language that holds a person beside a number', () => {
  it.each(Object.entries(LOCKERS))('%s', (_, acts) => {
    expect(numberHolds(page(acts))).toBe(true);
  });

  it.each(Object.entries(HONEST))('is not %s', (_, acts) => {
    expect(numberHolds(page(acts))).toBe(false);
  });

  describe('with a box over all of a site', () => {
    const HOLDS = { fullscreen: 1, alert: 1, speech: 2, beforeunload: 1 };
    const site = (acts: Given['acts'], other: Given = {}) =>
      page(acts, {
        structure: { navigation: true, siteLinks: 9, article: 0.9, ...other.structure },
        looks: { layerCover: 1, ...other.looks },
        ...(other.phones && { phones: other.phones }),
        ...(other.unasked && { unasked: true }),
        rest: { length: 4_000, wording: -2, actTextPhone: true, ...other.rest },
      });

    it('does so whatever stands behind the box', () => {
      expect(numberHolds(site(HOLDS))).toBe(true);
    });

    it.each<[string, Given['acts'], Given]>([
      ['the box leaves a part of it to see', HOLDS, { looks: { layerCover: 0.9 } }],
      [
        'its boxes alone hold, asked one after the other',
        { alert: 9 },
        { unasked: true, rest: { actTextPhone: false } },
      ],
      ['it holds in three ways only', { ...HOLDS, beforeunload: 0 }, {}],
      ['it has few letters that stand out', { ...HOLDS, 'block-key': 3 }, { phones: [{ prominence: 0.54 }] }],
      ['the number stands in letters of reading size', HOLDS, { phones: [{ prominence: 0.54 }] }],
      ['it has a sign-in', HOLDS, { structure: { signIn: true } }],
      ['it is a shop', HOLDS, { structure: { shop: true } }],
    ])('does not where %s', (_where, acts, other) => {
      expect(numberHolds(site(acts, other))).toBe(false);
    });
  });

  const LOCKER = LOCKERS['screen, keys and a siren, asks at leaving'];

  it.each<[string, Given]>([
    ['has no number', { phones: [] }],
    ['shows it in bold letters of reading size, as a kiosk does', { phones: [{ prominence: 0.54 }] }],
    ['has the menu of a site', { structure: { navigation: true } }],
    ['has pages to go to', { structure: { siteLinks: 2 } }],
    ['links to others', { structure: { outLinks: 1 } }],
    ['is a shop', { structure: { shop: true } }],
    ['has a sign-in', { structure: { signIn: true } }],
    ['is an article', { structure: { article: 0.9 } }],
    ['has much to read', { rest: { length: 1_500 } }],
    ['is for learning', { concepts: { 'for-learning': 0.5 } }],
    ['sounds like honest pages', { rest: { wording: -0.1 } }],
    ['was not seen', { rest: { seen: false } }],
    ['is known by its boxes alone', { rest: { onlyActTexts: true } }],
  ])('is none that %s', (_, other) => {
    expect(numberHolds(page(LOCKER, other))).toBe(false);
  });

  it('needs no large letters where it holds in five ways', () => {
    const plain = { phones: [{ prominence: 0.43 }] };
    expect(numberHolds(page(LOCKER, plain))).toBe(false);
    expect(numberHolds(page({ ...LOCKER, 'pointer-lock': 1 }, plain))).toBe(true);
    expect(numberHolds(page({ ...LOCKER, 'pointer-lock': 1 }, { phones: [{ prominence: 0.2 }] }))).toBe(
      false,
    );
  });

  it('holds by windows that it opens, too', () => {
    const acts = { fullscreen: 1, sound: 1, beforeunload: 1 };
    expect(numberHolds(page({ ...acts, 'open-window': 1 }))).toBe(false);
    expect(numberHolds(page({ ...acts, 'open-window': 2 }))).toBe(true);
  });

  it('holds by windows that it has just opened, however they came; one may be a help or a sign-in', () => {
    const acts = { fullscreen: 1, sound: 1, beforeunload: 1 };
    expect(numberHolds(page(acts, { route: { swarm: 1 } }))).toBe(false);
    expect(numberHolds(page(acts, { route: { swarm: 2 } }))).toBe(true);
  });

  it.each<[string, Given['acts']]>([
    ['asking at leaving', { beforeunload: 1 }],
    ['keys that do nothing', { 'block-key': 1 }],
    ['a menu that does not open', { 'block-menu': 1 }],
  ])('holds in one way more by %s', (_, more) => {
    const three = { fullscreen: 1, 'keyboard-lock': 1, sound: 1 };
    expect(numberHolds(page(three))).toBe(false);
    expect(numberHolds(page({ ...three, ...more }))).toBe(true);
  });

  it('needs no sound where boxes come', () => {
    expect(numberHolds(page({ fullscreen: 1, alert: 2, beforeunload: 1, 'block-key': 1 }))).toBe(true);
  });

  it('may have a link to itself, a headline and some paragraphs, as a locker has', () => {
    expect(numberHolds(page(LOCKER, { structure: { siteLinks: 1, article: 0.8 } }))).toBe(true);
  });

  it('may have one word of an honest page where it holds in five ways: it may be misheard', () => {
    const acts = { ...LOCKER, 'pointer-lock': 1 };
    expect(numberHolds(page(acts, { concepts: { advice: 0.9 } }))).toBe(true);
    expect(numberHolds(page(acts, { concepts: { advice: 0.5, 'own-business': 0.5 } }))).toBe(false);
  });

  it('is one by boxes that come again and again without a click', () => {
    expect(numberHolds(page({ alert: 5 }, { unasked: true }))).toBe(true);
    expect(numberHolds(page({ alert: 4 }, { unasked: true }))).toBe(false);
    expect(numberHolds(page({ alert: 5 }))).toBe(false);
  });

  it('is one by such boxes that show the number, before a word of it was read', () => {
    const unread = { phones: [], unasked: true, rest: { onlyActTexts: true, actTextPhone: true } };
    expect(numberHolds(page({ alert: 5 }, unread))).toBe(true);
    expect(numberHolds(page({ alert: 4 }, unread))).toBe(false);
    expect(numberHolds(page({ alert: 5 }, { ...unread, unasked: false }))).toBe(false);
  });

  describe('by the boxes of a frame in it', () => {
    const looks = { ...emptyLooks(), viewportWidth: 1200, viewportHeight: 800 };
    const menu = { ...emptyStructure(), navigation: true, siteLinks: 40, proseLength: 2_000 };
    const SITE = frame({ looks, structure: menu, words: { length: 4_000 } });
    const actTexts = ['Order line +1 888 555 0101'];
    const boxes = {
      acts: { alert: { count: 5, unasked: 5, firstAt: 1, lastAt: 5 } },
      actTexts,
      words: { phones: [phone()] },
    };

    it('is none of an honest site that was read, whatever boxes a small frame opens', () => {
      expect(numberHolds(join(SITE, inset(0.1, boxes)))).toBe(false);
      expect(numberHolds(join(SITE, inset(0, boxes))), 'of unknown size').toBe(false);
    });

    it('is none where a small frame is all that has told anything: its page may be any', () => {
      expect(numberHolds(join(inset(0.1, boxes)))).toBe(false);
    });

    it('is one where that frame is the page, or most of it, or the page is bare', () => {
      expect(numberHolds(join({ ...SITE, ...boxes, words: { ...SITE.words, ...boxes.words } }))).toBe(true);
      expect(numberHolds(join(SITE, inset(0.5, boxes)))).toBe(true);
      expect(numberHolds(join(frame({ looks, words: { length: 400 } }), inset(0.1, boxes)))).toBe(true);
      expect(numberHolds(join(frame(boxes))), 'not read').toBe(true);
    });

    it('needs the number in the boxes that count', () => {
      const silent = { ...boxes, actTexts: [], words: {} };
      expect(
        numberHolds(join({ ...SITE, ...silent, words: SITE.words }, inset(0.1, { ...boxes, acts: {} }))),
      ).toBe(false);
    });
  });

  it('has one box behind which the page waits, where that box shows the number', () => {
    const acts = { fullscreen: 1, alert: 1, 'open-window': 3, beforeunload: 1 };
    expect(numberHolds(page(acts))).toBe(false);
    expect(numberHolds(page(acts, { rest: { actTextPhone: true } }))).toBe(true);
  });

  it('weighs no less than a picture or the want of a way out: a further fact takes nothing from a verdict', () => {
    for (const { weights } of [weightData, priorData])
      expect(weights['number-lock']).toBeGreaterThanOrEqual(
        Math.max(weights['only-picture'], weights['no-way-out']),
      );
  });
});

/** The verdict on a whole page. */
function verdictOn(names: ActName[], concepts: FrameFacts['words']['concepts'] = []) {
  const acts: Acts = Object.fromEntries(names.map((name) => [name, { count: 2, unasked: 0, firstAt: 1, lastAt: 1 }]));
  const phones = [{ shown: '555-0101', digits: '5550101', count: 1, prominence: 0.7, fromAddress: false, nearCall: concepts.length > 0 }];
  const words = { concepts, brands: [], phones, codes: [], length: 700, threatShare: 0, addressCall: false };
  const looks = { ...emptyLooks(), viewportWidth: 1200, viewportHeight: 800 };
  const frame: FrameFacts = {
    top: true, address: 'https://page.example/', title: '', language: 'th', acts, actTexts: [], words, looks,
    structure: { ...emptyStructure(), proseLength: 500 }, area: 1, excerpt: '',
  };
  return judge({ frames: [frame], route: emptyRoute() });
} // prettier-ignore

const HOLD: ActName[] = ['fullscreen', 'keyboard-lock', 'sound', 'beforeunload'];

describe('its verdict', () => {
  it('is a warning that names the number, never more', () => {
    const found = verdictOn(HOLD);
    expect(found.level).toBe('warn');
    expect(found.reasons).toContainEqual(
      expect.objectContaining({ id: 'holds-with-number', values: { phone: '555-0101' } }),
    );
    expect(verdictOn([...HOLD, 'pointer-lock', 'open-window', 'alert']).level).toBe('warn');
    expect(verdictOn(['fullscreen', 'sound', 'beforeunload']).level).toBe('quiet');
  });

  it('is more where the words are known and enough for it', () => {
    const said = (['infected', 'system-voice', 'no-close', 'call'] as const).map((concept) => ({
      concept, language: 'en', count: 1, prominence: 1,
    })); // prettier-ignore
    expect(verdictOn(HOLD, said).level).toBe('act');
  });
});
