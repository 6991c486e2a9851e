import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

/**
 * Both browsers put the button of a new extension behind the puzzle piece: whoever never pinned it does not see it, and
 * after a restart nothing else leads back to the guide.
 */

type Texts = Record<string, string>;

/** The piece of a puzzle, in nine languages. */
const PUZZLE = /puzzle|puzle|puzzel|układank|quebra-cabeça|パズル/i;
/** Lines that send somebody to our button. That of `our-button.click` has one of its own behind it. */
const TO_BUTTON = /\.(?:come-back|button|button-only)$/;

describe.each(readdirSync('src/texts'))('our button in %s', (language) => {
  const steps = JSON.parse(readFileSync(`src/texts/${language}/guide-steps.json`, 'utf8')) as Texts; // our own flat file

  it('is found where it is not in sight', () => {
    const lines = Object.entries(steps).filter(([key]) => TO_BUTTON.test(key));
    expect(lines.length).toBeGreaterThan(10);
    expect(lines.filter(([, text]) => !PUZZLE.test(text))).toEqual([]);
    expect(steps['step.our-button.where']).toMatch(PUZZLE);
  });
});
