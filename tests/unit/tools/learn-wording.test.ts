import { describe, expect, it } from 'vitest';
import { readingOf } from '../../../src/detection/text/wording';
import { weightsOf } from '../../../src/detection/text/wording-terms';
import { fitTerms } from '../../../tools/learn/fit-terms';
import { learnWording, type LearntPage } from '../../../tools/learn/learn-wording';
import { termsOfPage } from '../../../tools/learn/page-words';

describe('the fit', () => {
  it('gives the terms of scams weights above zero, those of honest pages below, and others none', () => {
    const row = (scam: boolean, ...terms: number[]) => ({ terms, values: terms.map(() => 1), scam });
    const rows = [row(true, 0, 2), row(true, 0), row(false, 1, 2), row(false, 1)];
    const { weights, bias } = fitTerms(rows, 4);
    expect(weights[0]).toBeGreaterThan(1);
    expect(weights[1]).toBeLessThan(-1);
    expect(Math.abs(weights[2] ?? 9)).toBeLessThan(0.01);
    expect(weights[3]).toBe(0);
    expect(Math.abs(bias)).toBeLessThan(0.01);
  });

  it('lies where the loss and the pull towards zero balance', () => {
    const { weights, bias } = fitTerms([{ terms: [0], values: [1], scam: true }, { terms: [], values: [], scam: false }], 1); // prettier-ignore
    const error = 1 - 1 / (1 + Math.exp(-((weights[0] ?? 0) + bias)));
    expect(0.1 * (weights[0] ?? 0)).toBeCloseTo(error, 2);
  });
});

describe('learning', () => {
  const page = (set: string, scam: boolean, ...terms: string[]): LearntPage => ({ id: `${set}-${scam}`, set, scam, terms: new Set(terms) }); // prettier-ignore
  const sets = ['first', 'second', 'third', 'fourth', 'fifth'];
  const filler = Array.from({ length: 400 }, (_, at) => page('sixth', at % 2 === 0, `word ${at}`));
  const pages = [
    ...sets.flatMap((set) => [
      page(set, true, 'courier', 'both', `of ${set}`),
      page(set, false, 'branch', 'both'),
    ]),
    ...filler.map((one) => ({ ...one, terms: new Set([...one.terms, 'everywhere']) })),
  ];

  it('knows the terms of several authors, not those of one, nor those of nearly every page', () => {
    const model = learnWording(pages);
    const weights = weightsOf(model.terms);
    expect([...weights.keys()].sort()).toEqual(['branch', 'courier']);
    expect(weights.get('courier')).toBeGreaterThan(0);
    expect(weights.get('branch')).toBeLessThan(0);
    expect(readingOf({ ...model, least: 1 })(['courier'])).toBeGreaterThan(0);
  });

  it('gives the same data for the same pages, the greatest weights first, with one place after the point', () => {
    const model = learnWording(pages);
    expect(JSON.stringify(learnWording(pages))).toBe(JSON.stringify(model));
    const order = Object.keys(model.terms).map(Number);
    expect(order).toEqual([...order].sort((a, b) => b - a));
    expect(Object.keys(model.terms).every((weight) => /^-?\d\.\d$/.test(weight))).toBe(true);
  });
});

describe('the words of a page', () => {
  const words = (html: string, more = {}): string[] => [...termsOfPage({ load: { html }, ...more })].sort();

  it('are those that it shows, boxes apart, words in the line together', () => {
    expect(words('<div>Ask <b>us</b></div><p>now</p>')).toEqual(['ask', 'ask us', 'now', 'us', 'us now']);
    expect(
      words('<p>Shown</p><p hidden>no</p><div style="display: none">no</div><script>no</script>'),
    ).toEqual(['shown']);
    expect(words('<p>hand<b>some</b></p>')).toEqual(['handsome']);
  });

  it('are those after the click, of the title and of boxes, too', () => {
    const click = { html: '<p>after</p>' };
    const trace = [{ api: 'alert', arg: 'boxed.' }, { api: 'window.open', arg: 'address' }, { api: 'alert' }];
    const found = words('<title>Top.</title><p>first.</p>', { click, trace });
    for (const word of ['top', 'first', 'after', 'boxed']) expect(found).toContain(word);
    expect(found).not.toContain('address');
  });
});
