import { describe, expect, it } from 'vitest';
import { honestFeatures } from '../../../../src/detection/features/features-honest';
import { lookFeatures } from '../../../../src/detection/features/features-looks';
import { ramp } from '../../../../src/detection/features/ramp';
import { joined } from '../joined-facts';
import { eachInWords } from '../../in-words';

type Given = Parameters<typeof joined>[0];

/** Every feature is 0 but those that are named. */
function expectOnly(features: Record<string, number>, found: Record<string, number>): void {
  for (const [id, value] of Object.entries(features)) expect(value, id).toBeCloseTo(found[id] ?? 0, 9);
  for (const id of Object.keys(found)) expect(features, id).toHaveProperty(id);
}

describe('ramp', () => {
  it.each([
    [0, 0],
    [1, 0],
    [2, 0.25],
    [3, 0.5],
    [5, 1],
    [9, 1],
  ])('%d', (value, height) => expect(ramp(value, 1, 5)).toBe(height));
});

describe('features of looks and route', () => {
  // A page of which nothing is known has a way out as far as anyone knows: seen is false.
  eachInWords<[Given, Record<string, number>]>([
    [{}, {}],
    [{ looks: { layerCover: 0.625 } }, { 'layer-cover': 0.5 }],
    [{ looks: { layerDepth: 2.5 } }, { 'layer-depth': 0.5 }],
    [{ looks: { fullscreen: true } }, { fullscreen: 1 }],
    [{ looks: { cursorHidden: true } }, { 'cursor-hidden': 1 }],
    [{ looks: { systemWindow: true } }, { 'system-window': 1 }],
    [{ looks: { fakeScan: true } }, { 'fake-scan': 1 }],
    [{ looks: { flashing: true } }, { flashing: 1 }],
    [{ looks: { threatFontPx: 29 } }, { 'big-threat': 0.5 }],
    [{ looks: { scrollLocked: true } }, { 'scroll-locked': 1 }],
    [{ looks: { pictureCover: 0.725 } }, { 'picture-cover': 0.5 }],
    [{ looks: { selectBlocked: true } }, { 'select-blocked': 1 }],
    [{ looks: { mediaPlaying: true } }, { 'media-playing': 1 }],
    [{ route: { openedByPage: true } }, { 'opened-by-page': 1 }],
    [{ route: { campaign: true } }, { campaign: 1 }],
  ])('%s', (_title, given, found) => {
    expectOnly(lookFeatures(joined({ ...given, rest: { seen: false } }), null), found);
  });

  eachInWords<[Given['structure'], number]>([
    [{}, 1],
    [{ siteLinks: 4.5 }, 0.5],
    [{ outLinks: 4.5 }, 0.5],
    [{ siteLinks: 4, outLinks: 4 }, 0],
    [{ navigation: true }, 0.5],
    [{ article: 0.5 }, 1],
    [{ article: 0.6 }, 0.3],
    [{ footer: true }, 0.7],
    [{ proseLength: 1_900 }, 0.5],
    [{ navigation: true, footer: true, article: 0.6, siteLinks: 4.5 }, 0.5 * 0.5 * 0.3 * 0.7],
  ])('no way out of a page with %s', (_title, structure, value) => {
    expect(lookFeatures(joined({ structure }), null)['no-way-out']).toBeCloseTo(value, 9);
  });

  it('a picture that was not read, or a number that holds, stands for the want of a way out', () => {
    expectOnly(lookFeatures(joined({}), 'picture'), { 'only-picture': 1 });
    expectOnly(lookFeatures(joined({}), 'number'), { 'number-lock': 1 });
  });
});

describe('features of honesty', () => {
  const CONCEPTS = ['scam-named', 'advice', 'article-voice', 'report-it', 'reported-speech', 'repair-shop', 'shop-offer', 'for-learning']; // prettier-ignore

  it.each(['refutes', 'own-business'])('%s is worth what "speak to nobody" leaves of it', (name) => {
    const told = (noHelp: number) =>
      honestFeatures(joined({ concepts: { [name]: 0.6, 'no-help': noHelp } }))[name];
    expect(told(0)).toBeCloseTo(0.6, 9);
    expect(told(0.2)).toBeCloseTo(0.4, 9);
    expect(told(0.9)).toBe(0);
    expect(honestFeatures(joined({ concepts: { 'no-help': 0.9 } }))[name]).toBe(0);
  });

  it.each(CONCEPTS)('%s is taken over as it is', (name) => {
    expectOnly(honestFeatures(joined({ concepts: { [name]: 0.6 } })), { [name]: 0.6 });
  });

  it.each(['advice', 'article-voice', 'report-it', 'reported-speech'])(
    'a page that names scams and has %s warns of them, as much as the weaker of both',
    (name) => {
      const value = (concepts: Record<string, number>) =>
        honestFeatures(joined({ concepts }))['warns-of-scams'];
      expect(value({ 'scam-named': 0.5, [name]: 0.9 })).toBe(0.5);
      expect(value({ 'scam-named': 0.9, [name]: 0.4 })).toBe(0.4);
    },
  );

  eachInWords<[Given, Record<string, number>]>([
    [{}, {}],
    [{ structure: { article: 0.4 } }, { article: 0.4 }],
    [{ structure: { proseLength: 325 } }, { 'some-prose': 0.5, prose: 25 / 2_200 }],
    [{ structure: { proseLength: 1_400 } }, { 'some-prose': 1, prose: 0.5 }],
    [{ structure: { siteLinks: 8.5 } }, { 'site-links': 0.5 }],
    [{ structure: { outLinks: 4.5 } }, { 'out-links': 0.5 }],
    [{ structure: { navigation: true } }, { navigation: 1 }],
    [{ structure: { footer: true } }, { footer: 1 }],
    [{ structure: { signIn: true } }, { 'sign-in': 1 }],
    [{ structure: { shop: true } }, { shop: 1 }],
    [{ structure: { quotedShare: 0.3 } }, { quoted: 0.3 }],
    [{ rest: { official: true } }, { official: 1 }],
    [{ rest: { length: 900 } }, { 'little-threat': 0.5 }],
    [{ rest: { length: 1_500, threatShare: 0.175 } }, { 'little-threat': 0.5 }],
    [{ rest: { length: 1_500, seen: false } }, {}],
  ])('%s', (_title, given, found) => {
    expectOnly(honestFeatures(joined(given)), found);
  });

  it.each<[number, Given['looks'], number]>([
    // A layer over it hides a page to a tenth; an article that is one in its own right keeps seven tenths.
    [0.4, { layerCover: 0.4 }, 1],
    [0.4, { layerCover: 0.65 }, 0.55],
    [0.4, { layerCover: 0.9 }, 0.1],
    [0.4, { fullscreen: true }, 0.1],
    [0.6, { fullscreen: true }, 0.1],
    [0.61, { fullscreen: true }, 0.7],
    [0.7, { layerCover: 0.65 }, 0.85],
  ])('of an article of %d with %j count %d', (article, looks, shown) => {
    const structure = { article, navigation: true, footer: true, signIn: true, shop: true, siteLinks: 15, outLinks: 8, proseLength: 2_500 }; // prettier-ignore
    const given = { looks, structure, rest: { length: 1_500 } };
    const { article: told, ...others } = honestFeatures(joined(given));
    expect(told).toBeCloseTo(article * shown, 9);
    const names = ['some-prose', 'prose', 'site-links', 'out-links', 'navigation', 'footer', 'sign-in', 'shop', 'little-threat']; // prettier-ignore
    for (const name of names) expect(others[name], name).toBeCloseTo(shown, 9);
  });
});
