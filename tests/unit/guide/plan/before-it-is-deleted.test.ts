import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { NO_ANSWERS } from '../../../../src/ui/guide/plan/answers';
import { COMPUTERS, PHONES, type System } from '../../../../src/ui/guide/plan/device';
import { buildPlan } from '../../../../src/ui/guide/plan/plan';
import { situation } from './situation';

/**
 * The letter, the report and the complaint come after the step about a reset, and need what Sangfroid kept: whoever
 * resets the computer, or Firefox, is told before that it goes too.
 */

type Texts = Record<string, string>;

function read(language: string, area: string): Texts {
  return JSON.parse(readFileSync(`src/texts/${language}/${area}.json`, 'utf8')) as Texts; // our own flat files
}

function safest(system: System): string[] {
  const plan = buildPlan({ ...situation, system, answers: { ...NO_ANSWERS, happened: ['remote'] } });
  return plan.find(({ id }) => id === 'safest')?.how.map(({ key }) => key) ?? [];
}

describe('a reset of the device', () => {
  it.each(COMPUTERS)('has what Sangfroid kept printed before: %s', (system) => {
    const told = safest(system);
    expect(told.indexOf('step.safest.print')).toBe(told.indexOf('step.safest.safest') + 1);
  });

  it.each(PHONES)('says nothing of it where Sangfroid is not: %s', (system) => {
    expect(safest(system)).not.toContain('step.safest.print');
  });
});

describe.each(readdirSync('src/texts'))('in %s', (language) => {
  const steps = read(language, 'guide-steps');
  const journal = read(language, 'journal')['journal.title'] ?? '';

  it.each(['step.safest.print', 'step.reset-browser.keeps-firefox'])(
    '%s names the list that is lost',
    (key) => {
      expect(journal).toBeTruthy();
      expect(steps[key]).toContain(journal);
    },
  );

  it('proof is not said to be kept of private windows', () => {
    expect(steps['step.keep-proof.journal']).toMatch(/privat|privée|privad|privé|prywat|プライベート/i);
  });
});
