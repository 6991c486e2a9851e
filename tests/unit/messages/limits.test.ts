import { describe, expect, it } from 'vitest';
import { CONCEPT_HITS, EXCERPT_LENGTH } from '../../../src/detection/facts';
import { loadRules } from '../../../src/detection/phrases/rules';
import { GATE_TEXT_LENGTH, REFERRER_LENGTH } from '../../../src/messages/content-messages';
import { asContentMessage, asUiRequest } from '../../../src/messages/validate';
import { CONTENT_MESSAGES, UI_REQUESTS } from '../../property/messages';

/** A valid message of a kind with another value at one place ("facts.words.codes.0"). */
function changed(type: string, path: string, value: (now: unknown) => unknown): unknown {
  const valid = [...CONTENT_MESSAGES, ...UI_REQUESTS].find((one) => one.type === type);
  const message: unknown = structuredClone(valid);
  const keys = path.split('.');
  const last = keys.pop() ?? '';
  const holder = keys.reduce<unknown>((at, key) => (at as Record<string, unknown>)[key], message) as Record<string, unknown>; // prettier-ignore
  expect(holder, `${type} has a ${path}`).toHaveProperty(last);
  holder[last] = value(holder[last]);
  return message;
}

function isTaken(message: unknown): boolean {
  return asContentMessage(message) !== null || asUiRequest(message) !== null;
}

describe('a text of a message', () => {
  it.each<[string, string, number]>([
    ['act', 'doc', 64],
    ['act', 'detail', 1_000],
    ['act', 'title', 1_000],
    ['gate', 'doc', 64],
    ['gate', 'title', 1_000],
    ['gate', 'referrer', REFERRER_LENGTH],
    ['gate', 'text', GATE_TEXT_LENGTH],
    ['beat', 'doc', 64],
    ['facts', 'doc', 64],
    ['facts', 'facts.address', 4_000],
    ['facts', 'facts.title', 1_000],
    ['facts', 'facts.language', 40],
    ['facts', 'facts.excerpt', EXCERPT_LENGTH],
    ['facts', 'facts.actTexts.0', 1_000],
    ['facts', 'facts.words.codes.0', 60],
    ['facts', 'facts.words.concepts.0.concept', 40],
    ['facts', 'facts.words.concepts.0.language', 12],
    ['facts', 'facts.words.brands.0.id', 40],
    ['facts', 'facts.words.addressSays.0', 40],
    ['facts', 'facts.words.phones.0.shown', 60],
    ['facts', 'facts.words.phones.0.digits', 30],
    ['case-get', 'caseId', 64],
    ['case-close', 'caseId', 64],
    ['case-mistake', 'caseId', 64],
    ['case-delete-downloads', 'caseId', 64],
    ['tab-trust', 'host', 1_000],
    ['pause', 'host', 1_000],
  ])('%s: %s has at most %i characters', (type, path, most) => {
    expect(isTaken(changed(type, path, () => 'x'.repeat(most)))).toBe(true);
    expect(isTaken(changed(type, path, () => 'x'.repeat(most + 1)))).toBe(false);
  });
});

describe('a list of a message', () => {
  it.each<[string, string, number]>([
    ['facts', 'facts.actTexts', 5],
    ['facts', 'facts.words.concepts', CONCEPT_HITS],
    ['facts', 'facts.words.brands', 60],
    ['facts', 'facts.words.addressSays', 200],
    ['facts', 'facts.words.phones', 40],
    ['facts', 'facts.words.codes', 40],
    ['case-delete-downloads', 'ids', 1_000],
  ])('%s: %s is at most %i long', (type, path, most) => {
    const long = (length: number) => (now: unknown) => Array.from({ length }, () => (now as unknown[])[0]);
    expect(isTaken(changed(type, path, long(most)))).toBe(true);
    expect(isTaken(changed(type, path, long(most + 1)))).toBe(false);
  });
});

describe('a share of a whole', () => {
  it.each([
    'area',
    'words.threatShare',
    'words.concepts.0.prominence',
    'words.brands.0.prominence',
    'words.phones.0.prominence',
    'looks.layerCover',
    'looks.pictureCover',
    'structure.article',
    'structure.quotedShare',
  ])('%s is never more than all of it: it would weigh as much as a page likes', (path) => {
    expect(isTaken(changed('facts', `facts.${path}`, () => 1))).toBe(true);
    for (const wrong of [1.01, 1e308, -0.01, NaN])
      expect(isTaken(changed('facts', `facts.${path}`, () => wrong))).toBe(false);
  });
});

describe('a number of a message', () => {
  it.each<[string, string]>([
    ['act', 'at'],
    ['act', 'count'],
    ...['count', 'unasked', 'firstAt', 'lastAt'].map((name): [string, string] => ['facts', `facts.acts.alert.${name}`]),
    ...['concepts.0.count', 'brands.0.count', 'phones.0.count', 'length'].map((name): [string, string] => ['facts', `facts.words.${name}`]),
    ...['viewportWidth', 'viewportHeight', 'layerDepth', 'threatFontPx'].map((name): [string, string] => ['facts', `facts.looks.${name}`]),
    ...['proseLength', 'siteLinks', 'outLinks'].map((name): [string, string] => ['facts', `facts.structure.${name}`]),
    ...['tab-status', 'tab-answers', 'tab-close', 'tab-trust', 'tab-missed', 'tab-mistake', 'pause', 'guard-answer'].map((type): [string, string] => [type, 'tabId']),
    ['case-delete-downloads', 'ids.0'],
  ])('%s: %s is one, and not below none', (type, path) => {
    expect(isTaken(changed(type, path, () => 7))).toBe(true);
    for (const wrong of [-1, NaN, Infinity, '7', null])
      expect(isTaken(changed(type, path, () => wrong)), `${wrong}`).toBe(false);
  }); // prettier-ignore
});

describe('a yes or no of a message', () => {
  const looks = ['fullscreen', 'cursorHidden', 'systemWindow', 'fakeScan', 'flashing', 'scrollLocked', 'onlyPicture', 'selectBlocked', 'mediaPlaying'];
  const structure = ['navigation', 'footer', 'signIn', 'shop'];

  it.each<[string, string]>([
    ['act', 'unasked'],
    ['beat', 'visible'],
    ...['top', 'words.addressCall', 'words.phones.0.fromAddress', 'words.phones.0.nearCall'].map((name): [string, string] => ['facts', `facts.${name}`]),
    ...looks.map((name): [string, string] => ['facts', `facts.looks.${name}`]),
    ...structure.map((name): [string, string] => ['facts', `facts.structure.${name}`]),
  ])('%s: %s is nothing else', (type, path) => {
    for (const right of [true, false]) expect(isTaken(changed(type, path, () => right))).toBe(true);
    for (const wrong of [0, 1, 'true', null, {}])
      expect(isTaken(changed(type, path, () => wrong)), `${wrong as string}`).toBe(false);
  });
}); // prettier-ignore

describe('a word of a message', () => {
  it.each<[string, string, string[]]>([
    ['act', 'act', ['alert', 'auth-prompt']],
    ['pause', 'scope', ['site', 'hour', 'restart']],
    ['guard-answer', 'answer', ['go-on', 'carefully', 'stop']],
  ])('%s: %s is one that is known', (type, path, known) => {
    for (const word of known) expect(isTaken(changed(type, path, () => word))).toBe(true);
    for (const wrong of ['', 'explode', 'toString', '__proto__', 7, null])
      expect(isTaken(changed(type, path, () => wrong)), `${wrong}`).toBe(false);
  });
});

describe('facts of a frame', () => {
  it('are taken where its page says all that the rules know, in every language', () => {
    const seen = { count: 9, prominence: 1 };
    const { labels } = loadRules();
    const concepts = labels.flatMap(({ concept, language, brand }) =>
      brand ? [] : { concept, language, ...seen },
    );
    const brands = labels.flatMap(({ concept, brand }) => (brand ? { id: concept, ...seen } : []));
    expect(concepts.length).toBeGreaterThan(700);
    expect(isTaken(changed('facts', 'facts.words.concepts', () => concepts))).toBe(true);
    expect(isTaken(changed('facts', 'facts.words.brands', () => brands))).toBe(true);
    const names = [...new Set(labels.map(({ concept }) => concept))];
    expect(names.length).toBeGreaterThan(60);
    expect(isTaken(changed('facts', 'facts.words.addressSays', () => names))).toBe(true);
  });

  it('say how their words sound in a number that a sum can take, or not at all', () => {
    const sounds = (value: unknown): boolean => isTaken(changed('facts', 'facts.words.wording', () => value));
    for (const right of [undefined, -100, -0.25, 0, 100]) expect(sounds(right), String(right)).toBe(true);
    for (const wrong of [-100.1, 100.1, NaN, Infinity, '1', null])
      expect(sounds(wrong), String(wrong)).toBe(false);
  });

  it('need not have a number in its address, nor any act; an act that nobody knows is left out', () => {
    for (const name of ['addressCall', 'addressSays'])
      expect(isTaken(changed('facts', `facts.words.${name}`, () => undefined))).toBe(true);
    expect(isTaken(changed('facts', 'facts.acts', () => ({})))).toBe(true);
    const taken = asContentMessage(changed('facts', 'facts.acts', () => ({ explode: { count: 1 } })));
    expect(taken).toMatchObject({ facts: { acts: {} } });
    expect(JSON.stringify(taken)).not.toContain('explode');
  });
});
