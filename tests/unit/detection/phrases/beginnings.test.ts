import { describe, expect, it } from 'vitest';
import { Beginnings } from '../../../../src/detection/phrases/beginnings';

describe('a phrase is read only where its words may be in the text', () => {
  const text = new Beginnings(['windows', 'wurde', 'gesperrt', 'it', 'o', '警']);

  it.each([
    ['windows', true],
    ['windows ~ gesperrt', true],
    ['windows ~~ gesperrt', true],
    ['gesperrt windows', true],
    ['windows wurden/wurde', true],
    ['windows bIocked/geIocked', false],
    ['windows biocked/wurde', true],
    ['windows ~ est bIoqué', false],
    ['windows est? wurde', true],
    ['windows wurde est?', true],
    ['windows wurde est', false],
    ['windows wurde_nun', true],
    ['windows is_down/it_is', true],
    ['windows of_it/o_k', true],
    ['windows ge*', true],
    ['windows gi*', false],
    ['windows g*/x', true],
    ['windows i*', true],
    ['windows ist', false],
    ['windows 警', true],
    ['windows 告', false],
  ])('%s: %s', (source, may) => {
    expect(text.mayHold(source)).toBe(may);
  });

  it('nothing may stand in a text without a word', () => {
    expect(new Beginnings([]).mayHold('windows')).toBe(false);
    expect(new Beginnings([]).mayHold('')).toBe(true);
  });
});
