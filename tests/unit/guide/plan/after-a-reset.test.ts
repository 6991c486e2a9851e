import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { NO_ANSWERS } from '../../../../src/ui/guide/plan/answers';
import { BROWSERS, type Browser } from '../../../../src/ui/guide/plan/device';
import { buildPlan, type PlanLine } from '../../../../src/ui/guide/plan/plan';
import { situation } from './situation';

/** A reset turns Sangfroid off, or removes it, and closes this guide: what comes after has to be known before. */

type Texts = Record<string, string>;

function reset(browser: Browser): PlanLine[] {
  const plan = buildPlan({ ...situation, browser, answers: { ...NO_ANSWERS, happened: ['stuck'] } });
  return plan.find(({ id }) => id === 'reset-browser')?.how ?? [];
}

const ADDRESSES = { chrome: 'chrome://extensions', edge: 'edge://extensions', firefox: 'about:addons' };

describe.each(BROWSERS)('a reset of %s', (browser) => {
  const lines = reset(browser);
  const keys = lines.map(({ key }) => key);

  it('names where Sangfroid is got back', () => {
    const back = browser === 'firefox' ? 'install-again' : 'on-again';
    expect(lines.find(({ key }) => key === `step.reset-browser.${back}`)?.copy).toBe(ADDRESSES[browser]);
  });

  it('is pressed last: nothing that comes after would be read', () => {
    expect(keys.at(-1)).toBe(`step.reset-browser.${browser}`);
    expect(keys.length).toBeGreaterThan(2);
  });
});

describe.each(readdirSync('src/texts'))('in %s', (language) => {
  const steps = JSON.parse(readFileSync(`src/texts/${language}/guide-steps.json`, 'utf8')) as Texts; // our own flat file

  it.each(['keeps', 'on-again', 'install-again'])('Sangfroid is named: %s', (line) => {
    expect(steps[`step.reset-browser.${line}`]).toContain('Sangfroid');
  });
});
