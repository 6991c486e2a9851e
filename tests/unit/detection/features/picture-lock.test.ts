import { describe, expect, it } from 'vitest';
import priorData from '../../../../rules/weights-prior.json';
import weightData from '../../../../rules/weights.json';
import type { ActName, FrameFacts, TabFacts } from '../../../../src/detection/facts';
import { emptyLooks, emptyRoute, emptyStructure } from '../../../../src/detection/frames/empty-facts';
import { judge } from '../../../../src/detection/judgement/judge';
import { pictureHolds } from '../../../../src/detection/features/picture-lock';
import { loadRules } from '../../../../src/detection/phrases/rules';
import { joined } from '../joined-facts';

interface Page {
  /** Done before the page was touched. */
  early?: ActName[];
  /** Done after a click or a key. */
  given?: ActName[];
  looks?: Partial<FrameFacts['looks']>;
  words?: Partial<FrameFacts['words']>;
  route?: Partial<TabFacts['route']>;
  frame?: Partial<FrameFacts>;
}

const tally = (count: number, unasked: number) => ({ count, unasked, firstAt: 1, lastAt: 1 });

function actsOf({ early = [], given = [] }: Page): FrameFacts['acts'] {
  const done: FrameFacts['acts'] = {};
  for (const name of given) done[name] = tally(1, 0);
  for (const name of early) done[name] = tally(done[name] ? 2 : 1, 1);
  return done;
}

function verdictOn(page: Page, sensitivity: 'careful' | 'balanced' | 'strict' = 'balanced') {
  const words = { concepts: [], brands: [], phones: [], codes: [], length: 20, threatShare: 0, addressCall: false, ...page.words }; // prettier-ignore
  const looks = { ...emptyLooks(), viewportWidth: 1200, viewportHeight: 800, pictureCover: 1, onlyPicture: true, ...page.looks }; // prettier-ignore
  const frame: FrameFacts = {
    top: true, address: 'https://page.example/', title: '', language: '', acts: actsOf(page), actTexts: [], words, looks,
    structure: emptyStructure(), area: 1, excerpt: '', ...page.frame,
  }; // prettier-ignore
  const route = { ...emptyRoute(), ...page.route };
  return judge({ frames: [frame], route }, loadRules(), { sensitivity });
}

const hidden = { cursorHidden: true };

/** What lockers do, seen in most kits: the keyboard is locked before anybody touched the page. */
const LOCKERS: Record<string, Page> = {
  'keys locked and pointer hidden before any touch, then full screen with a siren': {
    early: ['keyboard-lock'],
    given: ['fullscreen', 'sound'],
    looks: hidden,
  },
  'keys locked, pointer hidden and a question at leaving, a voice before any touch': {
    early: ['keyboard-lock', 'beforeunload', 'speech'],
    looks: hidden,
  },
  'a siren before any touch, the rest after the first click': {
    early: ['sound', 'beforeunload'],
    given: ['fullscreen', 'keyboard-lock'],
    looks: hidden,
  },
  'windows that open by themselves, keys locked, pointer caught': {
    early: ['open-window', 'keyboard-lock'],
    given: ['fullscreen', 'pointer-lock'],
  },
  'opened in a swarm, silent': {
    early: ['keyboard-lock', 'beforeunload'],
    given: ['fullscreen'],
    route: { swarm: 2 },
  },
  'Firefox, which has no keyboard to lock': {
    early: ['sound', 'beforeunload'],
    given: ['fullscreen', 'pointer-lock'],
  },
};

/** What honest pages do that are one picture, too. */
const HONEST: Record<string, Page> = {
  'a photograph': {},
  'a wedding slide show: music by itself, full screen, no pointer, no menu, keys of its own': {
    early: ['sound'],
    given: ['fullscreen', 'block-menu', 'block-key'],
    looks: { ...hidden, mediaPlaying: true },
  },
  'the same that asks before it is left': {
    early: ['sound', 'beforeunload'],
    given: ['fullscreen', 'block-menu', 'block-key'],
    looks: hidden,
  },
  'a comics reader': { given: ['fullscreen', 'block-key', 'block-menu'], looks: hidden },
  'a museum page with a voice that explains': { given: ['fullscreen', 'speech'], looks: hidden },
  'a game that shows its title picture and tries its music': { early: ['sound'] },
  'a picture adventure: music, full screen, own pointer, saved games': {
    early: ['sound', 'beforeunload'],
    given: ['fullscreen', 'block-menu', 'block-key', 'sound'],
    looks: hidden,
  },
  'a picture game that takes the keys for full screen, and its music after the click': {
    early: ['beforeunload'],
    given: ['fullscreen', 'keyboard-lock', 'sound', 'block-menu'],
    looks: hidden,
  },
  'a picture adventure that takes the Escape key, with the pointer one knows': {
    early: ['sound', 'beforeunload'],
    given: ['fullscreen', 'keyboard-lock', 'block-menu'],
  },
  'a picture game in its window': {
    early: ['sound', 'beforeunload'],
    given: ['keyboard-lock', 'block-menu'],
    looks: hidden,
  },
  'a picture game with the pointer caught': {
    early: ['sound'],
    given: ['fullscreen', 'pointer-lock', 'block-menu', 'block-key'],
  },
  'an exam that waits behind a picture': {
    early: ['beforeunload'],
    given: ['fullscreen', 'keyboard-lock', 'block-menu', 'block-key'],
    looks: hidden,
  },
  'a kiosk that waits for a touch': {
    early: ['keyboard-lock', 'beforeunload'],
    given: ['block-menu'],
    looks: hidden,
  },
  'a sign in a shop window': { early: ['sound'], looks: { ...hidden, fullscreen: true, mediaPlaying: true } },
  'a remote screen that connects': {
    given: ['fullscreen', 'keyboard-lock', 'pointer-lock', 'beforeunload'],
    looks: hidden,
  },
  'a page that locks the keys and sings, no more': { early: ['keyboard-lock', 'sound'] },
};

describe('a page that is one picture', () => {
  it.each(Object.entries(LOCKERS))('is warned of, never closed: %s', (_what, page) => {
    expect(verdictOn(page).level).toBe('warn');
  });

  it.each(Object.entries(HONEST))('stays quiet: %s', (_what, page) => {
    expect(verdictOn(page, 'strict').level).toBe('quiet');
  });

  const LOCKER: Page = { early: ['keyboard-lock', 'sound'], given: ['fullscreen'], looks: hidden };

  it.each<[string, Page]>([
    ['where a link, a field, a film or a game is on it', { looks: { ...hidden, onlyPicture: false } }],
    ['where it has words of its own', { words: { length: 150 } }],
    ['where its looks are not known', { looks: { ...hidden, viewportWidth: 0 } }],
    ['on a company’s own address', { frame: { address: 'https://www.netflix.com/' } }],
  ])('is not judged by its locks %s', (_what, other) => {
    expect(verdictOn(LOCKER).level).toBe('warn');
    expect(verdictOn({ ...LOCKER, ...other }).level).toBe('quiet');
  });

  it('is not closed by itself however hard it holds, nor while it does not answer', () => {
    const hard = { ...LOCKER, given: ['fullscreen', 'pointer-lock', 'beforeunload', 'alert'] as ActName[] };
    expect(verdictOn(hard).level).toBe('warn');
    expect(verdictOn({ ...hard, route: { silentFor: 60_000, swarm: 9, reloads: 9 } }).level).toBe('warn');
  });

  it('is closed where the few words it has are enough for that', () => {
    const said = (['infected', 'system-voice', 'no-close', 'call'] as const).map((concept) => ({
      concept, language: 'en', count: 1, prominence: 1,
    })); // prettier-ignore
    const phones = [{ shown: '555-0101', digits: '5550101', count: 1, prominence: 1, fromAddress: false, nearCall: true }]; // prettier-ignore
    const brands = [{ id: 'microsoft', count: 1, prominence: 1 }];
    const words = { concepts: said, phones, brands };
    expect(verdictOn({ ...LOCKER, words }).level).toBe('act');
    // The same words without a number to call are no scam's: what the picture adds to them closes nothing.
    const few = { concepts: said.slice(0, 2) };
    expect(verdictOn({ ...LOCKER, words: few }).level).toBe('warn');
  });

  it('is explained by what it does and by the picture, not by a threat that nobody read', () => {
    const ids = verdictOn(LOCKER).reasons.map(({ id }) => id);
    expect(ids[0]).toBe('only-picture');
    expect(ids).toEqual(expect.arrayContaining(['takes-screen', 'locks-keys', 'hides-mouse', 'makes-noise']));
    expect(ids).not.toContain('only-threat');
  });

  it('weighs no less than a page without a way out, so that no further lock takes from a verdict', () => {
    for (const { weights } of [weightData, priorData])
      expect(weights['only-picture']).toBeGreaterThanOrEqual(weights['no-way-out']);
  });

  it('needs three kinds of locks', () => {
    const acts = { 'keyboard-lock': 1, sound: 1 };
    const looks = { onlyPicture: true };
    const holds = (given: Parameters<typeof joined>[0]) => pictureHolds(joined({ looks, unasked: true, ...given })); // prettier-ignore
    expect(holds({ acts })).toBe(false);
    expect(holds({ acts: { ...acts, beforeunload: 1 } })).toBe(false);
    expect(holds({ acts: { ...acts, beforeunload: 1, 'block-key': 1 } })).toBe(true);
    expect(holds({ acts: { ...acts, beforeunload: 1, 'block-menu': 1 } })).toBe(true);
    expect(holds({ acts: { ...acts, 'block-key': 1, 'block-menu': 1 } })).toBe(false);
    expect(holds({ acts: { ...acts, 'pointer-lock': 1, fullscreen: 1 } })).toBe(true);
  });
});
